import type { Constraint } from '../core/constraint.ts';
import { toRankable } from '../core/scoring/order.ts';
import { rankCandidates } from '../core/scoring/rank.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { askFor } from '../render/ask-in-words.ts';
import { printProblems } from './print-problems.ts';
import { type NamedCandidate, printRanking, type UnrankedCandidate } from './print-ranking.ts';
import { type BacklogLine, readBacklogLines } from './read-backlog-lines.ts';
import { readInput } from './read-input.ts';
import { readLocalForm, readPrimary } from './read-local-rules.ts';
import { scoreBody } from './score.ts';
import type { ExitCode, Terminal } from './terminal.ts';

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
  const ranked = rankCandidates(scored.flatMap(toRanked), primary.value);
  const unranked = scored.flatMap(toUnranked);
  printRanking(terminal, { ranked, unranked, json: options.json });
  const ofFiles = [...form.problems, ...primary.problems];
  printProblems(terminal, [...lines.problems, ...ofFiles]);
  if (lines.problems.length > 0) return 2;
  return unranked.length > 0 || ofFiles.length > 0 ? 1 : 0;
}

interface ScoredLine {
  readonly line: BacklogLine;
  readonly scored: Scored;
}

function toRanked({ line, scored }: ScoredLine): readonly NamedCandidate[] {
  const rankable = toRankable(line, scored);
  return rankable === null ? [] : [{ ...rankable, title: line.title }];
}

function toUnranked({ line, scored }: ScoredLine): readonly UnrankedCandidate[] {
  if (scored.verdict !== 'incomplete') return [];
  const [next] = scored.missing;
  const { repository, number, title } = line;
  return [{ repository, number, title, missing: next === undefined ? null : askFor(next).name }];
}
