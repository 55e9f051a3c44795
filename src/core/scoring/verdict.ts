import { dimensions, type Flag, flags, type Ratings, type Verdict } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import { isWeak, weakDimensions } from './ratings.ts';

/** What four counted ratings mean; the first rule that holds (docs/scoring.md, "The verdict"). */
export function verdictOf(counted: Ratings): Verdict {
  const weak = weakDimensions(counted);
  if (weak.length === 0) {
    return dimensions.every((dimension) => counted[dimension] >= 4) ? 'ready' : 'strengthen';
  }
  if (weak.length > 1) return 'rethink';
  if (weak[0] === 'evidence') return 'validate';
  if (weak[0] === 'confidence') return 'de-risk';
  return 'not-now';
}

export interface FlagFacts {
  readonly counted: Ratings;
  readonly constraint: Constraint;
  readonly primary: Constraint | null;
  /** Raters are two or more apart in a dimension and nobody has settled it. */
  readonly disputed: boolean;
  readonly confirmed: boolean;
}

/** The warnings beside the verdict, in the order they are shown (docs/scoring.md, "Flags"). */
export function flagsOf({ counted, constraint, primary, disputed, confirmed }: FlagFacts): readonly Flag[] {
  const { impact, evidence, confidence, timing } = counted;
  const holds: Readonly<Record<Flag, boolean>> = {
    'exciting-weak-evidence': isWeak(evidence) && Math.max(impact, timing) >= 4,
    'easy-but-disconnected': confidence >= 4 && isWeak(timing),
    'timing-conflict': timing >= 4 && primary !== null && primary !== constraint,
    'needs-discussion': disputed,
    unconfirmed: !confirmed,
  };
  return flags.filter((flag) => holds[flag]);
}
