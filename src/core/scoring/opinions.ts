import { type Dimension, dimensions, type OpenRatings, type Rating, type Ratings } from '../candidate.ts';
import { toMoment } from './moment.ts';
import { onScale } from './ratings.ts';

/** What one person thinks of one or more dimensions: a `/score`. */
export interface Opinion {
  /** A login without `@`. */
  readonly by: string;
  /** An instant. */
  readonly at: string;
  readonly ratings: Readonly<Partial<Record<Dimension, Rating>>>;
  readonly because: string | null;
}

/** The ratings a maintainer ended the discussion with: a `/settle`. */
export interface Settlement {
  readonly by: string;
  readonly at: string;
  readonly ratings: Ratings;
  readonly because: string;
}

export interface GivenRating {
  readonly by: string;
  readonly rating: Rating;
}

/** The dimension in which the raters differ most. */
export interface Disagreement {
  readonly dimension: Dimension;
  readonly high: GivenRating;
  readonly low: GivenRating;
}

export interface CombinedOpinions {
  /** The ratings that stand as claimed; `null` where nobody gave one. */
  readonly claimed: OpenRatings;
  /** Who gave what, by dimension, the author first, then in the order people first spoke. */
  readonly given: Readonly<Record<Dimension, readonly GivenRating[]>>;
  /** Dimensions in which raters are two or more apart, widest first, while nobody has settled it. */
  readonly disagreements: readonly Disagreement[];
}

/**
 * Combines the form's ratings, which are its author's opinion, with second opinions (docs/scoring.md, "Second
 * opinions"). Each person's latest rating of a dimension counts, so `/score impact=4` leaves their other ratings as
 * they were; the median of the people stands. A settlement stands alone, whatever was said before or after it.
 * Opinions may come in any order; of two at one instant the later in the list is the later.
 */
export function combineOpinions(
  form: OpenRatings,
  author: string,
  opinions: readonly Opinion[],
  settlement: Settlement | null,
): CombinedOpinions {
  const given = perDimension((dimension) => givenFor(dimension, form[dimension], author, opinions));
  if (settlement !== null) return { claimed: settlement.ratings, given, disagreements: [] };
  const claimed = perDimension((dimension) => medianOf(given[dimension].map(({ rating }) => rating)));
  return { claimed, given, disagreements: disagreementsIn(given) };
}

/** The median; between two middle values their mean, rounded down. `null` without any. */
export function medianOf(ratings: readonly Rating[]): Rating | null {
  const sorted = ratings.toSorted((one, other) => one - other);
  const low = sorted[Math.ceil(sorted.length / 2) - 1];
  const high = sorted[Math.floor(sorted.length / 2)];
  if (low === undefined || high === undefined) return null;
  return onScale(Math.floor((low + high) / 2));
}

function givenFor(
  dimension: Dimension,
  ofForm: Rating | null,
  author: string,
  opinions: readonly Opinion[],
): readonly GivenRating[] {
  const latest = new Map<string, GivenRating>();
  if (ofForm !== null) latest.set(author.toLowerCase(), { by: author, rating: ofForm });
  for (const { by, ratings } of inOrder(opinions)) {
    const rating = ratings[dimension];
    if (rating === undefined) continue;
    const key = by.toLowerCase();
    latest.set(key, { by: latest.get(key)?.by ?? by, rating });
  }
  return [...latest.values()];
}

function disagreementsIn(
  given: Readonly<Record<Dimension, readonly GivenRating[]>>,
): readonly Disagreement[] {
  return dimensions
    .flatMap((dimension) => {
      const sorted = given[dimension].toSorted((one, other) => one.rating - other.rating);
      const low = sorted.at(0);
      const high = sorted.at(-1);
      if (low === undefined || high === undefined || high.rating - low.rating < 2) return [];
      return [{ dimension, high, low }];
    })
    .toSorted((one, other) => width(other) - width(one));
}

function width({ high, low }: Disagreement): number {
  return high.rating - low.rating;
}

function inOrder(opinions: readonly Opinion[]): readonly Opinion[] {
  return opinions.toSorted((one, other) => toMoment(one.at) - toMoment(other.at));
}

function perDimension<Value>(make: (dimension: Dimension) => Value): Readonly<Record<Dimension, Value>> {
  return {
    impact: make('impact'),
    evidence: make('evidence'),
    confidence: make('confidence'),
    timing: make('timing'),
  };
}
