import { mayUse } from '../core/commands/guide.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import type { PullRequestCommands } from '../core/drift/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { Comment, People, PullRequest } from './ports.ts';
import { readPermissions } from './read-permissions.ts';
import { isOwn } from './sticky-comment.ts';

export interface CommandsTold {
  readonly commands: PullRequestCommands;
  /** The comments that command something here; refused where one command may not be used or cannot be read. */
  readonly answers: readonly { readonly comment: Comment; readonly isRefused: boolean }[];
}

/** What `/constraint` and `/accept` come to as the comments stand now: the last permitted one of each counts. */
export async function readPullRequestCommands(
  world: People,
  { author }: Pick<PullRequest, 'author'>,
  comments: readonly Comment[],
  policy: Policy,
): Promise<CommandsTold> {
  const commands: { -readonly [Key in keyof PullRequestCommands]: PullRequestCommands[Key] } = {
    constraint: null,
    acceptance: null,
  };
  if (comments.length === 0) return { commands, answers: [] };
  const account = await world.account();
  const told = comments.filter((comment) => !isOwn(comment, account)).map(readComment);
  const used = told.filter(({ taken, malformed }) => taken.length > 0 || malformed);
  const permissions = await readPermissions(
    world,
    used.filter(({ taken }) => taken.length > 0).map(({ comment }) => comment.author),
  );
  const answers = used.map(({ comment, taken, malformed }) => {
    const by = comment.author;
    const isAuthor = by.toLowerCase() === author.toLowerCase();
    const permission = permissions.get(by.toLowerCase()) ?? 'none';
    const { whoMayScore } = policy.scoring;
    const permitted = taken.filter(({ name }) => mayUse(name, { permission, isAuthor }, whoMayScore));
    for (const command of permitted) {
      if (command.name === 'constraint') commands.constraint = { constraint: command.constraint, by };
      else commands.acceptance = { by, because: command.because, self: isAuthor };
    }
    return { comment, isRefused: malformed || permitted.length < taken.length };
  });
  return { commands, answers };
}

function readComment(comment: Comment) {
  const { value, problems } = readCommands(comment.body);
  const taken = value.flatMap((command) =>
    command.name === 'constraint' || command.name === 'accept' ? [command] : [],
  );
  const malformed = problems.some(({ command }) => command === 'constraint' || command === 'accept');
  return { comment, taken, malformed };
}
