import { questions } from '../candidate.ts';
import type { Problem, Reading } from '../problem.ts';
import { type Command, type CommandName, commandNames } from './command.ts';
import { commandGuide } from './guide.ts';
import { readArguments } from './read-arguments.ts';
import { readShownLines, type ShownLine } from './shown-lines.ts';

/** A Problem of one command, by name. */
export interface CommandProblem extends Problem {
  readonly command: CommandName;
}

/** What one comment commands. */
export interface CommandReading extends Reading<readonly Command[]> {
  readonly problems: readonly CommandProblem[];
}

const commandLine = /^ {0,3}\/([a-z][a-z-]*)(?:[ \t](.*))?$/is;

/** Answers that may run over several lines: the text areas of the form. */
const longAnswers: readonly string[] = [...questions.filter((question) => question !== 'metric'), 'links'];

/**
 * The commands of one comment, in the order they stand: each at the start of a line, outside quotes, code and HTML
 * comments (docs/commands.md). Another word behind a `/` is not ours and is ignored; a command of ours that cannot be
 * read is a `COMMAND_MALFORMED`. Linear in the length of the body.
 */
export function readCommands(body: string): CommandReading {
  const lines = readShownLines(body);
  const commands: Command[] = [];
  const problems: CommandProblem[] = [];
  for (const [index, line] of lines.entries()) {
    const found = commandOn(line);
    if (found === null) continue;
    const read = readArguments(found.name, withContinuation(found, lines, index));
    if (typeof read === 'string') problems.push(malformed(found.name, line.text, read));
    else commands.push(read);
  }
  return { value: commands, problems };
}

interface FoundCommand {
  readonly name: CommandName;
  readonly rest: string;
}

function commandOn({ text, shown }: ShownLine): FoundCommand | null {
  if (shown !== 'text') return null;
  const [, word = '', rest = ''] = commandLine.exec(text) ?? [];
  const name = commandNames.find((one) => one === word.toLowerCase());
  return name === undefined ? null : { name, rest: rest.trim() };
}

/** A long answer goes on to the next command; what HTML comments hide is no part of it. */
function withContinuation({ name, rest }: FoundCommand, lines: readonly ShownLine[], index: number): string {
  if (name !== 'answer' || !longAnswers.includes(rest.split(':', 1)[0]?.trim().toLowerCase() ?? ''))
    return rest;
  const following: string[] = [];
  for (let next = index + 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (line === undefined || commandOn(line) !== null) break;
    if (line.shown !== 'nothing') following.push(line.text);
  }
  return [rest, ...following].join('\n').trim();
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
