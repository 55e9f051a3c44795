import type { Constraint } from '../core/constraint.ts';
import { type Rankable, toRankable } from '../core/scoring/order.ts';
import { type Ranked, rankCandidates } from '../core/scoring/rank.ts';
import { scoreOf } from '../core/scoring/score.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { askFor } from '../render/ask-in-words.ts';
import { toOneLine } from '../render/markdown.ts';
import { rankInWords } from '../render/order-in-words.ts';
import type { RankJson } from './json-shapes.ts';
import { type BacklogLine, readBacklogLines } from './read-backlog-lines.ts';
import { readInput } from './read-input.ts';
import { readLocalForm, readPrimary } from './read-local-rules.ts';
import { printProblems } from './render-problem.ts';
import { scoreBody } from './score.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface RankOptions {
  /** The file of lines; `-` is standard input. */
  readonly file: string;
  readonly template?: string | undefined;
  readonly primary?: Constraint | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Ranks the candidates of a file, one JSON object a line (docs/cli.md). Incomplete ones are named on standard error
 * (1); a line that cannot be read is told with its number and the others are ranked all the same (2).
 */
export async function rank(terminal: Terminal, options: RankOptions): Promise<ExitCode> {
  const form = await readLocalForm(terminal, options.template);
  const primary = await readPrimary(terminal, options.primary);
  const name = options.file === '-' ? 'standard input' : options.file;
  const lines = readBacklogLines(await readInput(terminal, options.file), name);
  const scored = lines.value.map((line) => ({
    line,
    scored: scoreBody(line.body, form.value, primary.value).scored,
  }));
  const ranked = rankCandidates(scored.flatMap(toItem), primary.value);
  if (options.json) printJson(terminal, ranked.map(toRankJson));
  else printBlocks(terminal, [ranked.map(inWords).join('\n') || 'No complete candidate.']);
  const incomplete = scored.flatMap((one) => (one.scored.verdict === 'incomplete' ? [one] : []));
  for (const one of incomplete) terminal.stderr.write(`${incompleteInWords(one)}\n`);
  const ofFiles = [...form.problems, ...primary.problems];
  printProblems(terminal, [...lines.problems, ...ofFiles]);
  if (lines.problems.length > 0) return 2;
  return incomplete.length > 0 || ofFiles.length > 0 ? 1 : 0;
}

interface ScoredLine {
  readonly line: BacklogLine;
  readonly scored: Scored;
}

interface RankedLine extends Rankable {
  readonly title: string;
}

function toItem({ line, scored }: ScoredLine): readonly RankedLine[] {
  const rankable = toRankable(line, scored);
  return rankable === null ? [] : [{ ...rankable, title: line.title }];
}

function toRankJson({ rank, best, worst, item, standing }: Ranked<RankedLine>): RankJson[number] {
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

function inWords(ranked: Ranked<RankedLine>): string {
  const { item, standing } = ranked;
  const score = scoreOf(item.counted).toFixed(1);
  const what = `${score} ${standing.verdict.padEnd(10)} ${item.constraint.padEnd(11)}`;
  return `${rankInWords(ranked).padEnd(12)} ${what} ${referenceOf(item)} ${toOneLine(item.title)}`;
}

function incompleteInWords({ line, scored }: ScoredLine): string {
  const [next] = scored.missing;
  const why = next === undefined ? '' : ` (${askFor(next).name} is asked for next)`;
  return `Incomplete, not ranked: ${referenceOf(line)} ${toOneLine(line.title)}${why}`;
}

function referenceOf({ repository, number }: Pick<BacklogLine, 'repository' | 'number'>): string {
  return `${repository}#${number}`;
}
