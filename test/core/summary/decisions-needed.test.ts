import { describe, expect, it } from 'vitest';
import { decisionsNeeded } from '../../../src/core/summary/decisions-needed.ts';
import type { MovedConstraint } from '../../../src/core/summary/moved-constraint.ts';
import type { FirstMove, WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { backlog, policy, primary, repository, undeclared, weekFacts } from './builders.ts';

const disagreement = {
  dimension: 'impact',
  high: { by: 'ana', rating: 5 },
  low: { by: 'ben', rating: 2 },
} as const;
const moved: MovedConstraint = { signals: [], toward: 'reliability' };
const open: FirstMove = { repository, number: 1, title: 'Move', closedAt: null, outcome: null };

describe('decisions needed', () => {
  it('are none in a week without any', () => {
    expect(kindsOf(weekFacts({ firstMoves: [open] }))).toEqual([]);
  });

  it('name the candidate whose raters disagree, and the dimension', () => {
    const facts = weekFacts({
      firstMoves: [open],
      candidates: backlog([{ number: 140, title: 'Help', ratings: '4343', disagreement }]),
    });
    expect(decisionsNeeded(facts, policy, null).told).toEqual([
      { kind: 'raters-disagree', candidate: { repository, number: 140, title: 'Help' }, disagreement },
    ]);
  });

  it.each([
    ['2026-11-24T08:00:00Z', []],
    ['2026-11-25T08:00:00Z', ['first-move']],
    ['2026-12-31T08:00:00Z', ['first-move']],
    ['2027-01-01T08:00:00Z', []],
    ['2027-01-15T08:00:00Z', []],
    ['2027-01-16T08:00:00Z', ['review']],
    ['2027-03-01T08:00:00Z', ['review']],
  ])('ask at %s for %j', (now, kinds) => {
    expect(kindsOf(weekFacts({ now }))).toEqual(kinds);
  });

  it('do not ask for the review when it was decided', () => {
    const review = { number: 7, decision: 'refine' } as const;
    expect(kindsOf(weekFacts({ now: '2027-01-20T08:00:00Z', review }))).toEqual([]);
  });

  it('name the leading candidate on the constraint when the first move is to be picked', () => {
    const candidates = backlog([
      { number: 1, ratings: '5555', constraint: 'adoption' },
      { number: 2, title: 'Lead', ratings: '4344' },
    ]);
    expect(decisionsNeeded(weekFacts({ candidates }), policy, null).told).toEqual([
      { kind: 'first-move', leading: { repository, number: 2, title: 'Lead' }, shipBy: '2026-12-31' },
    ]);
  });

  it('name no leading candidate while none on the constraint is ready or to be strengthened', () => {
    const candidates = backlog([
      { number: 1, ratings: '5555', constraint: 'adoption' },
      { number: 2, ratings: '4244' },
    ]);
    expect(decisionsNeeded(weekFacts({ candidates }), policy, null).told).toEqual([
      { kind: 'first-move', leading: null, shipBy: '2026-12-31' },
    ]);
  });

  it.each(['2026-12-10T08:00:00Z', '2027-01-20T08:00:00Z'])(
    'ask at %s for no move and no review of a declaration without a first day',
    (now) => {
      const undated = { ...policy, primary: { ...primary, since: null } };
      expect(decisionsNeeded(weekFacts({ now }), undated, null)).toEqual({ told: [], more: 0 });
    },
  );

  it('ask for an outcome two weeks after the first move was closed, until it is told', () => {
    const closed = { ...open, closedAt: '2026-11-16T20:00:00Z' };
    expect(kindsOf(weekFacts({ firstMoves: [closed] }))).toEqual(['outcome']);
    expect(kindsOf(weekFacts({ firstMoves: [{ ...closed, closedAt: '2026-11-17T20:00:00Z' }] }))).toEqual([]);
    expect(kindsOf(weekFacts({ firstMoves: [{ ...closed, outcome: 'flat' }] }))).toEqual([]);
    expect(kindsOf(weekFacts({ firstMoves: [open], formerMoves: [closed] }))).toEqual(['outcome']);
  });

  it('are at most three, one of each kind before a second of one kind, in a fixed order', () => {
    const disputed = backlog([1, 2, 3].map((number) => ({ number, ratings: '4343', disagreement })));
    const crowded = weekFacts({ now: '2027-01-20T08:00:00Z', candidates: disputed });
    const all = decisionsNeeded(crowded, policy, moved);
    expect(all.told.map(({ kind }) => kind)).toEqual(['raters-disagree', 'moved-constraint', 'review']);
    expect(all.more).toBe(2);
    const fewer = decisionsNeeded(crowded, policy, null);
    expect(fewer.told.map(({ kind }) => kind)).toEqual(['raters-disagree', 'raters-disagree', 'review']);
  });

  it('ask for no move and no review while no constraint is declared', () => {
    expect(decisionsNeeded(weekFacts({ now: '2027-01-20T08:00:00Z' }), undeclared, null).told).toEqual([]);
  });
});

function kindsOf(facts: WeekFacts): readonly string[] {
  return decisionsNeeded(facts, policy, null).told.map(({ kind }) => kind);
}
