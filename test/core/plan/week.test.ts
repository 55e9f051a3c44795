import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { weekOf } from '../../../src/core/plan/week.ts';
import { type Weekday, weekdays } from '../../../src/core/policy.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Gaza',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
] as const;

const anyInstant = fc
  .integer({ min: Date.UTC(2020, 0, 1) / 1000, max: Date.UTC(2041, 0, 1) / 1000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());

const anyWeekday = fc.constantFrom<Weekday>(...weekdays);

describe('the week of a summary', () => {
  it.each([
    ['2026-11-30T08:00:00Z', 'monday', 'UTC', '2026-W49', '2026-11-23', '2026-11-29'],
    ['2026-12-06T23:59:59Z', 'monday', 'UTC', '2026-W49', '2026-11-23', '2026-11-29'],
    ['2026-12-07T00:00:00Z', 'monday', 'UTC', '2026-W50', '2026-11-30', '2026-12-06'],
    ['2026-11-29T23:30:00Z', 'monday', 'Europe/Berlin', '2026-W49', '2026-11-23', '2026-11-29'],
    ['2026-11-30T04:30:00Z', 'monday', 'America/New_York', '2026-W48', '2026-11-16', '2026-11-22'],
    ['2021-01-03T12:00:00Z', 'friday', 'UTC', '2020-W53', '2020-12-25', '2020-12-31'],
    ['2027-01-04T12:00:00Z', 'monday', 'UTC', '2027-W01', '2026-12-28', '2027-01-03'],
  ] as const)('at %s, due on %s in %s, is %s: %s to %s', (now, day, zone, key, firstDay, lastDay) => {
    expect(weekOf(now, day, zone)).toMatchObject({ key, firstDay, lastDay });
  });

  it('T26: is an hour shorter when the clocks go forward', () => {
    const { from, to } = weekOf('2026-03-30T06:00:00Z', 'monday', 'Europe/Berlin');
    expect([from, to]).toEqual(['2026-03-22T23:00:00Z', '2026-03-29T22:00:00Z']);
  });

  it('T26: is an hour longer when the clocks go back', () => {
    const { from, to } = weekOf('2026-10-26T06:00:00Z', 'monday', 'Europe/Berlin');
    expect([from, to]).toEqual(['2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z']);
  });

  it('T26: begins with the first instant of a day that has no midnight', () => {
    const { to } = weekOf('2024-04-27T00:00:00Z', 'friday', 'Africa/Cairo');
    expect(to).toBe('2024-04-25T22:00:00Z');
  });

  it('T26: holds seven local days, is over, and the next is not, in every zone from 2020 to 2040', () => {
    fc.assert(
      fc.property(anyInstant, anyWeekday, fc.constantFrom(...zones), (now, day, zone) => {
        const week = weekOf(now, day, zone);
        const local = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
        const days = local(week.from).toPlainDate().until(local(week.to).toPlainDate()).days;
        expect(days).toBe(7);
        expect(weekdays[local(week.to).dayOfWeek - 1]).toBe(day);
        expect(local(week.to).equals(local(week.to).startOfDay())).toBe(true);
        expect(Temporal.Instant.compare(week.to, now)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(local(week.to).add({ days: 7 }).startOfDay().toInstant(), now)).toBe(
          1,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('T26: is followed without gap or overlap by one with the next key, so each ISO week has one summary', () => {
    fc.assert(
      fc.property(anyInstant, anyWeekday, fc.constantFrom(...zones), (now, day, zone) => {
        const week = weekOf(now, day, zone);
        const later = Temporal.Instant.from(now).toZonedDateTimeISO(zone).add({ days: 7 }).toInstant();
        const next = weekOf(later.toString(), day, zone);
        expect(next.from).toBe(week.to);
        expect(next.key > week.key).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
