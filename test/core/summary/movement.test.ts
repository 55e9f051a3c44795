import { describe, expect, it } from 'vitest';
import { compareWeeks } from '../../../src/core/summary/movement.ts';
import { summariseWeek } from '../../../src/core/summary/summarise-week.ts';
import { historyWith, recordOf, rememberWeek } from '../../../src/core/summary/summary-state.ts';
import { backlog, type CandidateInput, policy, repository, undeclared, weekFacts } from './builders.ts';
import { exampleWeek, weekBefore } from './example-week.ts';

const lastMonday = '2026-11-23T08:00:00Z';

describe('movement', () => {
  it('is the places gained or lost since last week', () => {
    const before = [candidate(1, '5444'), candidate(2, '4444'), candidate(3, '4443')];
    const now = [candidate(1, '4443'), candidate(2, '4444'), candidate(3, '5555')];
    expect(movements(before, now)).toEqual([
      [3, 2],
      [2, 0],
      [1, -2],
    ]);
  });

  it('is "new" for a candidate that was not in the list', () => {
    expect(movements([candidate(1, '4444')], [candidate(1, '4444'), candidate(2, '4443')])).toEqual([
      [1, 0],
      [2, 'new'],
    ]);
  });

  it('is not known without last week, nor for an old candidate beyond the places that are remembered', () => {
    const many = Array.from({ length: 201 }, (_, index) => candidate(index + 1, '4444'));
    const last = many.at(-1);
    if (last === undefined) throw new Error('there are 201');
    expect(movements(many, [last])).toEqual([[201, null]]);
    const { top } = summariseWeek(exampleWeek, policy, null);
    expect(top.items.every(({ movement }) => movement === null)).toBe(true);
  });

  it('keeps candidates of two repositories with one number apart', () => {
    const both = [candidate(1, '5555'), { ...candidate(1, '4444'), repository: 'acme/api' }];
    expect(movements(both, both)).toEqual([
      [1, 0],
      [1, 0],
    ]);
  });
});

describe('the changes since last week', () => {
  it('are the review, the new rating with its reason, the reading, and the counts', () => {
    const { deltas } = summariseWeek(exampleWeek, policy, weekBefore);
    expect(deltas).toMatchObject({
      since: '2026-W48',
      changes: [
        { kind: 'in-review', candidate: { number: 118 }, pullRequest: 161 },
        {
          kind: 'rated',
          candidate: { number: 97 },
          rank: { from: 4, to: 2 },
          verdict: { from: 'validate', to: 'ready' },
          ratings: [{ dimension: 'evidence', from: 2, to: 4, nowLinked: true }],
        },
        { kind: 'reading', from: 40, to: 43 },
      ],
      newCandidates: 2,
      exceptions: 1,
    });
  });

  it('tell a reading of the day on which the last summary was due, and none of this day', () => {
    const given = [
      { day: '2026-11-22', value: 40 },
      { day: '2026-11-23', value: 41 },
      { day: '2026-11-30', value: 43 },
    ];
    const told = (readings: typeof given) =>
      summariseWeek(weekFacts({ readings }), policy, stateOf([])).deltas?.changes;
    expect(told(given)).toEqual([{ kind: 'reading', from: 40, to: 41 }]);
    expect(told(given.slice(1))).toEqual([{ kind: 'reading', from: null, to: 41 }]);
    expect(told(given.slice(0, 1))).toEqual([]);
    expect(told([...given.slice(0, 1), { day: '2026-11-25', value: 40 }])).toEqual([]);
  });

  it('name who left the list of a backlog that was not read whole', () => {
    const before = [candidate(1, '5445'), candidate(2, '4444')];
    const now = { candidates: backlog([before[0] ?? candidate(1, '5445')]) };
    const told = (isWhole: boolean) =>
      summariseWeek(weekFacts({ ...now, isWhole }), policy, stateOf(before)).deltas?.changes;
    expect(told(false)).toEqual([{ kind: 'left', candidate: { repository, number: 2, title: '' }, from: 2 }]);
    expect(told(true)).toEqual([]);
  });

  it('name who left only of the places that were shown, and neither closed nor there still', () => {
    const before = ['5555', '5554', '5544', '5444'].map((ratings, index) => candidate(index + 1, ratings));
    const namesake = { ...candidate(3, '5555'), repository: 'acme/api' };
    const closed = { repository, number: 2, title: 'Done', constraint: 'activation', mergedAs: 50 } as const;
    const facts = weekFacts({
      candidates: backlog([candidate(1, '5555'), namesake]),
      closed: [closed],
      isWhole: false,
    });
    expect(compareWeeks(facts, stateOf(before), 3, () => true)).toEqual({
      since: '2026-W48',
      changes: [
        { kind: 'closed', candidate: { repository, number: 2, title: 'Done' }, mergedAs: 50 },
        { kind: 'left', candidate: { repository, number: 3, title: '' }, from: 3 },
      ],
      more: 0,
    });
  });

  it('are at most eight; the others are counted', () => {
    const before = Array.from({ length: 12 }, (_, index) => candidate(index + 1, '4444'));
    const now = before.map((one) => ({ ...one, ratings: '4445' }));
    const { deltas } = summariseWeek(weekFacts({ candidates: backlog(now) }), policy, stateOf(before));
    expect([deltas?.changes.length, deltas?.more]).toEqual([8, 4]);
  });

  it('tell what was picked and what was closed on the constraint, nothing of other constraints', () => {
    const closed = (number: number, constraint: 'activation' | 'adoption') => {
      return { repository, number, title: 'Done', constraint, mergedAs: 50 };
    };
    const other = { ...candidate(2, '4444'), constraint: 'adoption', inReview: 60 } as const;
    const facts = weekFacts({
      candidates: backlog([{ ...candidate(1, '4444'), firstMove: true }, other]),
      closed: [closed(8, 'activation'), closed(9, 'adoption')],
    });
    const { deltas } = summariseWeek(facts, policy, stateOf([candidate(1, '4444')]));
    expect(deltas?.changes.map(({ kind }) => kind)).toEqual(['closed', 'first-move']);
    const all = summariseWeek(facts, undeclared, stateOf([candidate(1, '4444')])).deltas;
    expect(all?.changes.map(({ kind }) => kind)).toEqual(['closed', 'closed', 'first-move', 'in-review']);
  });

  it('tell of a candidate that was not in the list what it became, not what it was rated', () => {
    const arrived = { ...candidate(1, '4444'), firstMove: true, inReview: 60 };
    const { deltas } = summariseWeek(weekFacts({ candidates: backlog([arrived]) }), policy, stateOf([]));
    const reference = { repository, number: 1, title: 'Candidate 1' };
    expect(deltas?.changes).toEqual([
      { kind: 'first-move', candidate: reference },
      { kind: 'in-review', candidate: reference, pullRequest: 60 },
    ]);
  });

  it.each([
    ['evidence that was claimed, and is shown by a link now', '4244', 4, '4444', 'evidence', 2, 4, true],
    ['evidence that was not claimed so high', '4244', 3, '4444', 'evidence', 2, 4, false],
    ['another rating, raised to what the evidence claims', '3244', 4, '4244', 'impact', 3, 4, false],
  ] as const)('tell of %s', (_of, before, claimedEvidence, now, dimension, from, to, nowLinked) => {
    const { deltas } = summariseWeek(
      weekFacts({ candidates: backlog([candidate(1, now)]) }),
      policy,
      stateOf([{ ...candidate(1, before), claimedEvidence }]),
    );
    expect(deltas?.changes).toMatchObject([{ ratings: [{ dimension, from, to, nowLinked }] }]);
  });
});

describe('the history of weeks', () => {
  it('keeps twelve weeks, and a week summarised again takes its old place', () => {
    let state = stateOf([]);
    for (let week = 0; week < 20; week += 1) {
      const now = new Date(Date.UTC(2026, 10, 30 + 7 * week)).toISOString();
      state = rememberWeek(weekFacts({ now }), policy.primary, state);
    }
    expect(state.history).toHaveLength(12);
    const again = historyWith(recordOf(weekFacts({ now: `${state.day}T12:00:00Z` }), policy.primary), state);
    expect(again).toEqual(state.history);
  });
});

function candidate(number: number, ratings: string): CandidateInput {
  return { number, ratings };
}

function stateOf(before: readonly CandidateInput[]) {
  const facts = weekFacts({ now: lastMonday, candidates: backlog(before) });
  return rememberWeek(facts, policy.primary, null);
}

function movements(before: readonly CandidateInput[], now: readonly CandidateInput[]) {
  const { top } = summariseWeek(weekFacts({ candidates: backlog(now) }), policy, stateOf(before));
  return top.items.map(({ number, movement }) => [number, movement]);
}
