import type { Kind } from '../core/candidate.ts';
import { hasLabel } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { CheckedPullRequest, Merge } from '../core/summary/week-facts.ts';
import { judgePullRequest } from './judge-pull-request.ts';
import type { Issues } from './ports/issues.ts';
import type {
  LinkedIssueReading,
  ListedPullRequest,
  MergeLists,
  PullRequests,
} from './ports/pull-requests.ts';
import { readJudged } from './read-judged.ts';
import type { PullRequestWorld } from './read-pull-request-facts.ts';

export type MergesWorld = PullRequestWorld & MergeLists;

export interface PullRequestsOfWeek {
  readonly merges: readonly Merge[];
  readonly open: readonly CheckedPullRequest[];
  /** By number of the issue: the merged pull request that closed it, and the open one that closes it. */
  readonly closedBy: ReadonlyMap<number, number>;
  readonly inReview: ReadonlyMap<number, number>;
}

/** The merges since an instant and the open pull requests of one repository, each checked as it would be today. */
export async function readPullRequestsOfWeek(
  world: MergesWorld,
  since: string,
  policy: Policy,
): Promise<PullRequestsOfWeek> {
  const { merged, open } = await world.listRecentPullRequests(since);
  const checked: CheckedPullRequest[] = [];
  for (const pullRequest of open) checked.push(await toChecked(world, pullRequest, policy));
  const merges = await checkMerges(world, merged, policy);
  return { merges, open: checked, closedBy: closedBy(merged), inReview: closedBy(open) };
}

/** Each pull request that was merged, checked as it would be today. */
export async function checkMerges(
  world: MergesWorld,
  merged: readonly ListedPullRequest[],
  policy: Policy,
): Promise<readonly Merge[]> {
  const merges: Merge[] = [];
  for (const pullRequest of merged) {
    if (pullRequest.mergedAt === null) continue;
    merges.push({ ...(await toChecked(world, pullRequest, policy)), mergedAt: pullRequest.mergedAt });
  }
  return merges;
}

/** Of several pull requests that close one issue the oldest. */
function closedBy(pullRequests: readonly ListedPullRequest[]): ReadonlyMap<number, number> {
  const oldestLast = pullRequests.toSorted((one, other) => other.number - one.number);
  return new Map(
    oldestLast.flatMap((pullRequest) =>
      closedHere(pullRequest).map((issue) => [issue.number, pullRequest.number] as const),
    ),
  );
}

function closedHere({ closing, repository }: ListedPullRequest): readonly LinkedIssueReading[] {
  return (closing ?? []).filter((issue) => issue.repository.toLowerCase() === repository.toLowerCase());
}

async function toChecked(
  world: MergesWorld,
  pullRequest: ListedPullRequest,
  policy: Policy,
): Promise<CheckedPullRequest> {
  const { repository, number, title, createdAt } = pullRequest;
  const known = knowing(world, pullRequest);
  const comments = pullRequest.commentCount > 0 ? await known.readComments(number) : [];
  const { codes, constraint, acceptance } = await judgePullRequest(
    known,
    pullRequest,
    comments,
    policy,
    null,
  );
  const kinds = await readKinds(known, pullRequest, policy);
  return { repository, number, title, createdAt, constraint, codes, kinds, accepted: acceptance };
}

/** What came along with the list is not asked for again. */
export function knowing<World extends Pick<Issues, 'readComments'> & Pick<PullRequests, 'readBlockedIssues'>>(
  world: World,
  { comments, closing }: ListedPullRequest,
): World {
  const blocksNone = (number: number) =>
    closing?.some((issue) => issue.number === number && issue.blockingCount === 0) ?? false;
  return {
    ...world,
    readComments: async (number) => comments.get(number) ?? world.readComments(number),
    readBlockedIssues: async (number) => (blocksNone(number) ? [] : world.readBlockedIssues(number)),
  };
}

/** The kinds of the candidates it closes, commands included. */
async function readKinds(
  world: MergesWorld,
  pullRequest: ListedPullRequest,
  policy: Policy,
): Promise<readonly Kind[]> {
  const candidates = closedHere(pullRequest).filter(({ labels }) =>
    hasLabel(labels, 'candidate', policy.labels),
  );
  const kinds: Kind[] = [];
  for (const issue of candidates) {
    const { scored } = await readJudged(world, issue, policy);
    if (scored.kind !== null) kinds.push(scored.kind);
  }
  return kinds;
}
