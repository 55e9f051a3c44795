import { constraints } from '../constraint.ts';
import { mostSteps } from '../glob.ts';
import type { Policy } from '../policy.ts';

/**
 * What is matched in one go takes at most so many steps, well under a second. Sixty-four kilobytes of globs and three
 * thousand long paths could come to hours; fifty usual globs stay below it with as many usual paths.
 */
export const stepsAtMost = 50_000_000;

/** Whether the paths of a config can be matched with these files; if not, files neither classify nor exempt. */
export function canMatch(policy: Policy, files: readonly string[]): boolean {
  return stepsOfFiles(policy, files) <= stepsAtMost;
}

interface Matched {
  readonly title: string;
  /** A login. */
  readonly author: string;
  /** `null` where they are not at hand. */
  readonly files: readonly string[] | null;
}

/** The most steps that the globs of a config can take with what is at hand of a pull request. */
export function stepsOfCheck({ title, author, files }: Matched, policy: Policy): number {
  const { titles, authors } = policy.drift.exempt;
  const byFiles = stepsOfFiles(policy, files ?? []);
  return mostSteps(titles, [title]) + mostSteps(authors, [author]) + (byFiles <= stepsAtMost ? byFiles : 0);
}

function stepsOfFiles({ drift, classify }: Policy, files: readonly string[]): number {
  const classified = constraints.flatMap((constraint) => classify[constraint]?.paths ?? []);
  return mostSteps([...drift.exempt.paths, ...classified], files);
}
