import { type Constraint, constraints } from '../constraint.ts';
import { compileGlob, type Glob, matchesAny, mostSteps } from '../glob.ts';
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

/** The paths of a config, to match changed files with. */
export interface PathGlobs {
  readonly isExempt: Glob;
  readonly serves: Readonly<Record<Constraint, Glob>>;
}

/** `null` where matching these files could take too many steps: nobody gets the globs without this being asked. */
export function pathGlobsFor(files: readonly string[], policy: Policy): PathGlobs | null {
  if (!canMatch(policy, files)) return null;
  const of = (constraint: Constraint) => anyOf(pathsOf(constraint, policy));
  return {
    isExempt: anyOf(policy.drift.exempt.paths),
    serves: {
      activation: of('activation'),
      adoption: of('adoption'),
      reliability: of('reliability'),
      operations: of('operations'),
      throughput: of('throughput'),
    },
  };
}

/** The globs that `classify` gives to a constraint. */
export function pathsOf(constraint: Constraint, { classify }: Policy): readonly string[] {
  return classify[constraint]?.paths ?? [];
}

interface Matched {
  readonly title: string;
  /** A login. */
  readonly author: string;
  readonly files: readonly string[];
}

/** The most steps that the globs of a config can take with a pull request. */
export function stepsOfCheck({ title, author, files }: Matched, policy: Policy): number {
  const { titles, authors } = policy.drift.exempt;
  const byFiles = stepsOfFiles(policy, files);
  return mostSteps(titles, [title]) + mostSteps(authors, [author]) + (byFiles <= stepsAtMost ? byFiles : 0);
}

function stepsOfFiles(policy: Policy, files: readonly string[]): number {
  const classified = constraints.flatMap((constraint) => pathsOf(constraint, policy));
  return mostSteps([...policy.drift.exempt.paths, ...classified], files);
}

function anyOf(patterns: readonly string[]): Glob {
  const globs = patterns.map((pattern) => compileGlob(pattern, 'path'));
  return (file) => matchesAny(globs, file);
}
