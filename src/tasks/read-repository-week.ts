import { addDays, dayOf, isWithin, startOfDay } from '../core/calendar.ts';
import { verdicts } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { labelName } from '../core/labels.ts';
import type { Week } from '../core/plan/week.ts';
import type { Policy } from '../core/policy.ts';
import type {
  ClosedCandidate,
  FirstMove,
  Merge,
  MilestoneOfWeek,
  NewCandidate,
} from '../core/summary/week-facts.ts';
import type { MilestoneWorld } from './check-milestone.ts';
import { hasLabel } from './judge-candidate.ts';
import { judgeIssues } from './judge-issues.ts';
import type { Issue, IssuePage, Threads } from './ports.ts';
import { movesSince, readFirstMoves } from './read-first-moves.ts';
import { type Leading, type LeadingWorld, readLeading } from './read-leading.ts';
import {
  type Merges,
  type MergesWorld,
  type OpenPullRequests,
  readMerges,
  readOpenPullRequests,
} from './read-merges.ts';
import { readMilestonesOfWeek } from './read-milestones-of-week.ts';

export type RepositoryWorld = MergesWorld & MilestoneWorld & LeadingWorld & Threads;

/** What one repository gives to the summary of a week. */
export interface RepositoryWeek {
  /** `owner/repo`. */
  readonly repository: string;
  readonly backlog: Leading;
  readonly opened: readonly NewCandidate[];
  readonly closed: readonly ClosedCandidate[];
  readonly firstMoves: readonly FirstMove[];
  readonly merges: readonly Merge[];
  readonly open: OpenPullRequests;
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
  const backlog = await readLeading(world, policy);
  const merges = await readMerges(world, startOfDay(addDays(week.day, -mergeDays), timeZone), policy);
  const open = await readOpenPullRequests(world, policy);
  return {
    repository,
    backlog,
    opened: await readOpened(world, policy, week, backlog),
    closed: await readClosed(world, policy, week, merges),
    firstMoves: await firstMovesOf(world, policy),
    merges: merges.checked.filter(
      ({ mergedAt }) => mergedAt < week.to || dayOf(mergedAt, timeZone) < week.day,
    ),
    open,
    milestones: await readMilestonesOfWeek(world, repository, policy),
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
  const labelled = issues.flatMap((issue) => byLabels(issue, policy));
  const unknown = issues.filter(({ number }) => !labelled.some((one) => one.number === number));
  const read = complete.filter((one) => unknown.some(({ number }) => number === one.number));
  const unread = unknown.filter(({ number }) => !read.some((one) => one.number === number));
  const judged = unread.length === 0 ? [] : await judgeIssues(world, unread, policy);
  return [
    ...labelled,
    ...read.map(({ scored, ...one }) => toNew(one, one.constraint, scored.verdict)),
    ...judged.map(({ issue, judged: { scored } }) => toNew(issue, scored.constraint, scored.verdict)),
  ].toSorted((one, other) => one.number - other.number);
}

/** What its labels say of a candidate; nothing where they say nothing yet. */
function byLabels(issue: Issue, { labels }: Policy): readonly NewCandidate[] {
  const held = [...verdicts, 'incomplete' as const].find((verdict) =>
    hasLabel(issue.labels, `verdict: ${verdict}`, labels),
  );
  const constraint = constraints.find((one) => hasLabel(issue.labels, `constraint: ${one}`, labels)) ?? null;
  return held === undefined ? [] : [toNew(issue, constraint, held)];
}

function toNew(
  { repository, number, title }: Pick<Issue, 'repository' | 'number' | 'title'>,
  constraint: NewCandidate['constraint'],
  verdict: NewCandidate['verdict'],
): NewCandidate {
  return { repository, number, title, constraint, verdict };
}

async function readClosed(
  world: RepositoryWorld,
  { labels }: Policy,
  { from, to }: Week,
  { closing }: Merges,
): Promise<readonly ClosedCandidate[]> {
  const query = { state: 'closed', labels: [labelName('candidate', labels)], since: from } as const;
  return (await world.listIssues(query))
    .filter(({ closedAt }) => closedAt !== null && isWithin(closedAt, from, to))
    .map(({ repository, number, title, labels: held }) => ({
      repository,
      number,
      title,
      constraint: constraints.find((one) => hasLabel(held, `constraint: ${one}`, labels)) ?? null,
      mergedAs: closing.get(number) ?? null,
    }));
}

/** What was picked since the declaration and is still on the constraint, with what it did. */
async function firstMovesOf(world: RepositoryWorld, policy: Policy): Promise<readonly FirstMove[]> {
  const { primary } = policy;
  if (primary === null) return [];
  const moves = movesSince(await readFirstMoves(world, policy), primary.constraint, primary.since);
  return moves.map(({ repository, number, title, closedAt, outcome }) => {
    return { repository, number, title, closedAt, outcome };
  });
}
