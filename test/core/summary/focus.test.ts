import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, codes } from '../../../src/core/drift/codes.ts';
import {
  countByConstraint,
  countFocus,
  existingPathShare,
  isCovered,
  medianLeadHours,
} from '../../../src/core/summary/focus.ts';
import { merge, pullRequest, weekFacts } from './builders.ts';

describe('the focus share', () => {
  it.each([
    [['ALIGNED'], 'activation', { aligned: 1, classified: 1, merges: 1 }],
    [['DRIFT'], 'operations', { aligned: 0, offConstraint: 1, classified: 1, merges: 1 }],
    [['SEQ-1'], 'activation', { aligned: 0, offConstraint: 1, classified: 1, merges: 1 }],
    [['MIXED'], 'operations', { offConstraint: 1, classified: 1, merges: 1 }],
    [['PAUSED', 'DRIFT'], 'adoption', { offConstraint: 1, classified: 1, merges: 1 }],
    [['ACCEPTED'], 'operations', { aligned: 0, accepted: 1, offConstraint: 0, classified: 1, merges: 1 }],
    [['UNCLASSIFIED'], null, { classified: 0, merges: 1 }],
    [['INCOMPLETE'], null, { classified: 0, merges: 1 }],
    [['INCOMPLETE'], 'activation', { aligned: 0, classified: 1, merges: 1 }],
    [['ACCEPTED'], null, { accepted: 1, classified: 1, merges: 1 }],
    [[], 'activation', { aligned: 0, classified: 1, merges: 1 }],
    [[], null, { aligned: 0, classified: 0, merges: 1 }],
    [['EXEMPT'], 'activation', { aligned: 0, classified: 0, merges: 0 }],
  ] as const)('counts %j on %s as %j', (held, constraint, expected) => {
    expect(countFocus([pullRequest(1, { codes: held, constraint })])).toMatchObject(expected);
  });

  it('never counts more than the merges there are', () => {
    const held = fc.subarray<Code>([...codes], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(held), (many) => {
        const count = countFocus(many.map((one, index) => pullRequest(index, { codes: one })));
        expect(count.classified).toBeLessThanOrEqual(count.merges);
        expect(count.aligned).toBeLessThanOrEqual(count.merges);
        expect(count.merges).toBeLessThanOrEqual(many.length);
      }),
    );
  });

  it('is told from a coverage of 80 percent on, and never of nothing', () => {
    const of = (classified: number, merges: number) =>
      isCovered({ aligned: 0, offConstraint: 0, accepted: 0, classified, merges });
    expect([of(4, 5), of(7, 9), of(0, 0)]).toEqual([true, false, false]);
  });
});

describe('the flow of the week', () => {
  it('takes the middle of the hours from opening to merging, exempt merges left out', () => {
    const took = (hours: number, given = {}) =>
      merge(hours, {
        createdAt: '2026-11-25T00:00:00Z',
        mergedAt: `2026-11-25T${String(hours).padStart(2, '0')}:00:00Z`,
        ...given,
      });
    expect(medianLeadHours([took(9), took(2), took(4)])).toBe(4);
    expect(medianLeadHours([took(9), took(2), took(4), took(6)])).toBe(5);
    expect(medianLeadHours([took(9), took(2, { codes: ['EXEMPT'] })])).toBe(9);
    expect(medianLeadHours([])).toBeNull();
  });

  it('knows the share of existing-path work among merges that are linked to a candidate', () => {
    const merges = [merge(1, { kinds: ['existing-path'] }), merge(2, { kinds: ['expansion'] }), merge(3)];
    expect(existingPathShare(merges)).toEqual({ existing: 1, known: 2 });
  });

  it('counts each constraint with its week, its 28 days and its work in progress', () => {
    const facts = weekFacts({
      merges: [
        merge(1),
        merge(2, { mergedAt: '2026-11-10T00:00:00Z' }),
        merge(3, { mergedAt: '2026-11-30T00:00:00Z', constraint: 'operations' }),
      ],
      pullRequests: [pullRequest(4)],
    });
    const rows = countByConstraint(facts);
    expect(rows.find(({ constraint }) => constraint === 'activation')).toMatchObject({
      mergesThisWeek: 1,
      mergesIn28Days: 2,
      inProgress: 1,
    });
    expect(rows.find(({ constraint }) => constraint === 'operations')).toMatchObject({ mergesThisWeek: 0 });
  });
});
