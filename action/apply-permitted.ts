import type { Policy } from '../src/core/policy.ts';
import type { Problem } from '../src/core/problem.ts';
import { GitHubFault } from '../src/github/fault.ts';
import { apply } from '../src/tasks/apply.ts';
import type { Change } from '../src/tasks/change.ts';
import type { Run } from './current-run.ts';

export interface Unwritten {
  readonly change: Change;
  /** What GitHub refused for good: `GITHUB_PERMISSION_MISSING`, naming the permission, and its like. */
  readonly problem: Problem;
}

/**
 * Carries out what GitHub takes and gives back what it refuses for good, such as a permission or a locked
 * conversation: nothing else is lost for it. Anything that trying again can change is a fault.
 */
export async function applyPermitted(
  changes: readonly Change[],
  world: Run['world'],
  policy: Policy,
): Promise<readonly Unwritten[]> {
  const unwritten: Unwritten[] = [];
  for (const change of changes) {
    try {
      await apply([change], world, policy);
    } catch (error) {
      if (!(error instanceof GitHubFault) || error.retry !== 'never') throw error;
      unwritten.push({ change, problem: error.problem });
    }
  }
  return unwritten;
}
