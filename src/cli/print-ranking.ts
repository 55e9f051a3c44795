import type { Rankable } from '../core/scoring/order.ts';
import type { Ranked } from '../core/scoring/rank.ts';
import { scoreOf } from '../core/scoring/score.ts';
import { toOneLine } from '../render/markdown.ts';
import { rankInWords } from '../render/order-in-words.ts';
import type { RankJson } from './shapes/candidate.ts';
import { printBlocks, printJson, type Terminal } from './terminal.ts';

export interface NamedCandidate extends Rankable {
  readonly title: string;
}

/** An incomplete candidate, and what is asked for next, if that can be named. */
export interface UnrankedCandidate extends Pick<NamedCandidate, 'repository' | 'number' | 'title'> {
  readonly missing: string | null;
}

export interface Ranking {
  readonly ranked: readonly Ranked<NamedCandidate>[];
  readonly unranked: readonly UnrankedCandidate[];
  readonly json?: boolean | undefined;
}

/** The complete candidates on standard output, best first; the incomplete ones on standard error. */
export function printRanking(terminal: Terminal, { ranked, unranked, json }: Ranking): void {
  if (json) printJson(terminal, ranked.map(toRankJson));
  else printBlocks(terminal, [ranked.map(inWords).join('\n') || 'No complete candidate.']);
  for (const one of unranked) terminal.stderr.write(`${unrankedInWords(one)}\n`);
}

function toRankJson({ rank, best, worst, item, standing }: Ranked<NamedCandidate>): RankJson[number] {
  return {
    rank,
    best,
    worst,
    number: item.number,
    constraint: item.constraint,
    score: scoreOf(item.counted),
    verdict: standing.verdict,
    onPrimary: standing.onPrimary,
  };
}

function inWords(ranked: Ranked<NamedCandidate>): string {
  const { item, standing } = ranked;
  const score = scoreOf(item.counted).toFixed(1);
  const what = `${score} ${standing.verdict.padEnd(10)} ${item.constraint.padEnd(11)}`;
  return `${rankInWords(ranked).padEnd(12)} ${what} ${referenceOf(item)} ${toOneLine(item.title)}`;
}

function unrankedInWords({ missing, ...candidate }: UnrankedCandidate): string {
  const why = missing === null ? '' : ` (${missing} is asked for next)`;
  return `Incomplete, not ranked: ${referenceOf(candidate)} ${toOneLine(candidate.title)}${why}`;
}

function referenceOf({ repository, number }: Pick<NamedCandidate, 'repository' | 'number'>): string {
  return `${repository}#${number}`;
}
