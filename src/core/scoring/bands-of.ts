import type { Band, Rating, Verdict } from '../candidate.ts';
import { bandOf, scoreOf } from './score.ts';
import { verdictOf } from './verdict.ts';

const scale: readonly Rating[] = [1, 2, 3, 4, 5];
const profiles = scale.flatMap((impact) =>
  scale.flatMap((evidence) =>
    scale.flatMap((confidence) => scale.map((timing) => ({ impact, evidence, confidence, timing }))),
  ),
);

/** The bands of score that a verdict can have, highest first: `ready` is never below 4. */
export function bandsOf(verdict: Verdict): readonly Band[] {
  const bands = profiles
    .filter((ratings) => verdictOf(ratings) === verdict)
    .map((ratings) => bandOf(scoreOf(ratings)));
  return [...new Set(bands)].toSorted((one, other) => other - one);
}
