import { describe, expect, it } from 'vitest';
import { leastOfMinutes, trendOf } from './trend.ts';

const everyMinute = (valueAt: (minute: number) => number) =>
  Array.from({ length: 30 }, (_, minute) => ({ seconds: minute * 60, value: valueAt(minute) }));

describe('a trend', () => {
  it('is flat where only the first third rises', () => {
    const { isFlat, perHour } = trendOf(everyMinute((minute) => Math.min(minute * 10, 90)));
    expect(isFlat).toBe(true);
    expect(perHour).toBeCloseTo(0);
  });

  it('is flat where it falls', () => {
    expect(trendOf(everyMinute((minute) => 200 - minute)).isFlat).toBe(true);
  });

  it('rises where a megabyte a minute is added to a hundred', () => {
    const { isFlat, perHour } = trendOf(everyMinute((minute) => 100 + minute));
    expect(isFlat).toBe(false);
    expect(perHour).toBeCloseTo(60);
  });

  it('looks at the least of each minute, so that what is swept away again does not count', () => {
    const sawtooth = [10, 30, 50, 11, 31, 51].map((value, at) => ({ seconds: at * 20, value }));
    expect(leastOfMinutes(sawtooth).map(({ value }) => value)).toEqual([10, 11]);
  });
});
