import { ratingScale, verdictsOrIncomplete } from '../candidate.ts';
import { constraints } from '../constraint.ts';
import type { LabelKey } from '../labels.ts';
import type { Scored } from './score-candidate.ts';

/** The labels a candidate carries by what it says: its constraint, its score's band, its verdict. */
export function labelsOf({ constraint, band, verdict }: Scored): readonly LabelKey[] {
  return [
    ...(constraint === null ? [] : [`constraint: ${constraint}` as const]),
    ...(band === null ? [] : [`score: ${band}` as const]),
    `verdict: ${verdict}` as const,
  ];
}

/** Every label that scoring gives or takes; `candidate` and `first move` are given by people and commands. */
export const labelsOfScoring: readonly LabelKey[] = [
  ...constraints.map((constraint) => `constraint: ${constraint}` as const),
  ...ratingScale.map((band) => `score: ${band}` as const),
  ...verdictsOrIncomplete.map((verdict) => `verdict: ${verdict}` as const),
];
