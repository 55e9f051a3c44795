import { addDays, dayOf, isWithin, startOfDay } from '../core/calendar.ts';
import { isStrong } from '../core/candidate.ts';
import { constraintCarried, labelName, verdictCarried } from '../core/labels.ts';
import type { Week } from '../core/plan/week.ts';
import type { Policy } from '../core/policy.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import type {
  CheckedPullRequest,
  ClosedCandidate,
  FirstMove,
  Merge,
  MilestoneOfWeek,
  NewCandidate,
} from '../core/summary/week-facts.ts';
import type { MilestoneWorld } from './check-milestone.ts';
import { judgeIssues } from './judge-issues.ts';
import type { Leading, LeadingWorld } from './leading.ts';
import type { IssuePage, Threads } from './ports/issue-lists.ts';
import type { Issue } from './ports/issues.ts';
import { type FirstMoveRead, formerMoves, movesSince, readFirstMoves } from './read-first-moves.ts';
import { readLeading } from './read-leading.ts';
import { type MergesWorld, type PullRequestsOfWeek, readPullRequestsOfWeek } from './read-merges.ts';
import { readMilestonesOfWeek } from './read-milestones-of-week.ts';
import { readOverview, withOverview } from './read-overview.ts';

export type RepositoryWorld = MergesWorld & MilestoneWorld & LeadingWorld & Threads;

/** What one repository gives to the summary of a week. */
export interface RepositoryWeek {
  /** `owner/repo`. */
  readonly repository: string;
  readonly backlog: Leading;
  readonly opened: readonly NewCandidate[];
  readonly closed: readonly ClosedCandidate[];
  readonly firstMoves: readonly FirstMove[];
  readonly formerMoves: readonly FirstMove[];
  readonly merges: readonly Merge[];
  readonly open: readonly CheckedPullRequest[];
  /** By number of the candidate: the open pull request that closes it. */
  readonly inReview: ReadonlyMap<number, number>;
  readonly milestones: readonly MilestoneOfWeek[];
}

const mergeDays = 28;

export async function readRepositoryWeek(
  world: RepositoryWorld,
  repository: string,
  policy: Policy,
  week: Week,
): Promise<RepositoryWeek> {
  const { timeZone } = policy.summary;
  const known = await withOverview(world, policy);
  const { openMilestones } = await readOverview(known, policy);
  const backlog = await readLeading(known, policy);
  const since = startOfDay(addDays(week.day, -mergeDays), timeZone);
  const pullRequests = await readPullRequestsOfWeek(known, since, policy);
  return {
    repository,
    backlog,
    opened: await readOpened(known, policy, week, backlog),
    closed: await readClosed(known, policy, week, pullRequests),
    ...(await movesOf(known, policy, week)),
    merges: pullRequests.merges.filter(
      ({ mergedAt }) => mergedAt < week.to || dayOf(mergedAt, timeZone) < week.day,
    ),
    open: pullRequests.open,
    inReview: pullRequests.inReview,
    milestones: await readMilestonesOfWeek(known, repository, openMilestones, policy),
  };
}

/** Candidates filed in the week, whatever has become of them since. */
async function readOpened(
  world: RepositoryWorld,
  policy: Policy,
  { from, to }: Week,
  { complete }: Leading,
): Promise<readonly NewCandidate[]> {
  const query = { state: 'all', labels: [labelName('candidate', policy.labels)] } as const;
  const issues: Issue[] = [];
  for (let after: string | null = null; ; ) {
    const page: IssuePage = await world.readIssuePage({ ...query, after });
    issues.push(...page.issues.filter(({ createdAt }) => isWithin(createdAt, from, to)));
    const isPast = page.issues.some(({ createdAt }) => Date.parse(createdAt) < Date.parse(from));
    if (page.next === null || isPast) break;
    after = page.next;
  }
  const isPublic = await world.isPublic();
  const labelled = issues.flatMap((issue) => byLabels(issue, policy, isPublic));
  const unknown = issues.filter(({ number }) => !labelled.some((one) => one.number === number));
  const read = complete.filter((one) => unknown.some(({ number }) => number === one.number));
  const unread = unknown.filter(({ number }) => !read.some((one) => one.number === number));
  const judged = unread.length === 0 ? [] : await judgeIssues(world, unread, policy);
  return [
    ...labelled,
    ...read.map(({ scored, ...one }) => toNew(one, scored)),
    ...judged.map(({ issue, judged: { scored } }) => toNew(issue, scored)),
  ].toSorted((one, other) => one.number - other.number);
}

/** What its labels say of a candidate; nothing where they say nothing yet, or not whether a strong one is confirmed. */
function byLabels(issue: Issue, { labels }: Policy, isPublic: boolean): readonly NewCandidate[] {
  const verdict = verdictCarried(issue.labels, labels);
  if (verdict === null || (isPublic && isStrong(verdict))) return [];
  const { repository, number, title } = issue;
  return [
    {
      repository,
      number,
      title,
      constraint: constraintCarried(issue.labels, labels),
      verdict,
      confirmed: true,
    },
  ];
}

function toNew(
  { repository, number, title }: Pick<Issue, 'repository' | 'number' | 'title'>,
  { constraint, verdict, confirmation }: Scored,
): NewCandidate {
  return { repository, number, title, constraint, verdict, confirmed: confirmation === 'confirmed' };
}

async function readClosed(
  world: RepositoryWorld,
  { labels }: Policy,
  { from, to }: Week,
  { closedBy }: PullRequestsOfWeek,
): Promise<readonly ClosedCandidate[]> {
  const query = { state: 'closed', labels: [labelName('candidate', labels)], since: from } as const;
  return (await world.listIssues(query))
    .filter(({ closedAt }) => closedAt !== null && isWithin(closedAt, from, to))
    .map(({ repository, number, title, labels: held }) => ({
      repository,
      number,
      title,
      constraint: constraintCarried(held, labels),
      mergedAs: closedBy.get(number) ?? null,
    }));
}

/** What was picked since the declaration and is still on the constraint, what was before, and what each did. */
async function movesOf(
  world: RepositoryWorld,
  policy: Policy,
  { day }: Week,
): Promise<Pick<RepositoryWeek, 'firstMoves' | 'formerMoves'>> {
  const { primary } = policy;
  const moves = await readFirstMoves(world, policy);
  const current = primary === null ? [] : movesSince(moves, primary.constraint, primary.since);
  return {
    firstMoves: current.map(toFirstMove),
    formerMoves: formerMoves(moves, current, day).map(toFirstMove),
  };
}

function toFirstMove({ repository, number, title, closedAt, outcome }: FirstMoveRead): FirstMove {
  return { repository, number, title, closedAt, outcome };
}
