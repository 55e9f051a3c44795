import type { Problem } from '../core/problem.ts';
import { problemLines } from '../render/problem-as-text.ts';
import type { Terminal } from './terminal.ts';

/** Each Problem on standard error. */
export function printProblems({ stderr }: Terminal, problems: readonly Problem[]): void {
  for (const problem of problems) stderr.write(`${problemLines(problem)}\n`);
}
