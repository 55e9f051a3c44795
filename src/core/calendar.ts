import { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdays } from './policy.ts';

/**
 * Days are `YYYY-MM-DD` in the team's zone, instants are ISO 8601 with an offset.
 * The one place that knows about time zones, daylight saving and ISO weeks.
 */

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`: the thirtieth of February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = Date.parse(`${text}T00:00:00Z`);
  // The engine may read the thirtieth of February as a day of March.
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** The local day on which `instant` falls. */
export function dayOf(instant: string, timeZone: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The first instant of a local day, in UTC; not always midnight, since some zones skip it. */
export function startOfDay(day: string, timeZone: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString();
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** Hours between two instants, with fractions. */
export function hoursBetween(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('hours');
}

/** Whether `instant` lies in the span from `from` up to, and without, `to`. */
export function isWithin(instant: string, from: string, to: string): boolean {
  const moment = Temporal.Instant.from(instant).epochMilliseconds;
  return (
    moment >= Temporal.Instant.from(from).epochMilliseconds &&
    moment < Temporal.Instant.from(to).epochMilliseconds
  );
}

export function weekdayOf(day: string): Weekday {
  return weekdays[Temporal.PlainDate.from(day).dayOfWeek - 1] ?? 'monday';
}

/** The ISO week of a day, `2026-W48`; its year may differ from the day's at the turn of the year. */
export function isoWeekOf(day: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`;
}

/** `30 January`. */
export function toWords(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.day} ${monthNames[date.month - 1]}`;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
