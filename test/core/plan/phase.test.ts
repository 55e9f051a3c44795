import { describe, expect, it } from 'vitest';
import { planDayOf } from '../../../src/core/plan/phase.ts';

describe('the day of the plan', () => {
  it.each([
    ['2026-11-01', 0, 'diagnose', '2026-12-01'],
    ['2026-11-02', 1, 'diagnose', '2026-12-01'],
    ['2026-12-01', 30, 'diagnose', '2026-12-01'],
    ['2026-12-02', 31, 'ship', '2026-12-31'],
    ['2026-12-31', 60, 'ship', '2026-12-31'],
    ['2027-01-01', 61, 'measure', '2027-01-30'],
    ['2027-01-30', 90, 'measure', '2027-01-30'],
    ['2027-01-31', 91, 'decide', null],
  ] as const)('is on %s day %i, in %s, which ends %s', (today, day, phase, phaseEnds) => {
    expect(planDayOf('2026-11-02', today)).toEqual({ day, phase, phaseEnds, planEnds: '2027-01-30' });
  });
});
