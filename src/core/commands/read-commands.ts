import { questions } from '../candidate.ts';
import type { ShownLine } from '../markdown/shown-lines.ts';
import type { Problem, Reading } from '../problem.ts';
import { type Command, type CommandName, commandNames } from './command.ts';
import { readCommentLines } from './comment-lines.ts';
import { commandGuide } from './guide.ts';
import { readArguments } from './read-arguments.ts';

/** A Problem of one command, by name. */
export interface CommandProblem extends Problem {
  readonly command: CommandName;
}

/** What one comment commands. */
export interface CommandReading extends Reading<readonly Command[]> {
  readonly problems: readonly CommandProblem[];
}

const commandLine = /^ {0,3}\/([a-z][a-z-]*)(?:[ \t](.*))?$/is;

const longFields = [...questions.filter((question) => question !== 'metric'), 'links'];

/** Answers that may run over several lines: the text areas of the form. */
const longAnswer = new RegExp(`^(?:${longFields.join('|')})\\s*(?::|$)`, 'iu');

/**
 * The commands of one comment, in the order they stand: each at the start of a line that is shown as text
 * (docs/commands.md). Another word behind a `/` is not ours and is ignored; a command of ours that cannot be
 * read is a `COMMAND_MALFORMED`. Linear in the length of the body.
 */
export function readCommands(body: string): CommandReading {
  const commands: Command[] = [];
  const problems: CommandProblem[] = [];
  for (const { name, line, rest, below } of commandsAmong(readCommentLines(body))) {
    const read = readArguments(name, [rest, ...below].join('\n'));
    if (typeof read === 'string') problems.push(malformed(name, line, read));
    else commands.push(read);
  }
  return { value: commands, problems };
}

interface FoundCommand {
  readonly name: CommandName;
  readonly line: string;
  /** What stands behind its name. */
  readonly rest: string;
  /** The lines on which a long answer goes on. */
  readonly below: string[];
}

/** A long answer goes on to the next command; what HTML comments hide is no part of it. */
function commandsAmong(lines: readonly ShownLine[]): readonly FoundCommand[] {
  const found: FoundCommand[] = [];
  let goingOn: string[] | null = null;
  for (const line of lines) {
    const command = commandOn(line);
    if (command === null) {
      if (line.shown !== 'nothing') goingOn?.push(line.text);
      continue;
    }
    found.push(command);
    goingOn = isLongAnswer(command) ? command.below : null;
  }
  return found;
}

function commandOn({ text, shown }: ShownLine): FoundCommand | null {
  if (shown !== 'text') return null;
  const [, word, rest = ''] = commandLine.exec(text) ?? [];
  const name = commandNames.find((one) => one === word?.toLowerCase());
  return name === undefined ? null : { name, line: text, rest: rest.trim(), below: [] };
}

function isLongAnswer({ name, rest }: FoundCommand): boolean {
  return name === 'answer' && longAnswer.test(rest);
}

const foundUnits = 80;

function malformed(command: CommandName, line: string, because: string): CommandProblem {
  const { usage } = commandGuide[command];
  const found = line.trim().toWellFormed();
  return {
    code: 'COMMAND_MALFORMED',
    command,
    message: `\`/${command}\` could not be read: ${because}.`,
    found: found.length > foundUnits ? `${found.slice(0, foundUnits - 1).toWellFormed()}…` : found,
    expected: usage,
    fix: `Write \`${usage}\`.`,
  };
}
