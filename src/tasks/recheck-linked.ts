import type { Plan } from './change.ts';
import { type CheckSettings, type CheckWorld, planPullRequestCheck } from './check-pull-request.ts';
import type { PullRequestChecked } from './plan-pull-request-writes.ts';
import type { LinkedPullRequests } from './ports/pull-requests.ts';

/** Plans the checks of the open pull requests that close an issue, after what it serves may have changed. */
export async function recheckLinkedPullRequests(
  world: CheckWorld & LinkedPullRequests,
  issue: number,
  settings: CheckSettings,
): Promise<readonly Plan<PullRequestChecked>[]> {
  const plans: Plan<PullRequestChecked>[] = [];
  for (const number of await world.listLinkedPullRequests(issue)) {
    const plan = await planPullRequestCheck(world, number, settings);
    if (plan !== null) plans.push(plan);
  }
  return plans;
}
