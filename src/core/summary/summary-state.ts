import { isStrong, type OpenRatings, type Ratings, type Verdict } from '../candidate.ts';
import { type Constraint, perConstraint } from '../constraint.ts';
import type { MetricReading } from '../plan/status.ts';
import type { Primary } from '../policy.ts';
import { countFocus, type FocusCount, mergesOfWeek } from './focus.ts';
import type { CandidateOfWeek, Input, WeekFacts } from './week-facts.ts';

/** What one summary leaves behind for the next: only ever a cache, the truth stays in issues and config. */
export interface SummaryState {
  readonly repository: string;
  /** The ISO week, and the local day on which it was due. */
  readonly week: string;
  readonly day: string;
  readonly declaration: Declaration | null;
  readonly candidates: readonly RememberedCandidate[];
  /** Whether `candidates` holds every ranked candidate of that week. */
  readonly complete: boolean;
  readonly focus28: FocusCount;
  readonly readings: readonly MetricReading[];
  /** Of the five inputs, those that people ticked. */
  readonly inputsLookedAt: readonly Input[];
  /** Oldest first, this week last. */
  readonly history: readonly WeekRecord[];
}

/** The parts of the declaration whose change is worth a word. */
export type Declaration = Pick<Primary, 'constraint' | 'since' | 'owner' | 'metric'>;

export interface RememberedCandidate {
  readonly repository: string;
  readonly number: number;
  readonly rank: number;
  readonly claimed: OpenRatings;
  readonly counted: Ratings;
  readonly verdict: Verdict;
  readonly firstMove: boolean;
  readonly inReview: number | null;
}

export interface WeekRecord {
  readonly week: string;
  readonly day: string;
  readonly constraint: Constraint | null;
  readonly focus: FocusCount;
  /** New candidates that are confirmed, and `ready` or `strengthen`, by constraint. */
  readonly strong: Readonly<Record<Constraint, number>>;
  /** Accepted merges, by constraint. */
  readonly accepted: Readonly<Record<Constraint, number>>;
}

/** The trend shows this many weeks. */
export const weeksRemembered = 12;

/** Movement is told among the first of the list; the rest would make the state larger than the summary. */
const candidatesRemembered = 200;

const readingsRemembered = 26;

/** What the next summary needs to know of this one. `lastWeek` is the state this one was built on. */
export function rememberWeek(
  facts: WeekFacts,
  primary: Primary | null,
  lastWeek: SummaryState | null,
): SummaryState {
  return {
    repository: facts.repository,
    week: facts.week.key,
    day: facts.week.day,
    declaration: declarationOf(primary),
    candidates: facts.candidates.slice(0, candidatesRemembered).map(toRemembered),
    complete: facts.isWhole && facts.candidates.length <= candidatesRemembered,
    focus28: countFocus(facts.merges),
    readings: facts.readings.slice(-readingsRemembered),
    inputsLookedAt: facts.inputsLookedAt,
    history: historyWith(recordOf(facts, primary), lastWeek),
  };
}

export function declarationOf(primary: Primary | null): Declaration | null {
  if (primary === null) return null;
  const { constraint, since, owner, metric } = primary;
  return { constraint, since, owner, metric };
}

/** This week's numbers in the form in which they are kept. */
export function recordOf(facts: WeekFacts, primary: Primary | null): WeekRecord {
  const merges = mergesOfWeek(facts);
  return {
    week: facts.week.key,
    day: facts.week.day,
    constraint: primary?.constraint ?? null,
    focus: countFocus(merges),
    strong: countEach(facts.opened.filter(({ verdict, confirmed }) => confirmed && isStrong(verdict))),
    accepted: countEach(merges.filter(({ codes }) => codes.includes('ACCEPTED'))),
  };
}

/** The last twelve weeks up to this one; a week that is summarised again takes its old place. */
export function historyWith(record: WeekRecord, lastWeek: SummaryState | null): readonly WeekRecord[] {
  const earlier = lastWeek?.history.filter(({ day }) => day < record.day) ?? [];
  return [...earlier, record].slice(-weeksRemembered);
}

function toRemembered(candidate: CandidateOfWeek): RememberedCandidate {
  const { repository, number, rank, claimed, counted, verdict, firstMove, inReview } = candidate;
  return { repository, number, rank, claimed, counted, verdict, firstMove, inReview };
}

function countEach(
  items: readonly { readonly constraint: Constraint | null }[],
): Readonly<Record<Constraint, number>> {
  return perConstraint((constraint) => items.filter((item) => item.constraint === constraint).length);
}
