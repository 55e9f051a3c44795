import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ratings } from '../../../src/core/candidate.ts';
import { toMoment } from '../../../src/core/scoring/moment.ts';
import { decidingRule, type Rankable, toRankable, toStanding } from '../../../src/core/scoring/order.ts';
import { rankCandidates } from '../../../src/core/scoring/rank.ts';
import { anyBacklog } from './arbitraries.ts';
import { everyProfile, ratingsOf, scoredFrom } from './builders.ts';
import { plainRange, plainRank } from './plain-scoring.ts';

function item(number: number, counted: Ratings, changes: Partial<Rankable> = {}): Rankable {
  return {
    repository: 'acme/shop',
    number,
    createdAt: '2026-11-02T10:00:00Z',
    constraint: 'activation',
    counted,
    confirmed: true,
    ...changes,
  };
}

function numbers(items: readonly Rankable[]): readonly number[] {
  return rankCandidates(items, 'activation').map(({ item: { number } }) => number);
}

describe('the order', () => {
  it.each([
    [
      'on-constraint',
      item(2, ratingsOf(1, 1, 1, 1)),
      item(1, ratingsOf(5, 5, 5, 5), { constraint: 'adoption' }),
    ],
    ['confirmed', item(2, ratingsOf(1, 1, 1, 1)), item(1, ratingsOf(5, 5, 5, 5), { confirmed: false })],
    ['verdict', item(2, ratingsOf(3, 3, 3, 3)), item(1, ratingsOf(5, 2, 5, 5))],
    ['product', item(2, ratingsOf(5, 4, 4, 5)), item(1, ratingsOf(4, 4, 4, 4))],
    ['leximin', item(2, ratingsOf(2, 2, 4, 1)), item(1, ratingsOf(1, 4, 4, 1))],
    ['evidence', item(2, ratingsOf(4, 5, 4, 4)), item(1, ratingsOf(5, 4, 4, 4))],
    ['impact', item(2, ratingsOf(5, 4, 4, 4)), item(1, ratingsOf(4, 4, 5, 4))],
    [
      'older',
      item(2, ratingsOf(4, 4, 4, 4), { createdAt: '2026-11-02T11:00:00+02:00' }),
      item(1, ratingsOf(4, 4, 4, 4)),
    ],
    [
      'repository',
      item(2, ratingsOf(4, 4, 4, 4), { repository: 'acme/app' }),
      item(1, ratingsOf(4, 4, 4, 4)),
    ],
    ['number', item(1, ratingsOf(4, 4, 4, 4)), item(2, ratingsOf(4, 4, 4, 4))],
  ] as const)('is decided by %s', (rule, before, after) => {
    expect(decidingRule(toStanding(before, 'activation'), toStanding(after, 'activation'))).toBe(rule);
    expect(numbers([after, before])).toEqual([before.number, after.number]);
  });

  it('has nothing on the constraint while none is declared', () => {
    const ranked = rankCandidates([item(1, ratingsOf(3, 3, 3, 3)), item(2, ratingsOf(4, 4, 4, 4))], null);
    expect(ranked.map(({ item: { number }, standing }) => [number, standing.onPrimary])).toEqual([
      [2, false],
      [1, false],
    ]);
  });

  it('T8: puts an outsider with inflated ratings below every confirmed candidate of its constraint', () => {
    const outsider = item(1, ratingsOf(5, 5, 5, 5), { confirmed: false });
    expect(numbers([outsider, item(2, ratingsOf(1, 1, 1, 1)), item(3, ratingsOf(3, 3, 3, 3))])).toEqual([
      3, 2, 1,
    ]);
  });

  it('leaves out incomplete candidates', () => {
    const place = { repository: 'acme/shop', number: 1, createdAt: '2026-11-02T10:00:00Z' };
    expect(toRankable(place, scoredFrom({ risk: '' }))).toBeNull();
    expect(toRankable(place, scoredFrom())).toMatchObject({ number: 1, confirmed: true });
  });

  it('does not depend on the order the list came in', () => {
    fc.assert(
      fc.property(
        anyBacklog.chain((backlog) =>
          fc.tuple(fc.constant(backlog), fc.shuffledSubarray([...backlog], { minLength: backlog.length })),
        ),
        ([backlog, shuffled]) => {
          expect(rankCandidates(shuffled, 'activation')).toEqual(rankCandidates(backlog, 'activation'));
        },
      ),
    );
  });
});

describe('ranks and ranges', () => {
  it('agree with the plain rules on any backlog', () => {
    fc.assert(
      fc.property(anyBacklog, fc.constantFrom('activation' as const, null), (backlog, primary) => {
        for (const { item: one, rank, best, worst, open } of rankCandidates(backlog, primary)) {
          const others = backlog.filter((other) => other !== one);
          expect({ rank, best, worst, open }).toEqual({
            rank: plainRank(one, others, primary),
            ...plainRange(one, others, primary),
            open: false,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stay open at the end where candidates that follow were not read', () => {
    const items = [
      item(1, ratingsOf(5, 5, 5, 5)),
      item(2, ratingsOf(4, 4, 4, 4)),
      item(3, ratingsOf(3, 3, 3, 3)),
    ];
    const ranked = rankCandidates(items, 'activation', { unreadAfter: 9 });
    expect(ranked.map(({ rank, best, worst, open }) => [rank, best, worst, open])).toEqual([
      [1, 1, 1, false],
      [2, 2, 2, false],
      [3, 3, 3, true],
    ]);
  });

  it('are worked out for 10,000 candidates with few comparisons for each', () => {
    const profiles = everyProfile();
    const backlog = Array.from({ length: 10_000 }, (_, index) =>
      item(index + 1, profiles[(index * 7) % profiles.length] ?? ratingsOf(1, 1, 1, 1)),
    );
    const ranked = rankCandidates(backlog, 'activation');
    expect(ranked.map(({ rank }) => rank)).toEqual(backlog.map((_, index) => index + 1));
    for (const index of [0, 4_999, 9_999]) {
      const one = ranked[index];
      if (one === undefined) throw new Error('the list is as long as the backlog');
      const others = backlog.filter((other) => other !== one.item);
      expect({ best: one.best, worst: one.worst }).toEqual(plainRange(one.item, others, 'activation'));
    }
  });
});

describe('an instant', () => {
  it('is one moment however its offset is written', () => {
    expect(toMoment('2026-11-02T12:00:00+02:00')).toBe(toMoment('2026-11-02T10:00:00Z'));
    expect(toMoment('2026-11-02T10:00:00')).toBe(toMoment('2026-11-02T10:00:00.000Z'));
    expect(toMoment('2026-11-02')).toBe(toMoment('2026-11-02T00:00:00Z'));
  });

  it.each(['', 'yesterday', '2026-13-40T00:00:00Z', 'Nov 2 2026'])(
    'stands last when it is none: %j',
    (text) => {
      expect(toMoment(text)).toBeGreaterThan(toMoment('9999-12-31T23:59:59Z'));
    },
  );
});
