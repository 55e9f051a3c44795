import { daysBetween } from '../calendar.ts';
import type { Metric, Primary } from '../policy.ts';
import { planDayOf, planDays } from './phase.ts';

/** A reading of the primary constraint's metric, on a local day. */
export interface MetricReading {
  readonly day: string;
  readonly value: number;
}

/** After this many days without a reading nobody knows how the metric stands. */
export const staleAfterDays = 14;

export type Standing = 'on-track' | 'at-risk' | 'off' | 'unknown';

export interface Status {
  readonly standing: Standing;
  /** Why it is unknown; `null` where it is known. */
  readonly unknownBecause: 'no-metric' | 'no-since' | 'no-reading' | 'stale-reading' | null;
  /** The way from baseline to target that is done, as a fraction; below 0 and above 1 are possible. */
  readonly progress: number | null;
  /** The part of the 90 days that is over, 0..1. */
  readonly elapsed: number | null;
  readonly latest: MetricReading | null;
}

/**
 * Whether the metric keeps pace with the plan on the local day `today`: on track down to 10 points behind
 * the time that is over, at risk down to 30, else off (docs/summary.md). Works for rising and falling metrics.
 */
export function statusOf(primary: Primary, readings: readonly MetricReading[], today: string): Status {
  const { metric, since } = primary;
  const latest = latestReading(readings, today);
  const elapsed = since === null ? null : elapsedOn(since, today);
  const progress = metric === null || latest === null ? null : progressOf(metric, latest.value);
  const unknown = (because: NonNullable<Status['unknownBecause']>): Status => {
    return { standing: 'unknown', unknownBecause: because, progress, elapsed, latest };
  };
  if (metric === null) return unknown('no-metric');
  if (latest === null || progress === null) return unknown('no-reading');
  if (daysBetween(latest.day, today) > staleAfterDays) return unknown('stale-reading');
  if (elapsed === null) return unknown('no-since');
  return { standing: standingOf(progress, elapsed), unknownBecause: null, progress, elapsed, latest };
}

/** The way from baseline to target that `value` stands for. */
export function progressOf(metric: Metric, value: number): number {
  return (value - metric.baseline) / (metric.target - metric.baseline);
}

/** The readings of what is declared now: those from its first day on, since what came before measured something else. */
export function readingsSince(
  readings: readonly MetricReading[],
  { since }: Pick<Primary, 'since'>,
): readonly MetricReading[] {
  return readings.filter(({ day }) => since === null || day >= since);
}

/** The newest reading up to `today`; of two on one day the later recorded. */
export function latestReading(readings: readonly MetricReading[], today: string): MetricReading | null {
  return readings.reduce<MetricReading | null>((latest, reading) => {
    if (reading.day > today) return latest;
    return latest === null || reading.day >= latest.day ? reading : latest;
  }, null);
}

function elapsedOn(since: string, today: string): number {
  return Math.min(Math.max(planDayOf(since, today).day, 0), planDays) / planDays;
}

/** Exact at the thresholds although fractions are not: 0.2 is within 0.1 of 0.3. */
const rounding = 1e-9;

function standingOf(progress: number, elapsed: number): Standing {
  if (progress >= elapsed - 0.1 - rounding) return 'on-track';
  return progress >= elapsed - 0.3 - rounding ? 'at-risk' : 'off';
}
