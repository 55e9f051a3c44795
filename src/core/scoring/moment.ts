const isoInstant = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** The latest moment an instant can name: what cannot be read stands after everything that can. */
const unreadable = 8.64e15;

/**
 * An ISO 8601 instant in milliseconds since 1970, so that `…T10:00:00+02:00` and `…T08:00:00Z` are one moment.
 * Without an offset it is UTC, never the machine's own zone; text that is no instant stands last.
 */
export function toMoment(instant: string): number {
  const found = isoInstant.exec(instant);
  if (found === null) return unreadable;
  const moment = Date.parse(instant.includes('T') && found[1] === undefined ? `${instant}Z` : instant);
  return Number.isNaN(moment) ? unreadable : moment;
}
