import {
  nothingTold,
  type PullRequestTold,
  resolvePullRequestCommands,
  whoCommanded,
} from '../core/commands/resolve-pull-request.ts';
import type { Policy } from '../core/policy.ts';
import type { Comment } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { readPermissions } from './read-permissions.ts';
import { writtenByPeople } from './sticky-comment.ts';
import { toCommandComment } from './to-command-comment.ts';

export interface CommandsTold extends PullRequestTold {
  /** The comments but ours. */
  readonly told: readonly Comment[];
}

/** What the commands in the comments of a pull request come to as they stand now; ours are never read. */
export async function readPullRequestCommands(
  world: Pick<People, 'account' | 'permissionOf'>,
  { author }: Pick<PullRequest, 'author'>,
  comments: readonly Comment[],
  policy: Policy,
): Promise<CommandsTold> {
  const read = comments.map(toCommandComment);
  const isSilent = read.every(({ reading }) => reading.value.length + reading.problems.length === 0);
  if (isSilent) return { ...nothingTold, told: comments };
  const account = await world.account();
  const told = writtenByPeople(comments, account);
  const foreign = read.filter(({ id }) => told.some((comment) => comment.id === id));
  const permissions = await readPermissions(world, whoCommanded(foreign));
  const { whoMayScore } = policy.scoring;
  return { ...resolvePullRequestCommands({ author, comments: foreign, permissions, whoMayScore }), told };
}
