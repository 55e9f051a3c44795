/**
 * docs/scoring.md stated a second time, as plainly as can be and without a line of the code under test:
 * every rule is spelled out, every range is tried out, nothing is fast.
 */
export type PlainRatings = { impact: number; evidence: number; confidence: number; timing: number };
export type PlainOpen = { [Key in keyof PlainRatings]: number | null };
type Key = keyof PlainRatings;
const keys: readonly Key[] = ['impact', 'evidence', 'confidence', 'timing'];
const order = ['ready', 'strengthen', 'validate', 'de-risk', 'not-now', 'rethink'];

export function plainVerdict(r: PlainRatings): string {
  if (r.impact >= 4 && r.evidence >= 4 && r.confidence >= 4 && r.timing >= 4) return 'ready';
  if (r.impact >= 3 && r.evidence >= 3 && r.confidence >= 3 && r.timing >= 3) return 'strengthen';
  if (r.impact >= 3 && r.evidence <= 2 && r.confidence >= 3 && r.timing >= 3) return 'validate';
  if (r.impact >= 3 && r.evidence >= 3 && r.confidence <= 2 && r.timing >= 3) return 'de-risk';
  if (r.impact <= 2 && r.evidence >= 3 && r.confidence >= 3 && r.timing >= 3) return 'not-now';
  if (r.impact >= 3 && r.evidence >= 3 && r.confidence >= 3 && r.timing <= 2) return 'not-now';
  return 'rethink';
}

/** The score by looking for the tenth whose fourth power is next below, in whole numbers only. */
export function plainScore(r: PlainRatings): number {
  const product = BigInt(r.impact * r.evidence * r.confidence * r.timing);
  let tenths = 10n;
  // A tenth is reached as soon as its lower half, tenths - 0.5, to the fourth is at most 10000 products.
  while ((2n * (tenths + 1n) - 1n) ** 4n <= 160000n * product) tenths += 1n;
  return Number(tenths) / 10;
}

export interface PlainInput {
  constraint: string | null;
  ratings: PlainOpen;
  texts: readonly [behaviour: string, metric: string, risk: string];
  linked: boolean;
  author: string;
  /** In the order they were given. */
  opinions: readonly { by: string; ratings: Partial<PlainRatings> }[];
  settled: PlainRatings | null;
  primary: string | null;
  confirmed: boolean;
}

export interface PlainResult {
  claimed: PlainOpen;
  counted: PlainOpen;
  score: number | null;
  verdict: string;
  flags: string[];
  counterfactual: { dimension: string; to: number; verdict: string } | null;
}

export function plainScored(input: PlainInput): PlainResult {
  const claimed: PlainOpen = { impact: null, evidence: null, confidence: null, timing: null };
  let apart = false;
  for (const key of keys) {
    const latest: Record<string, number> = {};
    const own = input.ratings[key];
    if (own !== null) latest[input.author.toLowerCase()] = own;
    for (const opinion of input.opinions) {
      const rating = opinion.ratings[key];
      if (rating !== undefined) latest[opinion.by.toLowerCase()] = rating;
    }
    const all = Object.values(latest).sort();
    if (all.length > 0 && Math.max(...all) - Math.min(...all) >= 2) apart = true;
    claimed[key] = input.settled === null ? plainMedian(all) : input.settled[key];
  }
  const counted = { ...claimed };
  if (!input.linked && counted.evidence !== null && counted.evidence > 2) counted.evidence = 2;
  const { impact, evidence, confidence, timing } = counted;
  const answered = input.constraint !== null && input.texts.every((text) => text.trim() !== '');
  if (!answered || impact === null || evidence === null || confidence === null || timing === null) {
    return { claimed, counted, score: null, verdict: 'incomplete', flags: [], counterfactual: null };
  }
  const ratings = { impact, evidence, confidence, timing };
  const flags: string[] = [];
  if (evidence <= 2 && (impact >= 4 || timing >= 4)) flags.push('exciting-weak-evidence');
  if (confidence >= 4 && timing <= 2) flags.push('easy-but-disconnected');
  if (timing >= 4 && input.primary !== null && input.primary !== input.constraint)
    flags.push('timing-conflict');
  if (apart && input.settled === null) flags.push('needs-discussion');
  if (!input.confirmed) flags.push('unconfirmed');
  return {
    claimed,
    counted,
    score: plainScore(ratings),
    verdict: plainVerdict(ratings),
    flags,
    counterfactual: plainCounterfactual(ratings),
  };
}

function plainMedian(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  if (sorted.length % 2 === 1) return sorted[half - 0.5] ?? null;
  return Math.floor(((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2);
}

export function plainCounterfactual(r: PlainRatings): PlainResult['counterfactual'] {
  let best: { dimension: Key; to: number; verdict: string } | null = null;
  for (const dimension of keys) {
    if (r[dimension] === 5) continue;
    const to = r[dimension] + 1;
    const verdict = plainVerdict({ ...r, [dimension]: to });
    if (order.indexOf(verdict) >= order.indexOf(plainVerdict(r))) continue;
    const closer = best !== null && verdict === best.verdict && r[dimension] < r[best.dimension];
    if (best === null || order.indexOf(verdict) < order.indexOf(best.verdict) || closer) {
      best = { dimension, to, verdict };
    }
  }
  return best;
}

export interface PlainItem {
  repository: string;
  number: number;
  createdAt: string;
  constraint: string;
  counted: PlainRatings;
  confirmed: boolean;
}

/** How many of the others stand before it, plus one. */
export function plainRank(item: PlainItem, others: readonly PlainItem[], primary: string | null): number {
  return 1 + others.filter((other) => standsBefore(other, item, primary)).length;
}

export function plainRange(
  item: PlainItem,
  others: readonly PlainItem[],
  primary: string | null,
): { best: number; worst: number } {
  const ranks = [plainRank(item, others, primary)];
  for (const key of keys) {
    for (const rating of [item.counted[key] - 1, item.counted[key] + 1]) {
      if (rating < 1 || rating > 5) continue;
      const changed = { ...item, counted: { ...item.counted, [key]: rating } };
      ranks.push(plainRank(changed, others, primary));
    }
  }
  return { best: Math.min(...ranks), worst: Math.max(...ranks) };
}

function standsBefore(a: PlainItem, b: PlainItem, primary: string | null): boolean {
  const onA = primary !== null && a.constraint === primary;
  const onB = primary !== null && b.constraint === primary;
  if (onA !== onB) return onA;
  if (a.confirmed !== b.confirmed) return a.confirmed;
  const verdictA = order.indexOf(plainVerdict(a.counted));
  const verdictB = order.indexOf(plainVerdict(b.counted));
  if (verdictA !== verdictB) return verdictA < verdictB;
  const [listA, listB] = [keys.map((key) => a.counted[key]), keys.map((key) => b.counted[key])];
  const product = (list: readonly number[]) => list.reduce((all, one) => all * one, 1);
  if (product(listA) !== product(listB)) return product(listA) > product(listB);
  const [upA, upB] = [[...listA].sort(), [...listB].sort()];
  for (const place of [0, 1, 2, 3]) {
    const [x = 0, y = 0] = [upA[place], upB[place]];
    if (x !== y) return x > y;
  }
  if (a.counted.evidence !== b.counted.evidence) return a.counted.evidence > b.counted.evidence;
  if (a.counted.impact !== b.counted.impact) return a.counted.impact > b.counted.impact;
  const [whenA, whenB] = [new Date(a.createdAt).getTime(), new Date(b.createdAt).getTime()];
  if (whenA !== whenB) return whenA < whenB;
  if (a.repository !== b.repository) return a.repository < b.repository;
  return a.number < b.number;
}
