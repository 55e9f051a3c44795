import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { addAppCommands } from './app-commands.ts';
import { addCandidateCommands } from './candidate-commands.ts';
import { addPlanCommands } from './plan-commands.ts';
import { addSetupCommands } from './setup-commands.ts';
import type { Terminal } from './terminal.ts';
import { addWeekCommands } from './week-commands.ts';

/**
 * Every command with its options. A command's own file is loaded when it runs, so that `--help` answers at once.
 * `end` is told the exit code.
 */
export function createProgram(terminal: Terminal, end: (exitCode: number) => void): Command {
  const program = new Command('chokepoint')
    .description('Scale the constraint, not the wish list.')
    .version(readVersion(), '--version', 'print the version')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
    })
    .showHelpAfterError('Run it with --help to see what it takes.')
    .addHelpText('after', '\nExit code: 0 fine, 1 findings, 2 wrong use or unreadable input.');

  addSetupCommands(program, terminal, end);
  addCandidateCommands(program, terminal, end);
  addPlanCommands(program, terminal, end);
  addWeekCommands(program, terminal, end);
  addAppCommands(program, terminal, end);

  return program;
}

/** package.json stands two folders up, in the repository and in the package. */
function readVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
