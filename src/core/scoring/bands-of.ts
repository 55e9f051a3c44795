import { type Band, ratingScale, type Verdict } from '../candidate.ts';
import { bandOf, scoreOf } from './score.ts';
import { verdictOf } from './verdict.ts';

const profiles = ratingScale.flatMap((impact) =>
  ratingScale.flatMap((evidence) =>
    ratingScale.flatMap((confidence) =>
      ratingScale.map((timing) => ({ impact, evidence, confidence, timing })),
    ),
  ),
);

/** The bands of score that a verdict can have, highest first: `ready` is never below 4. */
export function bandsOf(verdict: Verdict): readonly Band[] {
  const bands = profiles
    .filter((ratings) => verdictOf(ratings) === verdict)
    .map((ratings) => bandOf(scoreOf(ratings)));
  return [...new Set(bands)].toSorted((one, other) => other - one);
}
