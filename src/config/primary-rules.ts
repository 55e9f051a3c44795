import { isDay } from '../core/calendar.ts';
import type { Problem } from '../core/problem.ts';
import { renderFound } from './path-in-config.ts';
import type { Layer } from './read-shape.ts';

/** `since` is a day of the calendar, as `YYYY-MM-DD`. Problem: CONFIG_SINCE_NOT_A_DATE. */
export function sinceIsDate({ config, placeOf }: Layer): readonly Problem[] {
  const since = config.primary?.since;
  if (!since || isDay(since)) return [];
  return [
    {
      code: 'CONFIG_SINCE_NOT_A_DATE',
      message: '`primary.since` is not a day of the calendar.',
      found: renderFound(since),
      expected: 'a date such as 2026-11-02',
      fix: 'Write day 1 of the 90 as `YYYY-MM-DD`.',
      at: placeOf(['primary', 'since']),
    },
  ];
}

/** `owner` is one person's login. Problem: CONFIG_OWNER_NOT_A_LOGIN. */
export function ownerIsLogin({ config, placeOf }: Layer): readonly Problem[] {
  const owner = config.primary?.owner;
  if (!owner || /^@?[a-z\d][\w-]*$/i.test(owner)) return [];
  return [
    {
      code: 'CONFIG_OWNER_NOT_A_LOGIN',
      message: '`primary.owner` is not the login of a person.',
      found: renderFound(owner),
      expected: 'a login such as ana; a team cannot be assigned',
      fix: 'Write the GitHub login of one person.',
      at: placeOf(['primary', 'owner']),
    },
  ];
}

/** The target is another value than the baseline. Problem: CONFIG_METRIC_FLAT. */
export function metricMoves({ config, placeOf }: Layer): readonly Problem[] {
  const metric = config.primary?.metric;
  if (!metric || metric.baseline !== metric.target) return [];
  return [
    {
      code: 'CONFIG_METRIC_FLAT',
      message: 'The metric has the same baseline and target, so nothing could ever move it.',
      found: `baseline ${metric.baseline}, target ${metric.target}`,
      expected: 'a target above or below the baseline',
      fix: 'Set `target` to the value the team wants to reach.',
      at: placeOf(['primary', 'metric', 'target']),
    },
  ];
}

/** The minimum lies between baseline and target, either included. Problem: CONFIG_METRIC_MINIMUM. */
export function minimumBetween({ config, placeOf }: Layer): readonly Problem[] {
  const metric = config.primary?.metric;
  if (!metric || metric.baseline === metric.target) return [];
  const lowest = Math.min(metric.baseline, metric.target);
  const highest = Math.max(metric.baseline, metric.target);
  if (metric.minimum >= lowest && metric.minimum <= highest) return [];
  return [
    {
      code: 'CONFIG_METRIC_MINIMUM',
      message: 'The least improvement that justifies going on is not on the way from baseline to target.',
      found: `minimum ${metric.minimum}`,
      expected: `from ${lowest} to ${highest}`,
      fix: `Set \`minimum\` to a value from ${lowest} to ${highest}.`,
      at: placeOf(['primary', 'metric', 'minimum']),
    },
  ];
}
