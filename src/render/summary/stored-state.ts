import { z } from 'zod';
import { dimensions, type OpenRatings, type Ratings, ratingScale, verdicts } from '../../core/candidate.ts';
import { type Constraint, constraints } from '../../core/constraint.ts';
import type { FocusCount } from '../../core/summary/focus.ts';
import type { SummaryState } from '../../core/summary/summary-state.ts';
import { inputs } from '../../core/summary/week-facts.ts';

/** Raised whenever the stored form changes; another version is not read. */
export const storedVersion = 1;

const count = z.int().min(0);
const day = z.iso.date();
const week = z.string().regex(/^\d{4}-W\d{2}$/);
const repositoryName = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const constraint = z.enum(constraints);
const ratings = z.string().regex(/^[1-5]{4}$/);
const openRatings = z.string().regex(/^[0-5]{4}$/);
const focusCount = z.tuple([count, count, count, count, count]);
const perConstraint = z.tuple([count, count, count, count, count]);
const metric = z.object({
  name: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  minimum: z.number(),
});

/** The state in the form in which a summary carries it, short enough for 200 candidates. */
export const storedStateSchema = z.object({
  version: z.literal(storedVersion),
  repository: repositoryName,
  week,
  day,
  declaration: z
    .object({
      constraint,
      since: day.nullable(),
      owner: z.string().nullable(),
      metric: metric.nullable(),
    })
    .nullable(),
  repositories: z.array(repositoryName).max(100),
  /** Repository's index, number, rank, counted, claimed (0: none), verdict, first move, in review as (0: not). */
  candidates: z.array(
    z.tuple([count, count, count, ratings, openRatings, z.enum(verdicts), z.boolean(), count]),
  ),
  complete: z.boolean(),
  focus28: focusCount,
  readings: z.array(z.tuple([day, z.number()])),
  inputsLookedAt: z.array(z.enum(inputs)).default([]),
  history: z.array(z.tuple([week, day, constraint.nullable(), focusCount, perConstraint, perConstraint])),
});

export type StoredState = z.infer<typeof storedStateSchema>;

export function toStored(state: SummaryState): StoredState {
  const repositories = [...new Set(state.candidates.map(({ repository }) => repository))];
  return {
    version: storedVersion,
    repository: state.repository,
    week: state.week,
    day: state.day,
    declaration: state.declaration === null ? null : { ...state.declaration },
    repositories,
    candidates: state.candidates.map((candidate) => [
      repositories.indexOf(candidate.repository),
      candidate.number,
      candidate.rank,
      toDigits(candidate.counted),
      toDigits(candidate.claimed),
      candidate.verdict,
      candidate.firstMove,
      candidate.inReview ?? 0,
    ]),
    complete: state.complete,
    focus28: toTuple(state.focus28),
    readings: state.readings.map((reading) => [reading.day, reading.value]),
    inputsLookedAt: [...state.inputsLookedAt],
    history: state.history.map((record) => [
      record.week,
      record.day,
      record.constraint,
      toTuple(record.focus),
      toNumbers(record.strong),
      toNumbers(record.accepted),
    ]),
  };
}

export function toState(stored: StoredState): SummaryState {
  return {
    repository: stored.repository,
    week: stored.week,
    day: stored.day,
    declaration: stored.declaration,
    candidates: stored.candidates.map(
      ([index, number, rank, counted, claimed, verdict, firstMove, review]) => ({
        repository: stored.repositories[index] ?? stored.repository,
        number,
        rank,
        counted: toRatings(counted),
        claimed: toOpenRatings(claimed),
        verdict,
        firstMove,
        inReview: review === 0 ? null : review,
      }),
    ),
    complete: stored.complete,
    focus28: toFocusCount(stored.focus28),
    readings: stored.readings.map(([readingDay, value]) => ({ day: readingDay, value })),
    inputsLookedAt: stored.inputsLookedAt,
    history: stored.history.map(([recordWeek, recordDay, declared, focus, strong, accepted]) => ({
      week: recordWeek,
      day: recordDay,
      constraint: declared,
      focus: toFocusCount(focus),
      strong: toRecord(strong),
      accepted: toRecord(accepted),
    })),
  };
}

type Five = [number, number, number, number, number];

function toTuple({ aligned, offConstraint, accepted, classified, merges }: FocusCount): Five {
  return [aligned, offConstraint, accepted, classified, merges];
}

function toFocusCount([aligned, offConstraint, accepted, classified, merges]: Five): FocusCount {
  return { aligned, offConstraint, accepted, classified, merges };
}

function toNumbers({
  activation,
  adoption,
  reliability,
  operations,
  throughput,
}: Readonly<Record<Constraint, number>>): Five {
  return [activation, adoption, reliability, operations, throughput];
}

function toRecord([activation, adoption, reliability, operations, throughput]: Five) {
  return { activation, adoption, reliability, operations, throughput };
}

function toDigits(given: OpenRatings): string {
  return dimensions.map((dimension) => given[dimension] ?? 0).join('');
}

function toOpenRatings(digits: string): OpenRatings {
  const at = (place: number) => ratingScale[Number(digits[place]) - 1] ?? null;
  return { impact: at(0), evidence: at(1), confidence: at(2), timing: at(3) };
}

function toRatings(digits: string): Ratings {
  const at = (place: number) => ratingScale[Number(digits[place]) - 1] ?? 1;
  return { impact: at(0), evidence: at(1), confidence: at(2), timing: at(3) };
}
