import type { Problem } from '../core/problem.ts';
import { toOneLine } from '../render/markdown.ts';
import type { Terminal } from './terminal.ts';

/** Each Problem on standard error. */
export function printProblems({ stderr }: Terminal, problems: readonly Problem[]): void {
  for (const problem of problems) stderr.write(`${renderProblem(problem)}\n`);
}

/**
 * A Problem as plain text: where and what, then found, expected and fix, a line each. Foreign text loses its control
 * characters, so that nothing in it can command the terminal.
 */
function renderProblem({ code, message, found, expected, fix, at }: Problem): string {
  const place = at === undefined ? '' : `${toOneLine(at.file)}:${at.line}:${at.column} `;
  return [
    `${place}${code}: ${toOneLine(message)}`,
    ...(found === undefined ? [] : [`  found: ${toOneLine(found)}`]),
    ...(expected === undefined ? [] : [`  expected: ${toOneLine(expected)}`]),
    `  fix: ${toOneLine(fix)}`,
  ].join('\n');
}
