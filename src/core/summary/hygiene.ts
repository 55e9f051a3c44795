import { dayOf, daysBetween } from '../calendar.ts';
import { latestReading, staleAfterDays } from '../plan/status.ts';
import type { Policy } from '../policy.ts';
import { type Listed, listed } from './drift-of-week.ts';
import { isClassified, isExempt, mergesOfWeek } from './focus.ts';
import { toReference } from './movement.ts';
import type { IncompleteCandidate, Reference, WeekFacts } from './week-facts.ts';

/** What costs the ranking its worth when nobody tidies it. */
export interface Hygiene {
  readonly incomplete: Listed<IncompleteCandidate>;
  /** Pull requests of the week, merged or open, of which nothing says what they serve. */
  readonly unclassified: Listed<Reference>;
  /** To rethink, and filed more than 90 days ago; oldest first. */
  readonly oldRethinks: Listed<Reference & { readonly days: number }> & {
    /** There may be more than `total`: of a large backlog only the oldest were read. */
    readonly orMore: boolean;
  };
  /** Open candidates that carry no verdict label, where that keeps them out of the list; else 0. */
  readonly unlabelled: number;
  /** Days since the last reading when that is more than 14; `null` when fresh, or there is no metric. */
  readonly staleMetric: { readonly days: number | null } | null;
}

const rethinkDays = 90;

const itemsFolded = 20;

/** The findings of the last part of the summary, on the local day `today`. */
export function hygieneOf(facts: WeekFacts, policy: Policy, today: string): Hygiene {
  const old = oldRethinks(facts, policy, today);
  return {
    incomplete: { items: facts.incomplete.slice(0, itemsFolded), total: facts.incompleteTotal },
    unclassified: listed(unclassified(facts), itemsFolded),
    oldRethinks: {
      ...listed(old, itemsFolded),
      orMore: !facts.isWhole && old.length > 0 && old.length === facts.rethinks.length,
    },
    unlabelled: facts.unlabelled,
    staleMetric: staleMetric(facts, policy, today),
  };
}

function unclassified(facts: WeekFacts): readonly Reference[] {
  return [...mergesOfWeek(facts), ...facts.pullRequests]
    .filter((pullRequest) => !isExempt(pullRequest) && !isClassified(pullRequest))
    .map(toReference);
}

function oldRethinks({ rethinks }: WeekFacts, { summary }: Policy, today: string) {
  return rethinks
    .map((candidate) => ({
      ...toReference(candidate),
      days: daysBetween(dayOf(candidate.createdAt, summary.timeZone), today),
    }))
    .filter(({ days }) => days > rethinkDays)
    .toSorted((one, other) => other.days - one.days);
}

function staleMetric({ readings }: WeekFacts, { primary }: Policy, today: string) {
  if (primary === null || primary.metric === null) return null;
  const latest = latestReading(readings, today);
  if (latest === null) return { days: null };
  const days = daysBetween(latest.day, today);
  return days > staleAfterDays ? { days } : null;
}
