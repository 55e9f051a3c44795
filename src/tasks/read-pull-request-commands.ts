import { mayUse } from '../core/commands/guide.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import type { PullRequestCommands } from '../core/drift/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { Comment, People, PullRequest } from './ports.ts';
import { readPermissions } from './read-permissions.ts';
import { isOwn } from './sticky-comment.ts';

/** What `/constraint` and `/accept` come to as the comments stand now: the last permitted one of each counts. */
export async function readPullRequestCommands(
  world: People,
  { author }: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
): Promise<PullRequestCommands> {
  if (comments.length === 0) return { constraint: null, acceptance: null };
  const account = await world.account();
  const used = comments
    .filter((comment) => !isOwn(comment, account))
    .flatMap((comment) =>
      readCommands(comment.body).value.map((command) => ({ by: comment.author, command })),
    )
    .filter(({ command }) => command.name === 'constraint' || command.name === 'accept');
  const permissions = await readPermissions(
    world,
    used.map(({ by }) => by),
  );
  const result: { -readonly [Key in keyof PullRequestCommands]: PullRequestCommands[Key] } = {
    constraint: null,
    acceptance: null,
  };
  for (const { by, command } of used) {
    const isAuthor = by.toLowerCase() === author.toLowerCase();
    const permission = permissions.get(by.toLowerCase()) ?? 'none';
    if (!mayUse(command.name, { permission, isAuthor }, policy.scoring.whoMayScore)) continue;
    if (command.name === 'constraint') result.constraint = { constraint: command.constraint, by };
    if (command.name === 'accept') result.acceptance = { by, because: command.because, self: isAuthor };
  }
  return result;
}
