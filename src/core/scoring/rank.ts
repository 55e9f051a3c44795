import { dimensions, type Ratings } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import { compareStandings, type Rankable, type Standing, strengthOf, toStanding } from './order.ts';
import { onScale } from './ratings.ts';

export interface Ranked<Item extends Rankable> {
  readonly item: Item;
  readonly standing: Standing;
  /** 1..n through the whole list. */
  readonly rank: number;
  /** The best and the worst rank under any single step of one of its own counted ratings. */
  readonly best: number;
  readonly worst: number;
  /** The worst rank may be lower still: candidates that were not read follow. */
  readonly open: boolean;
}

/**
 * Ranks complete candidates and says how far each rank can be trusted (docs/scoring.md, "The order", "The range").
 * `unreadAfter` is how many further candidates follow this list unread: a range that touches its end stays open.
 * Time grows with n log n.
 */
export function rankCandidates<Item extends Rankable>(
  items: readonly Item[],
  primary: Constraint | null,
  { unreadAfter = 0 }: { readonly unreadAfter?: number } = {},
): readonly Ranked<Item>[] {
  const sorted = items
    .map((item) => ({ item, standing: toStanding(item, primary) }))
    .sort((one, other) => compareStandings(one.standing, other.standing));
  const standings = sorted.map(({ standing }) => standing);
  return sorted.map(({ item, standing }, index) => {
    const ranks = neighbouringRatings(standing.counted).map((counted) =>
      rankAmongOthers({ ...standing, ...strengthOf(counted) }, standings, index),
    );
    const rank = index + 1;
    const worst = Math.max(rank, ...ranks);
    return {
      item,
      standing,
      rank,
      best: Math.min(rank, ...ranks),
      worst,
      open: unreadAfter > 0 && worst === sorted.length,
    };
  });
}

/** Every profile one step away from `counted` in one dimension, within 1..5. */
function neighbouringRatings(counted: Ratings): readonly Ratings[] {
  return dimensions.flatMap((dimension) =>
    [-1, 1].flatMap((step) => {
      const rating = onScale(counted[dimension] + step);
      return rating === null ? [] : [{ ...counted, [dimension]: rating }];
    }),
  );
}

/** The rank `changed` takes when it replaces the standing at `own` and all others stay as they are. */
function rankAmongOthers(changed: Standing, standings: readonly Standing[], own: number): number {
  let low = 0;
  let high = standings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const standing = standings[middle];
    if (standing !== undefined && compareStandings(standing, changed) < 0) low = middle + 1;
    else high = middle;
  }
  return own < low ? low : low + 1;
}
