import { describe, expect, it } from 'vitest';
import { daysBetween, isDay, isoWeekOf, isWithin } from '../../src/core/calendar.ts';

describe('a span of time', () => {
  const [from, to] = ['2026-11-16T00:00:00+01:00', '2026-11-22T23:00:00Z'];

  it.each([
    ['2026-11-15T22:59:59.999Z', false],
    ['2026-11-15T23:00:00Z', true],
    ['2026-11-22T22:59:59.999Z', true],
    ['2026-11-22T23:00:00Z', false],
  ])('from its first instant up to, and without, its last holds %s: %s', (instant, expected) => {
    expect(isWithin(instant, from, to)).toBe(expected);
  });
});

it.each([
  ['2026-11-02', '2026-11-02', 0],
  ['2026-11-02', '2027-02-01', 91],
  ['2027-02-01', '2026-11-02', -91],
])('from %s to %s is %i days, months or not', (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

it.each([
  ['2026-11-23', '2026-W48'],
  ['2026-01-05', '2026-W02'],
  ['2027-01-03', '2026-W53'],
  ['2024-12-30', '2025-W01'],
])('%s lies in the ISO week %s, whose year may be another', (day, week) => {
  expect(isoWeekOf(day)).toBe(week);
});

it.each([
  ['2026-11-20', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-02-30', false],
  ['2026-13-01', false],
  ['2026-11-2', false],
  ['2026-11-20T00:00:00Z', false],
  ['20 November', false],
  ['', false],
])('%j is a day of the calendar: %s', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});
