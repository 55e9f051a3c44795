import {
  type Dimension,
  dimensions,
  type Rating,
  type Ratings,
  type Verdict,
  verdicts,
} from '../candidate.ts';
import { onScale } from './ratings.ts';
import { verdictOf } from './verdict.ts';

/** The one rating that, one higher, would change the most. */
export interface Counterfactual {
  readonly dimension: Dimension;
  readonly to: Rating;
  readonly verdict: Verdict;
}

/**
 * The single step up of one counted rating that leads to the best verdict, if it is better than today's; of several
 * the lowest rating, then the order of the form (docs/scoring.md, "One step"). The link rule plays no part.
 */
export function counterfactualOf(counted: Ratings): Counterfactual | null {
  const steps = dimensions.flatMap((dimension) => {
    const to = onScale(counted[dimension] + 1);
    return to === null ? [] : [{ dimension, to, verdict: verdictOf({ ...counted, [dimension]: to }) }];
  });
  const [best] = steps.toSorted((one, other) => place(one) - place(other) || one.to - other.to);
  return best !== undefined && place(best) < place({ verdict: verdictOf(counted) }) ? best : null;
}

function place({ verdict }: { readonly verdict: Verdict }): number {
  return verdicts.indexOf(verdict);
}
