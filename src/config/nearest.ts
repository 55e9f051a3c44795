/**
 * The candidate that `text` was most likely meant to be, or `null` where none is close: at most a third of the
 * letters differ, and two that changed places count as one. Case does not count. Texts over 50 characters are not
 * compared.
 */
export function nearest(text: string, candidates: readonly string[]): string | null {
  if (text.length > 50) return null;
  const wanted = text.toLowerCase();
  let best: string | null = null;
  let least = Math.floor(Math.max(text.length, 3) / 3) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** How many letters have to be put in, taken out, replaced or changed with their neighbour to get from one to the other. */
function editDistance(from: string, to: string): number {
  let earlier: readonly number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, length) => length);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      const removed = (previous[column] ?? 0) + 1;
      const added = (current[column - 1] ?? 0) + 1;
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwapped ? (earlier[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      current.push(Math.min(replaced, removed, added, swapped));
    }
    [earlier, previous] = [previous, current];
  }
  return previous[to.length] ?? 0;
}
