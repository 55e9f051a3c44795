import { type Constraint, perConstraint } from '../constraint.ts';
import { type Degree, type DiagnosisAnswers, isPressure, type Sign, symptoms } from './answers.ts';

/** One input that speaks for a constraint, with what it adds before the cap. */
export interface Contribution {
  readonly sign: Sign;
  readonly degree: Degree;
  readonly points: number;
}

export interface Points {
  /** 0..12. */
  readonly points: number;
  /** Every input that counts for the constraint with these answers, also those that add nothing. */
  readonly contributions: readonly Contribution[];
}

/** No constraint has more: otherwise the one with the most questions would win. */
export const pointsAtMost = 12;

/** From here on a constraint is present, if something about it is measured. */
export const presentFrom = 6;

/** What every input says for each constraint (docs/diagnosis.md). `unclear-lever` speaks for none. */
export function countPoints(answers: DiagnosisAnswers): Readonly<Record<Constraint, Points>> {
  return perConstraint((constraint) => pointsFrom(answers, speakers[constraint](answers)));
}

/** Enough points, and at least one contributing input measured. */
export function isPresent({ points, contributions }: Points): boolean {
  return points >= presentFrom && measuredCount(contributions) > 0;
}

export function measuredCount(contributions: readonly Contribution[]): number {
  return contributions.filter(({ degree }) => degree === 2).length;
}

/** Which inputs speak for a constraint; those asked about in a choice only where the choice says so. */
const speakers: Readonly<Record<Constraint, (answers: DiagnosisAnswers) => readonly Sign[]>> = {
  activation: (answers) => [
    'onboarding-drop',
    ...only('revenue', answers['revenue-path'] === 'activation'),
    ...only('retention', answers['retention-point'] === 'before-first-value'),
    ...only('support-load', answers['tickets-ask'] === 'how-to-start'),
  ],
  adoption: (answers) => [
    'expansion-ignored',
    ...only('revenue', answers['revenue-path'] === 'expansion'),
    ...only('retention', answers['retention-point'] === 'later'),
    'adoption-weak',
  ],
  reliability: (answers) => [
    'paid-reliability',
    'trust',
    'performance-trust',
    ...only('support-load', answers['tickets-ask'] === 'slow-or-broken'),
  ],
  operations: (answers) => [
    'manual-delivery',
    'operational',
    ...only('retention', answers['retention-point'] === 'relies-on-support'),
    ...only('support-load', answers['tickets-ask'] === 'do-this-for-me'),
  ],
  throughput: (answers) => [
    'slower-plan',
    ...only('planning', answers['planning-item'] === 'refactor'),
    'codebase-slows',
    'hiring-slow',
  ],
};

function only(sign: Sign, isSo: boolean): readonly Sign[] {
  return isSo ? [sign] : [];
}

function pointsFrom({ degrees }: DiagnosisAnswers, signs: readonly Sign[]): Points {
  const contributions = signs.map((sign) => {
    return { sign, degree: degrees[sign], points: degrees[sign] * weightOf(sign) };
  });
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return { points: Math.min(sum, pointsAtMost), contributions };
}

/** A symptom of the constraint weighs 3, a pressure 2; fits, and support load by what tickets ask, 1. */
function weightOf(sign: Sign): number {
  if (sign === 'support-load') return 1;
  if (isPressure(sign)) return 2;
  return symptoms.some((symptom) => symptom === sign) ? 3 : 1;
}
