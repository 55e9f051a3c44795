import type { Problem } from '../core/problem.ts';
import { inert, inertWithCode } from './markdown.ts';

/** A Problem as one line of Markdown: what is wrong, what was found and expected, what to do. */
export function problemInWords({ code, message, found, expected, fix, at }: Problem): string {
  return [
    inertWithCode(message),
    ...(found === undefined ? [] : [`Found: ${inert(found)}.`]),
    ...(expected === undefined ? [] : [`Expected: ${inert(expected)}.`]),
    inertWithCode(fix),
    `<sub>${code}${at === undefined ? '' : ` · ${inert(at.file)} line ${at.line}`}</sub>`,
  ].join(' ');
}
