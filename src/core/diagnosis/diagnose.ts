import type { Constraint } from '../constraint.ts';
import { type DiagnosisAnswers, type Pressure, pressures } from './answers.ts';
import { countPoints, isPresent, measuredCount, type Points } from './points.ts';

export const diagnosisOutcomes = ['declare', 'optimization-pass', 'not-ready'] as const;

export type DiagnosisOutcome = (typeof diagnosisOutcomes)[number];

/** Why a team is not ready to choose, in the order in which it is asked. */
export const notReadyReasons = ['ai-proof-of-concept', 'pre-traction', 'vague', 'weak-signal'] as const;

export type NotReadyReason = (typeof notReadyReasons)[number];

/** Sequence rules: what has to be in order before another constraint is worth working on. */
export const sequenceRules = ['R1', 'R2', 'R3'] as const;

export type SequenceRule = (typeof sequenceRules)[number];

export const confidences = ['high', 'medium', 'low'] as const;

export type Confidence = (typeof confidences)[number];

/** What a diagnosis comes to (docs/diagnosis.md). */
export interface Diagnosed {
  readonly points: Readonly<Record<Constraint, Points>>;
  /** Most points first. */
  readonly ranked: readonly Constraint[];
  readonly vague: readonly Pressure[];
  readonly clearPressures: number;
  readonly outcome: DiagnosisOutcome;
  /** `null` where the team is ready to choose. */
  readonly reason: NotReadyReason | null;
  /** `null` where it is not. */
  readonly constraint: Constraint | null;
  /** The other constraints that are present: the sequence after this one. */
  readonly comesAfter: readonly Constraint[];
  /** The sequence rule that put another constraint before the one with the most points. */
  readonly rule: SequenceRule | null;
  readonly confidence: Confidence | null;
}

/** Of equal points the first here leads. */
const tieOrder: readonly Constraint[] = ['reliability', 'throughput', 'activation', 'adoption', 'operations'];

/** Fewer clear pressures than this: a short pass instead of a declaration. */
const clearToDeclare = 3;

/** With no more than this a choice would be a guess. */
const clearAtMostVague = 1;

/** What a whole diagnosis says: which constraint to declare, or why none yet. */
export function diagnose(answers: DiagnosisAnswers): Diagnosed {
  const points = countPoints(answers);
  const ranked = tieOrder.toSorted((one, other) => points[other].points - points[one].points);
  const vague = pressures.filter((pressure) => answers.degrees[pressure] === 0);
  const clearPressures = pressures.length - vague.length;
  const known = { points, ranked, vague, clearPressures };
  const [lead = 'reliability', runnerUp = 'throughput'] = ranked;
  const reason = notReadyReason(answers, clearPressures, points[lead]);
  if (reason !== null) {
    return {
      ...known,
      outcome: 'not-ready',
      reason,
      constraint: null,
      comesAfter: [],
      rule: null,
      confidence: null,
    };
  }
  const rule = sequenceRule(lead, points, answers);
  const constraint = rule === null ? lead : firstBy[rule];
  return {
    ...known,
    outcome: clearPressures < clearToDeclare ? 'optimization-pass' : 'declare',
    reason: null,
    constraint,
    comesAfter: ranked.filter((one) => one !== constraint && isPresent(points[one])),
    rule,
    confidence: confidenceOf(points[lead], points[runnerUp], rule),
  };
}

function notReadyReason(
  { stage }: DiagnosisAnswers,
  clearPressures: number,
  lead: Points,
): NotReadyReason | null {
  if (stage === 'ai-question') return 'ai-proof-of-concept';
  if (stage === 'no-users') return 'pre-traction';
  if (clearPressures <= clearAtMostVague) return 'vague';
  return isPresent(lead) ? null : 'weak-signal';
}

const firstBy: Readonly<Record<SequenceRule, Constraint>> = {
  R1: 'activation',
  R2: 'reliability',
  R3: 'throughput',
};

function sequenceRule(
  lead: Constraint,
  points: Diagnosed['points'],
  answers: DiagnosisAnswers,
): SequenceRule | null {
  if (lead !== 'activation' && lead !== 'adoption') return null;
  if (isPresent(points.throughput) && answers['safe-to-ship'] === 'no') return 'R3';
  if (isPresent(points.reliability)) return 'R2';
  return lead === 'adoption' && isPresent(points.activation) ? 'R1' : null;
}

function confidenceOf(lead: Points, runnerUp: Points, rule: SequenceRule | null): Confidence {
  const ahead = lead.points - runnerUp.points;
  if (ahead >= 4 && measuredCount(lead.contributions) >= 2 && rule === null) return 'high';
  return ahead >= 2 ? 'medium' : 'low';
}
