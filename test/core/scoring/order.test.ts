import { describe, expect, it } from 'vitest';
import { toMoment } from '../../../src/core/scoring/moment.ts';
import {
  compareStandings,
  decidingRule,
  type Rankable,
  toRankable,
  toStanding,
} from '../../../src/core/scoring/order.ts';
import { ratingsOf, scoredFrom } from './builders.ts';

const item: Rankable = {
  repository: 'acme/app',
  number: 7,
  createdAt: '2026-11-02T08:00:00Z',
  constraint: 'activation',
  counted: ratingsOf(4, 4, 3, 4),
  confirmed: true,
};

describe('of two candidates', () => {
  it.each([
    ['on-constraint', { constraint: 'adoption' }],
    ['confirmed', { confirmed: false }],
    ['verdict', { counted: ratingsOf(4, 2, 4, 5) }],
    ['product', { counted: ratingsOf(3, 4, 3, 4) }],
    ['older', { createdAt: '2026-11-02T08:00:01Z' }],
    ['repository', { repository: 'acme/web' }],
    ['number', { number: 8 }],
  ] as const)('the rule %s decides which stands first', (rule, change) => {
    const first = toStanding(item, 'activation');
    const second = toStanding({ ...item, ...change }, 'activation');
    expect(decidingRule(first, second)).toBe(rule);
    expect(decidingRule(second, first)).toBe(rule);
    expect(Math.sign(compareStandings(first, second))).toBe(-1);
    expect(Math.sign(compareStandings(second, first))).toBe(1);
  });

  it.each([
    ['leximin', ratingsOf(2, 2, 2, 2), ratingsOf(4, 2, 2, 1)],
    ['evidence', ratingsOf(4, 4, 3, 4), ratingsOf(4, 3, 4, 4)],
    ['impact', ratingsOf(4, 4, 3, 4), ratingsOf(3, 4, 4, 4)],
  ] as const)('with the same product and verdict the rule %s decides', (rule, one, other) => {
    const first = toStanding({ ...item, counted: one }, 'activation');
    const second = toStanding({ ...item, counted: other }, 'activation');
    expect(decidingRule(first, second)).toBe(rule);
    expect(Math.sign(compareStandings(first, second))).toBe(-1);
  });

  it('nothing tells apart the same issue with the same ratings', () => {
    const standing = toStanding(item, 'activation');
    expect(decidingRule(standing, standing)).toBeNull();
    expect(compareStandings(standing, standing)).toBe(0);
  });

  it('none is on the constraint while none is declared', () => {
    expect(toStanding(item, null).onPrimary).toBe(false);
    expect(toStanding(item, 'activation').onPrimary).toBe(true);
  });
});

describe('a scored candidate', () => {
  const { repository, number, createdAt } = item;
  const place = { repository, number, createdAt };

  it.each([
    ['confirmed', true],
    ['unconfirmed', false],
  ] as const)('that is %s is ranked with confirmed: %s', (confirmation, confirmed) => {
    const scored = scoredFrom({ ratings: ratingsOf(4, 4, 3, 4) }, { confirmation });
    expect(toRankable(place, scored)).toEqual({ ...item, confirmed });
  });

  it('is not ranked while it is incomplete', () => {
    expect(toRankable(place, scoredFrom({ ratings: { ...ratingsOf(4, 4, 4, 4), timing: null } }))).toBeNull();
    expect(toRankable(place, scoredFrom({ constraint: null }))).toBeNull();
  });

  it('without a constraint is not on the constraint that nobody declared', () => {
    expect(scoredFrom({ constraint: null }, { primary: null }).onPrimary).toBe(false);
  });
});

describe('an instant', () => {
  const latest = 8.64e15;

  it.each([
    ['2026-11-02T10:00:00+02:00', Date.UTC(2026, 10, 2, 8)],
    ['2026-11-02T08:00:00Z', Date.UTC(2026, 10, 2, 8)],
    ['2026-11-02T08:00', Date.UTC(2026, 10, 2, 8)],
    ['2026-11-02T08:00:00.250', Date.UTC(2026, 10, 2, 8, 0, 0, 250)],
    ['2026-11-02', Date.UTC(2026, 10, 2)],
    ['2026-13-02', latest],
    ['2 November 2026', latest],
    ['2026-11-02T08:00:00Zulu', latest],
    ['on 2026-11-02', latest],
    ['', latest],
  ])('%j is the moment %d: UTC unless it says otherwise, last where it says nothing', (instant, moment) => {
    expect(toMoment(instant)).toBe(moment);
  });
});
