import { dimensions, type Ratings, type Verdict, verdicts } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import { toMoment } from './moment.ts';
import { productOf, toRatings } from './ratings.ts';
import type { Scored } from './score-candidate.ts';
import { verdictOf } from './verdict.ts';

/** What the order looks at. */
export interface Rankable {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: number;
  /** An instant. */
  readonly createdAt: string;
  readonly constraint: Constraint;
  readonly counted: Ratings;
  readonly confirmed: boolean;
}

/** What one candidate has in hand for each rule of the order, worked out once. */
export interface Standing {
  readonly onPrimary: boolean;
  readonly confirmed: boolean;
  readonly verdict: Verdict;
  readonly verdictPlace: number;
  readonly product: number;
  /** From the lowest up. */
  readonly ascending: readonly number[];
  /** `ascending` as one number whose order is theirs. */
  readonly leximin: number;
  readonly counted: Ratings;
  readonly moment: number;
  readonly repository: string;
  readonly number: number;
}

/** The rules of the order, first to last (docs/scoring.md, "The order"). */
export const orderRules = [
  'on-constraint',
  'confirmed',
  'verdict',
  'product',
  'leximin',
  'evidence',
  'impact',
  'older',
  'repository',
  'number',
] as const;

export type OrderRule = (typeof orderRules)[number];

/** The part of a scored candidate that is ranked; `null` while it is incomplete. */
export function toRankable(
  place: Pick<Rankable, 'repository' | 'number' | 'createdAt'>,
  { constraint, counted, verdict, confirmation }: Scored,
): Rankable | null {
  const ratings = toRatings(counted);
  if (verdict === 'incomplete' || constraint === null || ratings === null) return null;
  const { repository, number, createdAt } = place;
  return {
    repository,
    number,
    createdAt,
    constraint,
    counted: ratings,
    confirmed: confirmation === 'confirmed',
  };
}

export function toStanding(item: Rankable, primary: Constraint | null): Standing {
  return {
    onPrimary: item.constraint === primary,
    confirmed: item.confirmed,
    moment: toMoment(item.createdAt),
    repository: item.repository,
    number: item.number,
    ...strengthOf(item.counted),
  };
}

/** The part of a standing that follows from the counted ratings. */
export function strengthOf(
  counted: Ratings,
): Pick<Standing, 'verdict' | 'verdictPlace' | 'product' | 'ascending' | 'leximin' | 'counted'> {
  const verdict = verdictOf(counted);
  const ascending = dimensions.map((dimension) => counted[dimension]).sort((one, other) => one - other);
  return {
    verdict,
    verdictPlace: verdicts.indexOf(verdict),
    product: productOf(counted),
    ascending,
    leximin: ascending.reduce<number>((code, rating) => code * 6 + rating, 0),
    counted,
  };
}

/** Negative when `one` stands before `other`; 0 only for the same issue with the same ratings. */
export function compareStandings(one: Standing, other: Standing): number {
  for (const rule of orderRules) {
    const difference = compareBy[rule](one, other);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rule that decides between two candidates; `null` where nothing tells them apart. */
export function decidingRule(one: Standing, other: Standing): OrderRule | null {
  return orderRules.find((rule) => compareBy[rule](one, other) !== 0) ?? null;
}

const compareBy: Readonly<Record<OrderRule, (one: Standing, other: Standing) => number>> = {
  'on-constraint': (one, other) => Number(other.onPrimary) - Number(one.onPrimary),
  confirmed: (one, other) => Number(other.confirmed) - Number(one.confirmed),
  verdict: (one, other) => one.verdictPlace - other.verdictPlace,
  product: (one, other) => other.product - one.product,
  leximin: (one, other) => other.leximin - one.leximin,
  evidence: (one, other) => other.counted.evidence - one.counted.evidence,
  impact: (one, other) => other.counted.impact - one.counted.impact,
  older: (one, other) => one.moment - other.moment,
  // By code unit: a locale would make the order depend on the machine.
  repository: (one, other) =>
    one.repository < other.repository ? -1 : Number(one.repository > other.repository),
  number: (one, other) => one.number - other.number,
};
