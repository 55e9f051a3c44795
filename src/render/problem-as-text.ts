import type { Problem } from '../core/problem.ts';
import { clip, toOneLine } from './markdown.ts';

/** What is wrong, what was found and expected and what to do, one sentence after the other, as plain text. */
export function problemSentences({ message, found, expected, fix }: Problem): string {
  const facts = [found && `Found: ${found}.`, expected && `Expected: ${expected}.`];
  return [message, ...facts.filter(Boolean), fix].join(' ');
}

/** GitHub takes 64 KB beside a line; nobody reads more than this there. */
const annotationUnits = 2_000;

/** The same on one line, as it stands beside the line of a file. */
export function annotationText(problem: Problem): string {
  return clip(toOneLine(problemSentences(problem)), annotationUnits);
}

/**
 * A Problem for a terminal: where and what, then found, expected and fix, a line each. Foreign text loses its control
 * characters, so that nothing in it can command the terminal.
 */
export function problemLines({ code, message, found, expected, fix, at }: Problem): string {
  const place = at === undefined ? '' : `${toOneLine(at.file)}:${at.line}:${at.column} `;
  return [
    `${place}${code}: ${toOneLine(message)}`,
    ...(found === undefined ? [] : [`  found: ${toOneLine(found)}`]),
    ...(expected === undefined ? [] : [`  expected: ${toOneLine(expected)}`]),
    `  fix: ${toOneLine(fix)}`,
  ].join('\n');
}
