import { describe, expect, it } from 'vitest';
import { recordOf, rememberWeek } from '../../../src/core/summary/summary-state.ts';
import type { NewCandidate, WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { backlog, merge, primary, repository, weekFacts } from './builders.ts';

const opened = (number: number, given: Partial<NewCandidate>): NewCandidate => {
  return {
    repository,
    number,
    title: 'New',
    constraint: 'adoption',
    verdict: 'ready',
    confirmed: true,
    ...given,
  };
};
const none = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };

describe('the record of a week', () => {
  it('T8: leaves out the new candidates that nobody confirmed', () => {
    const facts = weekFacts({ opened: [opened(1, { confirmed: false }), opened(2, {})] });
    expect(recordOf(facts, primary).strong).toEqual({ ...none, adoption: 1 });
  });

  it('counts the strong new candidates and the accepted merges by constraint', () => {
    const facts = weekFacts({
      opened: [
        opened(1, {}),
        opened(2, { verdict: 'strengthen' }),
        opened(3, { verdict: 'validate' }),
        opened(4, { verdict: 'incomplete', constraint: null }),
        opened(5, { constraint: 'activation' }),
      ],
      merges: [
        merge(6, { constraint: 'operations', codes: ['ACCEPTED'] }),
        merge(7, { constraint: 'operations', codes: ['DRIFT'] }),
        merge(8, { constraint: 'operations', codes: ['ACCEPTED'], mergedAt: '2026-11-10T15:00:00Z' }),
      ],
    });
    expect(recordOf(facts, primary)).toEqual({
      week: '2026-W49',
      day: '2026-11-30',
      constraint: 'activation',
      focus: { aligned: 0, offConstraint: 1, accepted: 1, classified: 2, merges: 2 },
      strong: { ...none, adoption: 2, activation: 1 },
      accepted: { ...none, operations: 1 },
    });
    expect(recordOf(facts, null).constraint).toBeNull();
  });
});

describe('what a summary leaves behind', () => {
  const many = (length: number): Partial<WeekFacts> => ({
    candidates: backlog(Array.from({ length }, (_, index) => ({ number: index + 1, ratings: '4444' }))),
  });

  it.each([
    [200, true, true],
    [201, true, false],
    [1, false, false],
  ])('is complete with %d candidates, read whole: %s: %s', (length, isWhole, complete) => {
    const state = rememberWeek(weekFacts({ ...many(length), isWhole }), primary, null);
    expect(state.complete).toBe(complete);
    expect(state.candidates).toHaveLength(Math.min(length, 200));
  });

  it('holds the last 26 readings and what is needed of each candidate', () => {
    const readings = Array.from({ length: 27 }, (_, index) => ({ day: '2026-11-20', value: index }));
    const [candidate] = backlog([{ number: 3, ratings: '5345', firstMove: true, inReview: 9 }]);
    const state = rememberWeek(
      weekFacts({ readings, candidates: candidate ? [candidate] : [] }),
      primary,
      null,
    );
    expect(state.readings).toEqual(readings.slice(1));
    expect(state.candidates).toEqual([
      {
        repository,
        number: 3,
        rank: 1,
        claimed: { impact: 5, evidence: 3, confidence: 4, timing: 5 },
        counted: { impact: 5, evidence: 3, confidence: 4, timing: 5 },
        verdict: 'strengthen',
        firstMove: true,
        inReview: 9,
      },
    ]);
  });

  it('holds no declaration while none stands, and not the reason of one that does', () => {
    expect(rememberWeek(weekFacts(), null, null).declaration).toBeNull();
    const { constraint, since, owner, metric } = primary;
    expect(rememberWeek(weekFacts(), primary, null).declaration).toEqual({
      constraint,
      since,
      owner,
      metric,
    });
  });
});
