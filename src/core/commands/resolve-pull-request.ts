import type { PullRequestCommands } from '../drift/facts.ts';
import type { Problem } from '../problem.ts';
import type { CandidateRecord, CommandComment } from './candidate-record.ts';
import type { CommandOutcome } from './candidate-state.ts';
import { checkPermission, misplaced } from './check-command.ts';
import type { CommandName } from './command.ts';
import { commandGuide, commandsOn } from './guide.ts';

/** What people wrote under one pull request. */
export type PullRequestRecord = Pick<CandidateRecord, 'author' | 'comments' | 'permissions' | 'whoMayScore'>;

export interface PullRequestTold {
  readonly commands: PullRequestCommands;
  /** One per command, malformed ones included, comment by comment. */
  readonly outcomes: readonly CommandOutcome[];
  readonly helpAsked: boolean;
}

/** Nobody said anything. */
export const nothingTold: PullRequestTold = {
  commands: { constraint: null, acceptance: null },
  outcomes: [],
  helpAsked: false,
};

/**
 * What `/constraint` and `/accept` come to as the comments of a pull request stand now: the last permitted one of
 * each counts (docs/drift.md). `COMMAND_NOT_ALLOWED`, `COMMAND_MISPLACED` and `COMMAND_MALFORMED` come back as
 * outcomes; they change nothing.
 */
export function resolvePullRequestCommands(record: PullRequestRecord): PullRequestTold {
  let { constraint, acceptance } = nothingTold.commands;
  const outcomes: CommandOutcome[] = [];
  for (const { id: commentId, author: by, at, reading } of record.comments) {
    for (const command of reading.value) {
      const problem = check(command.name, by, record);
      outcomes.push({ by, at, commentId, command: command.name, problem });
      if (problem !== null) continue;
      if (command.name === 'constraint') constraint = { constraint: command.constraint, by };
      if (command.name === 'accept') {
        acceptance = { by, because: command.because, self: isSame(by, record.author) };
      }
    }
    for (const problem of reading.problems) {
      outcomes.push({ by, at, commentId, command: problem.command, problem });
    }
  }
  const helpAsked = outcomes.some(({ command }) => command === 'help');
  return { commands: { constraint, acceptance }, outcomes, helpAsked };
}

/** The logins whose permission GitHub has to be asked for: those who wrote what is for maintainers. */
export function whoCommanded(comments: readonly CommandComment[]): readonly string[] {
  const askers = comments.filter(({ reading }) =>
    reading.value.some(({ name }) => isHere(name) && commandGuide[name].who !== 'anyone'),
  );
  return [...new Set(askers.map(({ author }) => author.toLowerCase()))];
}

/** Being the author of the pull request permits nothing here. */
function check(
  name: CommandName,
  by: string,
  { permissions, whoMayScore }: PullRequestRecord,
): Problem | null {
  return isHere(name) ? checkPermission(name, by, { permissions, whoMayScore }) : misplaced(name);
}

const here = commandsOn('pull-request');

function isHere(name: CommandName): boolean {
  return here.includes(name);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
