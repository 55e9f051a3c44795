import { hasLabel, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { ConnectedRepository } from '../github/repository.ts';
import { ratingCommandOf } from '../render/next-step-in-words.ts';
import type { Issue } from '../tasks/ports/issues.ts';
import { readJudged } from '../tasks/read-judged.ts';
import { CannotRun } from './cannot-run.ts';
import { connect } from './connect.ts';
import { type Explanation, explanationInWords, toExplainJson } from './explanation-in-words.ts';
import { printProblems } from './print-problems.ts';
import { type RankingReading, readRanking } from './read-ranking.ts';
import { type Reference, readReference } from './read-reference.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface ExplainOptions {
  /** `owner/repo#12`. */
  readonly candidate: string;
  readonly json?: boolean | undefined;
}

/**
 * Says why an open candidate has its verdict and its rank (docs/cli.md); reads only. 1 when it is incomplete or the
 * repository's config or form has Problems. Throws CannotRun: ARGUMENT_INVALID, CANDIDATE_ABSENT.
 */
export async function explain(terminal: Terminal, { candidate, json }: ExplainOptions): Promise<ExitCode> {
  const reference = readReference(candidate);
  const world = connect(terminal, reference.repository);
  const reading = await readRanking(world, reference.repository);
  const explanation = await readExplanation(world, reference, reading);
  if (json) printJson(terminal, toExplainJson(explanation));
  else printBlocks(terminal, explanationInWords(explanation));
  printProblems(terminal, reading.problems);
  return explanation.place === null || reading.problems.length > 0 ? 1 : 0;
}

async function readExplanation(
  world: ConnectedRepository,
  { repository, number }: Reference,
  { ranked, policy }: RankingReading,
): Promise<Explanation> {
  const primary = policy.primary?.constraint ?? null;
  const common = { repository, number, primary, of: ranked.length, others: policy.summary.repositories };
  const index = ranked.findIndex(({ item }) => item.number === number);
  const own = ranked[index];
  if (own !== undefined) {
    const { title, scored } = own.item;
    const place = { own, above: ranked[index - 1] ?? null, below: ranked[index + 1] ?? null };
    const ratingCommand = ratingCommandOf(scored);
    return { ...common, title, scored, ratingCommand, place };
  }
  const issue = await world.readIssue(number);
  const fault = faultOf(issue, policy);
  if (issue === null || fault !== null) throw new CannotRun(absent(`${repository}#${number}`, fault));
  // Incomplete: the backlog keeps of it only what is asked for next.
  const { scored } = await readJudged(world, issue, policy);
  return { ...common, title: issue.title, scored, ratingCommand: ratingCommandOf(scored), place: null };
}

/** What is there instead of an open candidate; `null` where one is there. */
function faultOf(issue: Issue | null, { labels }: Policy): string | null {
  if (issue === null) return 'no issue of that number';
  if (issue.isPullRequest) return 'a pull request';
  if (issue.state === 'closed') return 'a closed issue';
  return hasLabel(issue.labels, 'candidate', labels)
    ? null
    : `an issue without the label ${labelName('candidate', labels)}`;
}

function absent(candidate: string, found: string | null): Problem {
  return {
    code: 'CANDIDATE_ABSENT',
    message: `${candidate} is no open candidate: there is no verdict or rank to explain.`,
    found: found ?? 'nothing',
    expected: 'an open issue with the label of candidates that the token may read',
    fix: 'Check the number; `/candidate` in a comment makes a candidate of an issue, and `check` explains a pull request.',
  };
}
