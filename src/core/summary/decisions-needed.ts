import { addDays, dayOf, daysBetween } from '../calendar.ts';
import { isStrong } from '../candidate.ts';
import { phaseEndDays, planDayOf, reviewDay } from '../plan/phase.ts';
import type { Policy } from '../policy.ts';
import type { Disagreement } from '../scoring/opinions.ts';
import type { MovedConstraint } from './moved-constraint.ts';
import { toReference } from './movement.ts';
import type { Reference, WeekFacts } from './week-facts.ts';

/** Something that only a person can settle, in the order in which it is told. */
export type DecisionNeeded =
  | { readonly kind: 'raters-disagree'; readonly candidate: Reference; readonly disagreement: Disagreement }
  | { readonly kind: 'moved-constraint'; readonly moved: MovedConstraint }
  | { readonly kind: 'review'; readonly issue: number | null; readonly answerBy: string }
  | { readonly kind: 'first-move'; readonly leading: Reference | null; readonly shipBy: string }
  | { readonly kind: 'outcome'; readonly firstMove: Reference; readonly closedDay: string };

export interface DecisionsNeeded {
  readonly told: readonly DecisionNeeded[];
  /** How many more wait behind those that are told. */
  readonly more: number;
}

const decisionsTold = 3;

/** The first move is asked for from the last summary before the ship phase on. */
const firstMoveDay = 24;

/** An outcome is asked for this many days after the first move was closed. */
const outcomeAfterDays = 14;

/**
 * At most three: one of each kind first, so that three disagreements do not hide a review, then the rest.
 */
export function decisionsNeeded(
  facts: WeekFacts,
  policy: Policy,
  moved: MovedConstraint | null,
): DecisionsNeeded {
  const today = dayOf(facts.now, policy.summary.timeZone);
  const [firstDisagreement, ...otherDisagreements] = disagreements(facts);
  const byImportance: readonly DecisionNeeded[] = [
    ...(firstDisagreement === undefined ? [] : [firstDisagreement]),
    ...(moved === null ? [] : [{ kind: 'moved-constraint', moved } as const]),
    ...review(facts, policy, today),
    ...firstMove(facts, policy, today),
    ...outcomes(facts, policy, today),
    ...otherDisagreements,
  ];
  const told = byImportance.slice(0, decisionsTold);
  return {
    told: [
      ...told.filter(({ kind }) => kind === 'raters-disagree'),
      ...told.filter(({ kind }) => kind !== 'raters-disagree'),
    ],
    more: byImportance.length - told.length,
  };
}

function disagreements({ candidates }: WeekFacts): readonly DecisionNeeded[] {
  return candidates.flatMap((candidate) => {
    const { disagreement, flags } = candidate;
    if (disagreement === null || !flags.includes('needs-discussion')) return [];
    return [{ kind: 'raters-disagree', candidate: toReference(candidate), disagreement } as const];
  });
}

function review(facts: WeekFacts, { primary }: Policy, today: string): readonly DecisionNeeded[] {
  if (primary === null || primary.since === null) return [];
  const { day, planEnds } = planDayOf(primary.since, today);
  if (day < reviewDay || (facts.review !== null && facts.review.decision !== null)) return [];
  return [{ kind: 'review', issue: facts.review?.number ?? null, answerBy: planEnds }];
}

function firstMove(facts: WeekFacts, { primary }: Policy, today: string): readonly DecisionNeeded[] {
  if (primary === null || primary.since === null) return [];
  const { day, phase } = planDayOf(primary.since, today);
  const due = day >= firstMoveDay && (phase === 'diagnose' || phase === 'ship');
  if (!due || facts.firstMoves.length > 0 || facts.candidates.some((one) => one.firstMove)) return [];
  const leading = facts.candidates.find(({ onPrimary, verdict }) => onPrimary && isStrong(verdict));
  const shipBy = addDays(primary.since, phaseEndDays.ship - 1);
  return [{ kind: 'first-move', leading: leading === undefined ? null : toReference(leading), shipBy }];
}

function outcomes(facts: WeekFacts, policy: Policy, today: string): readonly DecisionNeeded[] {
  return [...facts.firstMoves, ...facts.formerMoves].flatMap((move) => {
    if (move.closedAt === null || move.outcome !== null) return [];
    const closedDay = dayOf(move.closedAt, policy.summary.timeZone);
    if (daysBetween(closedDay, today) < outcomeAfterDays) return [];
    return [{ kind: 'outcome', firstMove: toReference(move), closedDay } as const];
  });
}
