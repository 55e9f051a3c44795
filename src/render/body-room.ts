/** GitHub's limit for a body or a description, with room to spare, in UTF-16 units. */
export const bodyUnits = 60_000;

/** The longest of what stands between two entries, or around one. */
const around = '|  |\n'.length;

/**
 * How many of `entries`, from the first on, come to at most `units` UTF-16 units. They are measured as they are
 * written, after escaping, and stay whole: who lists them says how many more there are.
 */
export function howManyFit(units: number, entries: readonly string[]): number {
  let left = units;
  const first = entries.findIndex((entry) => {
    left -= entry.length + around;
    return left < 0;
  });
  return first < 0 ? entries.length : first;
}
