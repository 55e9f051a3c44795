import type { Problem } from '../core/problem.ts';
import { nearest } from './nearest.ts';
import { renderFound } from './path-in-config.ts';
import type { Layer } from './read-shape.ts';

/** The zone is known by its IANA name; an offset is none, it knows no summer time. Problem: CONFIG_UNKNOWN_TIME_ZONE. */
export function knownTimeZone({ config, placeOf }: Layer): readonly Problem[] {
  const zone = config.summary?.['time-zone'];
  if (!zone || isTimeZone(zone)) return [];
  const meant = nearest(zone, Intl.supportedValuesOf('timeZone'));
  return [
    {
      code: 'CONFIG_UNKNOWN_TIME_ZONE',
      message: '`summary.time-zone` is not a known time zone.',
      found: renderFound(zone),
      expected: 'an IANA name such as Europe/Berlin',
      fix:
        meant === null
          ? 'Write an IANA name such as `Europe/Berlin`, or `UTC`.'
          : `Write \`${meant}\` instead.`,
      at: placeOf(['summary', 'time-zone']),
    },
  ];
}

function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
