import { describe, expect, it } from 'vitest';
import { isFix, isMinimumReached, type PacedMerge, paceOf } from '../../../src/core/plan/review.ts';
import { merge, primary } from '../summary/builders.ts';

function paced(day: string, hours: number, isFixed = false): PacedMerge {
  const mergedAt = `${day}T12:00:00Z`;
  const createdAt = new Date(Date.parse(mergedAt) - hours * 3_600_000).toISOString();
  return { merge: merge(1, { createdAt, mergedAt }), day, isFix: isFixed };
}

describe('the pace of a plan', () => {
  it('counts merges, fixes and the median lead time phase by phase', () => {
    const merges = [
      paced('2026-11-02', 10),
      paced('2026-12-01', 30, true),
      paced('2026-12-02', 5),
      paced('2027-01-30', 7, true),
      paced('2027-01-31', 7),
    ];
    expect(paceOf('2026-11-02', merges)).toEqual([
      { phase: 'diagnose', merges: 2, fixes: 1, medianLeadHours: 20 },
      { phase: 'ship', merges: 1, fixes: 0, medianLeadHours: 5 },
      { phase: 'measure', merges: 1, fixes: 1, medianLeadHours: 7 },
    ]);
  });

  it.each([
    ['Fix the import', [], true],
    ['fix: the import', [], true],
    ['Revert "Import"', [], true],
    ['Hotfix for the import', [], true],
    ['Anything', ['Bug'], true],
    ['Prefix of names', [], false],
    ['Fixture for tests', [], false],
    ['Guided import', ['feature'], false],
  ])('%j with %j is a fix: %s', (title, labels, expected) => {
    expect(isFix({ title, labels })).toBe(expected);
  });

  it.each([
    [44.9, false],
    [45, true],
    [60, true],
  ])('at %d the minimum of 45 is reached: %s', (value, reached) => {
    expect(isMinimumReached(primary.metric, { day: '2027-01-20', value })).toBe(reached);
  });

  it('of a falling metric is reached from above', () => {
    const falling = { name: 'Lead time', unit: 'days', baseline: 9, target: 3, minimum: 6 };
    expect(isMinimumReached(falling, { day: '2027-01-20', value: 6 })).toBe(true);
    expect(isMinimumReached(falling, { day: '2027-01-20', value: 7 })).toBe(false);
    expect(isMinimumReached(falling, null)).toBeNull();
    expect(isMinimumReached(null, { day: '2027-01-20', value: 6 })).toBeNull();
  });
});
