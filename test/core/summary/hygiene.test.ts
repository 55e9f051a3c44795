import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import { hygieneOf } from '../../../src/core/summary/hygiene.ts';
import type { WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { backlog, merge, policy, pullRequest, repository, undeclared, weekFacts } from './builders.ts';

const today = '2026-11-30';
const hygiene = (given: Partial<WeekFacts>, under = policy) => hygieneOf(weekFacts(given), under, today);

/** To rethink, filed so many days ago. */
const rethinks = (...ages: readonly number[]) =>
  backlog(
    ages.map((age, index) => ({
      number: index + 1,
      ratings: '1111',
      createdAt: `${addDays(today, -age)}T12:00:00Z`,
    })),
  );

describe('hygiene', () => {
  it('has nothing to say of a week in which nothing was read, but that the metric has no reading', () => {
    const none = { items: [], total: 0 };
    expect(hygiene({})).toEqual({
      incomplete: none,
      unclassified: none,
      oldRethinks: { ...none, orMore: false },
      unlabelled: 0,
      staleMetric: { days: null },
    });
  });

  it('names twenty incomplete candidates and counts all of them', () => {
    const incomplete = Array.from({ length: 21 }, (_, index) => ({
      repository,
      number: index + 1,
      title: 'Idea',
      missing: 'The metric',
    }));
    const found = hygiene({ incomplete, incompleteTotal: 300, unlabelled: 4 });
    expect(found.incomplete).toEqual({ items: incomplete.slice(0, 20), total: 300 });
    expect(found.unlabelled).toBe(4);
  });

  it('finds what nothing classifies among the merges of the week and the open pull requests', () => {
    const unclassified = { constraint: null, codes: ['UNCLASSIFIED'] } as const;
    const found = hygiene({
      merges: [
        merge(1, unclassified),
        merge(2, { ...unclassified, mergedAt: '2026-11-10T15:00:00Z' }),
        merge(3, { constraint: null, codes: ['EXEMPT'] }),
        merge(4),
      ],
      pullRequests: [pullRequest(5, unclassified), pullRequest(6)],
    });
    expect(found.unclassified).toEqual({
      items: [1, 5].map((number) => ({ repository, number, title: `Pull request ${number}` })),
      total: 2,
    });
  });

  it('finds what was to be rethought for more than ninety days, oldest first', () => {
    const { oldRethinks } = hygiene({ rethinks: rethinks(90, 91, 200, 120).toReversed() });
    expect(oldRethinks.items.map(({ days }) => days)).toEqual([200, 120, 91]);
    expect(oldRethinks).toMatchObject({ total: 3, orMore: false });
    expect(oldRethinks.items[0]).toEqual({ repository, number: 3, title: 'Candidate 3', days: 200 });
  });

  it.each([
    ['all that were read are old', [200, 120], false, true],
    ['one that was read is not old', [200, 30], false, false],
    ['all were read', [200, 120], true, false],
    ['none is old', [], false, false],
  ])(
    'of a large backlog, where %s (ages %j, read whole: %s): may be more, %s',
    (_, ages, isWhole, orMore) => {
      expect(hygiene({ rethinks: rethinks(...ages), isWhole }).oldRethinks.orMore).toBe(orMore);
    },
  );

  it.each([
    [14, null],
    [15, { days: 15 }],
  ])('finds a metric stale whose last reading is %d days old: %j', (age, found) => {
    expect(hygiene({ readings: [{ day: addDays(today, -age), value: 40 }] }).staleMetric).toEqual(found);
  });

  it('finds no metric stale that is not declared', () => {
    expect(hygiene({}, undeclared).staleMetric).toBeNull();
    const bare =
      policy.primary === null ? policy : { ...policy, primary: { ...policy.primary, metric: null } };
    expect(hygiene({}, bare).staleMetric).toBeNull();
  });
});
