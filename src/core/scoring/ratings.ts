import {
  type Dimension,
  dimensions,
  type OpenRatings,
  type Rating,
  type Ratings,
  ratingScale,
} from '../candidate.ts';
import { hasLink } from '../form/has-link.ts';

/**
 * What the claimed ratings count as: evidence of 3 or more without a link counts as 2
 * (docs/scoring.md, "Evidence needs a link"); every other rating counts as claimed.
 */
export function countRatings(claimed: OpenRatings, links: string): OpenRatings {
  const { evidence } = claimed;
  if (evidence === null || evidence < 3 || hasLink(links)) return claimed;
  return { ...claimed, evidence: 2 };
}

/** All four ratings, or `null` as long as one is open. */
export function toRatings({ impact, evidence, confidence, timing }: OpenRatings): Ratings | null {
  if (impact === null || evidence === null || confidence === null || timing === null) return null;
  return { impact, evidence, confidence, timing };
}

/** Weak means a counted rating of 1 or 2. */
export function isWeak(counted: Rating): boolean {
  return counted <= 2;
}

/** The weak dimensions, in the order of the form. */
export function weakDimensions(counted: Ratings): readonly Dimension[] {
  return dimensions.filter((dimension) => isWeak(counted[dimension]));
}

/** The dimensions that hold the lowest rating, in the order of the form. */
export function lowestDimensions(counted: Ratings): readonly Dimension[] {
  const least = Math.min(...dimensions.map((dimension) => counted[dimension]));
  return dimensions.filter((dimension) => counted[dimension] === least);
}

/** The product of the four ratings, 1..625. */
export function productOf({ impact, evidence, confidence, timing }: Ratings): number {
  return impact * evidence * confidence * timing;
}

/** `value` as a rating when it is one of 1, 2, 3, 4, 5, else `null`. */
export function onScale(value: number): Rating | null {
  return ratingScale.find((rating) => rating === value) ?? null;
}
