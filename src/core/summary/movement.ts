import { addDays, isWithin } from '../calendar.ts';
import { type Dimension, dimensions, type Rating, type Verdict } from '../candidate.ts';
import { latestReading } from '../plan/status.ts';
import type { Week } from '../plan/week.ts';
import type { RememberedCandidate, SummaryState } from './summary-state.ts';
import type { CandidateOfWeek, ClosedCandidate, Reference, WeekFacts } from './week-facts.ts';

/** Places gained since last week (negative: lost), `new`, or `null` where that is not known. */
export type Movement = number | 'new' | null;

/** One thing that is not as it was in the last summary. */
export type Delta =
  | { readonly kind: 'closed'; readonly candidate: Reference; readonly mergedAs: number | null }
  /** Of a backlog that was not read whole: it does not lead any more, or is no open, complete candidate. */
  | { readonly kind: 'left'; readonly candidate: Reference; readonly from: number }
  | { readonly kind: 'first-move'; readonly candidate: Reference }
  | { readonly kind: 'in-review'; readonly candidate: Reference; readonly pullRequest: number }
  | {
      readonly kind: 'rated';
      readonly candidate: Reference;
      readonly rank: Change<number>;
      readonly verdict: Change<Verdict>;
      readonly ratings: readonly RatingChange[];
    }
  | { readonly kind: 'reading'; readonly from: number | null; readonly to: number };

interface Change<Value> {
  readonly from: Value;
  readonly to: Value;
}

export interface RatingChange extends Change<Rating> {
  readonly dimension: Dimension;
  /** The rating was claimed before; now a link shows it. */
  readonly nowLinked: boolean;
}

/** What is told of the changes since the summary of the week `since`. */
export interface Deltas {
  readonly since: string;
  readonly changes: readonly Delta[];
  /** How many more changes there are than are told. */
  readonly more: number;
  readonly newCandidates: number;
  readonly exceptions: number;
}

const changesTold = 8;

/** How far the candidate moved in the list since the last summary. */
export function movementOf(candidate: CandidateOfWeek, lastWeek: SummaryState | null, week: Week): Movement {
  if (lastWeek === null) return null;
  const before = rememberedOf(candidate, lastWeek);
  if (before !== undefined) return before.rank - candidate.rank;
  return lastWeek.complete || isWithin(candidate.createdAt, week.from, week.to) ? 'new' : null;
}

/**
 * What happened to the candidates that `isTold` since last week, of which the first `listed` were shown: closed,
 * picked, put into review, rated anew (first things first), and the metric. A place lost or won by the moves of others
 * is no change of its own.
 */
export function compareWeeks(
  facts: WeekFacts,
  lastWeek: SummaryState,
  listed: number,
  isTold: (candidate: CandidateOfWeek | ClosedCandidate) => boolean,
): Omit<Deltas, 'newCandidates' | 'exceptions'> {
  const candidates = facts.candidates.filter(isTold);
  const changes: readonly Delta[] = [
    ...facts.closed.filter(isTold).map(toClosed),
    ...leftTheList(facts, lastWeek, listed),
    ...candidates.flatMap((candidate) => changesOf(candidate, lastWeek)),
    ...readingChange(facts, lastWeek),
  ];
  return {
    since: lastWeek.week,
    changes: changes.slice(0, changesTold),
    more: Math.max(0, changes.length - changesTold),
  };
}

function changesOf(candidate: CandidateOfWeek, lastWeek: SummaryState): readonly Delta[] {
  const before = rememberedOf(candidate, lastWeek);
  const reference = toReference(candidate);
  const { inReview, firstMove } = candidate;
  const entered = inReview !== null && (before === undefined || before.inReview === null);
  const picked = firstMove && before?.firstMove !== true;
  return [
    ...(picked ? [{ kind: 'first-move', candidate: reference } as const] : []),
    ...(entered ? [{ kind: 'in-review', candidate: reference, pullRequest: inReview } as const] : []),
    ...(before === undefined ? [] : ratedAnew(candidate, before)),
  ];
}

function ratedAnew(candidate: CandidateOfWeek, before: RememberedCandidate): readonly Delta[] {
  const ratings = ratingChanges(candidate, before);
  if (ratings.length === 0) return [];
  const rank = { from: before.rank, to: candidate.rank };
  const verdict = { from: before.verdict, to: candidate.verdict };
  return [{ kind: 'rated', candidate: toReference(candidate), rank, verdict, ratings }];
}

/** Who was among the first `listed` and is not among those that were read now; how they stand is not known. */
function leftTheList(facts: WeekFacts, { candidates }: SummaryState, listed: number): readonly Delta[] {
  if (facts.isWhole) return [];
  const known = [...facts.candidates, ...facts.closed];
  return candidates
    .filter(({ rank }) => rank <= listed)
    .filter(
      (one) =>
        !known.some(({ repository, number }) => one.number === number && one.repository === repository),
    )
    .map(({ repository, number, rank }) => ({
      kind: 'left',
      candidate: { repository, number, title: '' },
      from: rank,
    }));
}

function ratingChanges(candidate: CandidateOfWeek, before: RememberedCandidate): readonly RatingChange[] {
  return dimensions
    .filter((dimension) => before.counted[dimension] !== candidate.counted[dimension])
    .map((dimension) => {
      const from = before.counted[dimension];
      const to = candidate.counted[dimension];
      const nowLinked = dimension === 'evidence' && before.claimed.evidence === to;
      return { dimension, from, to, nowLinked };
    });
}

/** From the reading that stood when the last summary was due to the one that stood when this one was. */
function readingChange({ readings, week }: WeekFacts, { day }: SummaryState): readonly Delta[] {
  const to = latestReading(readings, addDays(week.day, -1));
  if (to === null) return [];
  const from = latestReading(readings, addDays(day, -1));
  return from?.value === to.value ? [] : [{ kind: 'reading', from: from?.value ?? null, to: to.value }];
}

function rememberedOf({ repository, number }: Reference, lastWeek: SummaryState) {
  return lastWeek.candidates.find((one) => one.number === number && one.repository === repository);
}

function toClosed(candidate: ClosedCandidate): Delta {
  return { kind: 'closed', candidate: toReference(candidate), mergedAs: candidate.mergedAs };
}

export function toReference({ repository, number, title }: Reference): Reference {
  return { repository, number, title };
}
