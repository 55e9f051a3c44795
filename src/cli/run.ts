import { CommanderError } from 'commander';
import { GitHubFault } from '../github/fault.ts';
import { CannotRun } from './cannot-run.ts';
import { printProblems } from './print-problems.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line, without the program's own name, and gives the exit code; nothing escapes as an error. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const program = createProgram(terminal, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...words], { from: 'user' });
    return exitCode;
  } catch (error) {
    tell(error, terminal);
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
  }
}

function tell(error: unknown, terminal: Terminal): void {
  if (error instanceof CommanderError) return;
  if (error instanceof CannotRun) printProblems(terminal, error.problems);
  else if (error instanceof GitHubFault) printProblems(terminal, [error.problem]);
  else terminal.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}
