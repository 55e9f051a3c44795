import { addDays, dayOf, isoWeekOf, startOfDay, weekdayOf } from '../calendar.ts';
import { type Weekday, weekdays } from '../policy.ts';

/** The seven local days that one summary covers. */
export interface Week {
  /** ISO week of `day`, `2026-W48`: one summary for each. */
  readonly key: string;
  /** The local day of posting; the week is over when it begins. */
  readonly day: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Instants: from the first of `firstDay` up to, and without, the first of `day`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The week whose summary is due at the instant `now`: the seven local days before the latest `day`
 * began in the team's zone (docs/summary.md).
 */
export function weekOf(now: string, day: Weekday, timeZone: string): Week {
  const today = dayOf(now, timeZone);
  const daysSince = (weekdays.indexOf(weekdayOf(today)) - weekdays.indexOf(day) + 7) % 7;
  const posted = addDays(today, -daysSince);
  const firstDay = addDays(posted, -7);
  return {
    key: isoWeekOf(posted),
    day: posted,
    firstDay,
    lastDay: addDays(posted, -1),
    from: startOfDay(firstDay, timeZone),
    to: startOfDay(posted, timeZone),
  };
}
