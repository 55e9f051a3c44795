import type { Policy } from '../core/policy.ts';
import type { CheckedPullRequest, Merge } from '../core/summary/week-facts.ts';
import { check } from './check-pull-request.ts';
import type { MergeLists, PullRequest } from './ports.ts';
import { type PullRequestWorld, readPullRequestFacts } from './read-pull-request-facts.ts';

export type MergesWorld = PullRequestWorld & MergeLists;

/** The merges since an instant, each checked as it would be today. */
export async function readMerges(
  world: MergesWorld,
  since: string,
  policy: Policy,
): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  for (const pullRequest of await world.listMerged(since)) {
    if (pullRequest.mergedAt === null) continue;
    merges.push({ ...(await toChecked(world, pullRequest, policy)), mergedAt: pullRequest.mergedAt });
  }
  return merges;
}

export interface OpenPullRequests {
  readonly checked: readonly CheckedPullRequest[];
  /** By number of the candidate: the open pull request that closes it. */
  readonly closing: ReadonlyMap<number, number>;
}

export async function readOpenPullRequests(world: MergesWorld, policy: Policy): Promise<OpenPullRequests> {
  const open = await world.listOpenPullRequests();
  const checked: CheckedPullRequest[] = [];
  const closing = new Map<number, number>();
  for (const pullRequest of open) {
    checked.push(await toChecked(world, pullRequest, policy));
    for (const issue of pullRequest.closing ?? []) {
      if (issue.repository === pullRequest.repository) closing.set(issue.number, pullRequest.number);
    }
  }
  return { checked, closing };
}

const noCommands = { constraint: null, acceptance: null };

async function toChecked(
  world: MergesWorld,
  pullRequest: PullRequest,
  policy: Policy,
): Promise<CheckedPullRequest> {
  const { repository, number, title, createdAt } = pullRequest;
  const comments = pullRequest.commentCount > 0 ? await world.readComments(number) : [];
  const report = await check(world, pullRequest, comments, policy, null);
  const facts = await readPullRequestFacts(world, pullRequest, noCommands, policy);
  const kinds = facts.links.issues.flatMap(({ candidate }) => candidate?.kind ?? []);
  const { codes, constraint, acceptance } = report;
  return { repository, number, title, createdAt, constraint, codes, kinds, accepted: acceptance };
}
