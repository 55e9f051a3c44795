import type { Ratings } from '../core/candidate.ts';
import { decidingRule, type Standing } from '../core/scoring/order.ts';
import { lowestDimensions } from '../core/scoring/ratings.ts';
import { scoreOf } from '../core/scoring/score.ts';
import { inert, listInWords } from './markdown.ts';

/**
 * Why `before` stands before `after`, as a sentence without its full stop (docs/scoring.md, "The order"); a verdict
 * that puts a lower score first is said with both scores.
 */
export function explainOrder(before: Standing, after: Standing): string {
  switch (decidingRule(before, after)) {
    case 'on-constraint':
      return 'it serves the constraint, the other does not';
    case 'confirmed':
      return 'it is confirmed, the other is not yet';
    case 'verdict':
      return (
        oddNeighbour(before, after) ?? `the verdict comes first: ${before.verdict} before ${after.verdict}`
      );
    case 'product':
      return `same verdict; higher product: ${before.product} beats ${after.product}`;
    case 'leximin':
      return `same verdict and product; no rating as low: ${inWords(before.ascending)} beats ${inWords(after.ascending)}`;
    case 'evidence':
      return `same ratings in another order; higher evidence: ${before.counted.evidence} beats ${after.counted.evidence}`;
    case 'impact':
      return `same ratings in another order; higher impact: ${before.counted.impact} beats ${after.counted.impact}`;
    case 'older':
      return 'equally strong; it was filed earlier';
    case 'repository':
      return `equally strong and old; ${inert(before.repository)} comes before ${inert(after.repository)}`;
    case 'number':
      return `equally strong and old; lower number: #${before.number} before #${after.number}`;
    case null:
      return 'nothing tells them apart';
  }
}

/** Why a candidate with the higher score stands below one with the lower; `null` where nothing looks odd. */
export function oddNeighbour(above: Standing, below: Standing): string | null {
  const [upper, lower] = [scoreOf(above.counted), scoreOf(below.counted)];
  if (upper >= lower) return null;
  const stands = `${lower.toFixed(1)} stands`;
  switch (decidingRule(above, below)) {
    case 'on-constraint':
      return `${stands} below ${upper.toFixed(1)} because the constraint comes first`;
    case 'confirmed':
      return `${stands} ${belowInWords({ score: upper, because: 'unconfirmed' }, below.counted)}`;
    default: {
      const why = belowInWords({ score: upper, because: 'verdict' }, below.counted);
      return `${stands} ${why}: ${above.verdict} comes before ${below.verdict}`;
    }
  }
}

/** Why a candidate stands below a lower score, in the words that summary and `explain` share. */
export function belowInWords(
  { score, because }: { readonly score: number; readonly because: 'unconfirmed' | 'verdict' },
  counted: Ratings,
): string {
  const below = `below ${score.toFixed(1)}`;
  if (because === 'unconfirmed') return `${below} until a triager confirms it`;
  const lowest = lowestDimensions(counted);
  const verb = lowest.length === 1 ? 'is' : 'are';
  const rating = Math.min(...Object.values(counted));
  return `${below} because ${listInWords(lowest)} ${verb} ${rating}`;
}

function inWords(ratings: readonly number[]): string {
  return ratings.join(' ');
}

/** `#2 (2–3)`; open at the end where candidates that follow were not read: `#2 (1–12+)`. */
export function rankInWords({
  rank,
  best,
  worst,
  open,
}: {
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  readonly open: boolean;
}): string {
  return `#${rank} (${best}–${worst}${open ? '+' : ''})`;
}
