import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/core/policy.ts';
import { driftOfWeek } from '../../../src/core/summary/drift-of-week.ts';
import type { WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { merge, policy, pullRequest, repository, undeclared, weekFacts } from './builders.ts';

const drift = (given: Partial<WeekFacts>, changes: Partial<Policy['drift']> = {}) =>
  driftOfWeek(weekFacts(given), { ...policy, drift: { ...policy.drift, ...changes } });
const off = { constraint: 'operations', codes: ['DRIFT'] } as const;
const unknown = { constraint: null, codes: ['UNCLASSIFIED'] } as const;
const fourUnknown = [unknown, unknown, unknown, unknown] as const;
const exempt = { constraint: null, codes: ['EXEMPT'] } as const;

describe('the drift of a week', () => {
  it('is none while no constraint is declared', () => {
    expect(driftOfWeek(weekFacts({ merges: [merge(1, off)] }), undeclared)).toBeNull();
  });

  it('says of each item whether it was merged', () => {
    const early = { constraint: 'activation', codes: ['SEQ-1'] } as const;
    const found = drift({ merges: [merge(1, early), merge(2, off)], pullRequests: [pullRequest(3, early)] });
    expect(found?.sequence).toEqual({
      items: [
        { repository, number: 1, title: 'Pull request 1', ...early, merged: true },
        { repository, number: 3, title: 'Pull request 3', ...early, merged: false },
      ],
      total: 2,
    });
    expect(found?.offConstraint.items).toContainEqual({
      repository,
      number: 2,
      title: 'Pull request 2',
      ...off,
      merged: true,
    });
  });

  it('leaves out what was merged before the declaration, by the day in the team’s zone', () => {
    const accepted = { by: 'ana', because: 'tax audit', self: true };
    const merges = [
      merge(1, { ...off, mergedAt: '2026-11-24T22:59:00Z' }),
      merge(2, { codes: ['ACCEPTED'], accepted, mergedAt: '2026-11-24T22:59:00Z' }),
      merge(3, { ...off, mergedAt: '2026-11-24T23:01:00Z' }),
    ];
    const declared: Policy = {
      ...policy,
      primary: policy.primary === null ? null : { ...policy.primary, since: '2026-11-25' },
      drift: { ...policy.drift, mode: 'observe' },
      summary: { ...policy.summary, timeZone: 'Europe/Berlin' },
    };
    expect(driftOfWeek(weekFacts({ merges }), declared)).toMatchObject({
      merges: { merges: 1, offConstraint: 1, accepted: 0 },
      offConstraint: { total: 1, items: [{ number: 3 }] },
      exceptions: { total: 0 },
      warnWould: { comment: 1, checked: 1 },
    });
  });

  it('counts every merge of the week where the declaration has no first day', () => {
    const undated = {
      ...policy,
      primary: policy.primary === null ? null : { ...policy.primary, since: null },
    };
    const found = driftOfWeek(weekFacts({ merges: [merge(1, off), merge(2)] }), undated);
    expect(found?.merges).toMatchObject({ merges: 2, offConstraint: 1 });
  });

  it('lists what was accepted, with who and why, and nothing whose acceptance was not needed', () => {
    const accepted = { by: 'ana', because: 'tax audit', self: true };
    const found = drift({
      merges: [
        merge(1, { constraint: 'operations', codes: ['ACCEPTED'], accepted }),
        merge(2, { codes: ['ALIGNED'], accepted }),
        merge(3, { codes: ['ACCEPTED'] }),
      ],
    });
    expect(found?.exceptions).toEqual({
      items: [{ repository, number: 1, title: 'Pull request 1', constraint: 'operations', ...accepted }],
      total: 1,
    });
  });

  it.each([
    ['under its focus', { on: 6, classified: 10 }, 1],
    ['at its focus', { on: 7, classified: 10 }, 0],
    ['at its focus as a whole percent', { on: 139, classified: 200 }, 0],
    ['half a percent and a little under it', { on: 694, classified: 1_000 }, 1],
    ['with nothing classified', { on: 0, classified: 0 }, 0],
  ])('lists a milestone %s', (_, open, total) => {
    const milestones = [{ repository, title: 'Autumn', open }];
    expect(drift({ milestones }, { milestoneFocus: 70 })?.milestones.total).toBe(total);
  });

  it.each([
    ['at the allowance', 50, [off, {}], 1],
    ['below it', 51, [off, {}], 0],
    ['below it, of all merges and not of the classified ones', 40, [off, {}, unknown], 0],
    ['without any', 0, [off, {}], 1],
    ['with nothing merged', 1, [], 0],
    ['below it, with four of ten merges unclassified', 40, [off, off, off, {}, {}, {}, ...fourUnknown], 0],
    ['at the allowance, one merge being exempt', 50, [off, {}, exempt], 1],
    ['above it, with nothing off the constraint but what is open', 1, [{}], 0],
  ] as const)('counts what warn would comment on %s', (_, allowance, merges, merged) => {
    const found = drift(
      { merges: merges.map((given, index) => merge(index + 1, given)) },
      { mode: 'observe', allowance },
    );
    expect(found?.warnWould).toEqual({ comment: merged, checked: merges.length });
  });
});
