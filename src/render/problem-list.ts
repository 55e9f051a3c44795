import type { Problem } from '../core/problem.ts';
import { howManyFit } from './body-room.ts';
import { problemInWords } from './problem-in-words.ts';
import { andMore } from './wording.ts';

/** Beside two such lists, a body has room for all else that is told. */
const listUnits = 12_000;

/** The most Problems that are listed; the rest are counted. */
const shownProblems = 50;

/**
 * Problems as a list, each as `toWords` says it; beyond what there is room for they are counted, with what tells them.
 */
export function renderProblemList(
  problems: readonly Problem[],
  toWords = problemInWords,
  toldBy = '',
): string {
  const lines = firstProblems(problems, shownProblems, toWords);
  const more = andMore(lines.length, problems.length);
  return [...lines, ...(more === '' ? [] : [`-${more}${toldBy}`])].join('\n');
}

/** A line for each of the first `most` Problems, or for as many of them as there is room for. */
export function firstProblems(
  problems: readonly Problem[],
  most: number,
  toWords = problemInWords,
): readonly string[] {
  const lines = problems.slice(0, most).map((problem) => `- ${toWords(problem)}`);
  return lines.slice(0, howManyFit(listUnits, lines));
}
