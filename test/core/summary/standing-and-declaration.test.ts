import { describe, expect, it } from 'vitest';
import type { Primary } from '../../../src/core/policy.ts';
import { statusLineOf } from '../../../src/core/summary/status-line.ts';
import { rememberWeek } from '../../../src/core/summary/summary-state.ts';
import { policy, primary, undeclared, weekFacts } from './builders.ts';
import { exampleWeek } from './example-week.ts';

const today = '2026-11-30';

/** The changes of the declaration from last week's to this week's. */
function changes(before: Primary | null, now: Primary) {
  const lastWeek = rememberWeek(weekFacts({ now: '2026-11-23T08:00:00Z' }), before, null);
  return statusLineOf(weekFacts(), { ...policy, primary: now }, lastWeek, today)?.changes;
}

describe('the status line', () => {
  it('is none while no constraint is declared', () => {
    expect(statusLineOf(exampleWeek, undeclared, null, today)).toBeNull();
  });

  it('says where the constraint, the plan and the metric stand', () => {
    const { readings, diagnosis } = exampleWeek;
    expect(statusLineOf(exampleWeek, policy, null, today)).toEqual({
      standing: 'on-track',
      unknownBecause: null,
      progress: 5 / 17,
      elapsed: 29 / 90,
      latest: readings.at(-1),
      constraint: 'activation',
      owner: 'ana',
      metric: primary.metric,
      today,
      plan: {
        since: '2026-11-02',
        day: 29,
        phase: 'diagnose',
        phaseEnds: '2026-12-01',
        planEnds: '2027-01-30',
      },
      changes: [],
      decided: null,
      diagnosis,
    });
  });

  it('has no plan without a first day', () => {
    const line = statusLineOf(weekFacts(), { ...policy, primary: { ...primary, since: null } }, null, today);
    expect(line).toMatchObject({ plan: null, standing: 'unknown' });
  });

  it('tells a review once it was decided', () => {
    const review = { number: 7, decision: null, day: null, by: null };
    const decided = { number: 7, decision: 'move', day: '2026-11-29', by: 'ana' } as const;
    expect(statusLineOf(weekFacts({ review }), policy, null, today)?.decided).toBeNull();
    expect(statusLineOf(weekFacts({ review: decided }), policy, null, today)?.decided).toEqual(decided);
  });
});

describe('a changed declaration', () => {
  it('is told value by value', () => {
    const metric = { name: 'Active teams', unit: '', baseline: 1, target: 3, minimum: 2 };
    expect(changes(primary, { ...primary, since: '2026-11-23', owner: null, metric })).toEqual([
      { field: 'since', from: '2026-11-02', to: '2026-11-23' },
      { field: 'owner', from: 'ana', to: null },
      { field: 'metric', from: 'Sign-ups that connect a source within 24 h', to: 'Active teams' },
      { field: 'baseline', from: 38, to: 1 },
      { field: 'target', from: 55, to: 3 },
      { field: 'minimum', from: 45, to: 2 },
    ]);
  });

  it('is told where the metric goes', () => {
    expect(changes(primary, { ...primary, constraint: 'adoption', metric: null })).toEqual([
      { field: 'constraint', from: 'activation', to: 'adoption' },
      { field: 'metric', from: 'Sign-ups that connect a source within 24 h', to: null },
      { field: 'baseline', from: 38, to: null },
      { field: 'target', from: 55, to: null },
      { field: 'minimum', from: 45, to: null },
    ]);
  });

  it('is one change, of the constraint, where it is the first', () => {
    expect(changes(null, primary)).toEqual([{ field: 'constraint', from: null, to: 'activation' }]);
  });

  it('is none where everything is as it was, words of the reason left aside', () => {
    expect(changes(primary, { ...primary, because: 'Said in other words.' })).toEqual([]);
  });
});
