import type { Constraint } from '../core/constraint.ts';
import { connect } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { printRanking } from './print-ranking.ts';
import { readRanking } from './read-ranking.ts';
import { readRepositoryName } from './read-reference.ts';
import type { ExitCode, Terminal } from './terminal.ts';

export interface RankRepositoryOptions {
  /** `owner/repo`. */
  readonly repository: string;
  readonly primary?: Constraint | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Ranks the open candidates of a repository, comments included (docs/cli.md); reads only. 1 when one is incomplete
 * or the repository's config or form has Problems.
 */
export async function rankRepository(terminal: Terminal, options: RankRepositoryOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const world = connect(terminal, repository);
  const { ranked, incomplete, problems } = await readRanking(world, repository, options.primary);
  printRanking(terminal, { ranked, unranked: incomplete, json: options.json });
  printProblems(terminal, problems);
  return incomplete.length > 0 || problems.length > 0 ? 1 : 0;
}
