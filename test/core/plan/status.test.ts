import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import { latestReading, readingsSince, statusOf } from '../../../src/core/plan/status.ts';
import type { Primary } from '../../../src/core/policy.ts';
import { primary } from '../summary/builders.ts';

const rising = withMetric({ baseline: 0, target: 100, minimum: 50 });
const falling = withMetric({ baseline: 100, target: 0, minimum: 50 });

describe('the status of the metric', () => {
  it.each([
    ['on the pace', 50, 'on-track'],
    ['ten points behind', 40, 'on-track'],
    ['a little more than ten behind', 39.9, 'at-risk'],
    ['thirty points behind', 20, 'at-risk'],
    ['more than thirty behind', 19.9, 'off'],
    ['worse than the baseline', -5, 'off'],
  ] as const)('at half of the time is, %s, at %d: %s', (_how, value, standing) => {
    const today = addDays('2026-11-02', 44);
    expect(statusOf(rising, [{ day: today, value }], today).standing).toBe(standing);
    expect(statusOf(falling, [{ day: today, value: 100 - value }], today).standing).toBe(standing);
  });

  it('is told by the readings since the declaration, of its first day too', () => {
    const readings = ['2026-11-01', '2026-11-02', '2026-12-01'].map((day) => ({ day, value: 1 }));
    expect(readingsSince(readings, primary)).toEqual(readings.slice(1));
    expect(readingsSince(readings, { since: null })).toEqual(readings);
  });

  it('is told by the newest reading up to the day, in whatever order they come', () => {
    const [older, newer, later] = ['2026-11-10', '2026-11-20', '2026-12-02'].map((day) => ({
      day,
      value: 1,
    }));
    const readings = [newer, older, later].filter((reading) => reading !== undefined);
    expect(latestReading(readings, '2026-12-01')).toEqual(newer);
    expect(latestReading(readings, '2026-11-09')).toBeNull();
  });

  it('counts no more than the 90 days as time', () => {
    const today = addDays('2026-11-02', 200);
    expect(statusOf(rising, [{ day: today, value: 90 }], today)).toMatchObject({
      standing: 'on-track',
      elapsed: 1,
    });
  });

  it.each([
    ['no metric', { ...primary, metric: null }, 0, 'no-metric'],
    ['no first day', { ...primary, since: null }, 0, 'no-since'],
    ['a reading 15 days old', primary, 15, 'stale-reading'],
  ] as const)('is unknown with %s', (_what, declared, age, unknownBecause) => {
    const readings = [{ day: addDays('2026-11-30', -age), value: 43 }];
    expect(statusOf(declared, readings, '2026-11-30')).toMatchObject({ standing: 'unknown', unknownBecause });
  });

  it('is unknown without a reading, and a reading of tomorrow is none', () => {
    const expected = { standing: 'unknown', unknownBecause: 'no-reading', latest: null };
    expect(statusOf(primary, [], '2026-11-30')).toMatchObject(expected);
    expect(statusOf(primary, [{ day: '2026-12-01', value: 50 }], '2026-11-30')).toMatchObject(expected);
  });

  it('is known with a reading 14 days old', () => {
    expect(statusOf(primary, [{ day: '2026-11-16', value: 43 }], '2026-11-30').standing).toBe('on-track');
  });

  it('takes the newest reading, and of two on one day the later', () => {
    const readings = [
      { day: '2026-11-29', value: 43 },
      { day: '2026-11-20', value: 40 },
      { day: '2026-11-29', value: 44 },
    ];
    expect(statusOf(primary, readings, '2026-11-30').latest).toEqual({ day: '2026-11-29', value: 44 });
  });

  it('is the same for a falling metric as for its mirror image', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 0, max: 120 }), (value, days) => {
        const today = addDays('2026-11-02', days);
        const up = statusOf(rising, [{ day: today, value }], today);
        const down = statusOf(falling, [{ day: today, value: 100 - value }], today);
        expect(down.standing).toBe(up.standing);
      }),
    );
  });
});

function withMetric(numbers: { baseline: number; target: number; minimum: number }): Primary {
  return { ...primary, metric: { name: 'Sign-ups', unit: '%', ...numbers } };
}
