import { addDays, dayOf, isWithin, startOfDay } from '../core/calendar.ts';
import { constraints } from '../core/constraint.ts';
import { labelName } from '../core/labels.ts';
import { weekOf } from '../core/plan/week.ts';
import type { Ranked } from '../core/scoring/rank.ts';
import { rankCandidates } from '../core/scoring/rank.ts';
import type { CandidateOfWeek, NewCandidate, WeekFacts } from '../core/summary/week-facts.ts';
import { hasLabel } from './judge-candidate.ts';
import type { Issue } from './ports.ts';
import { type Backlog, type BacklogCandidate, readBacklog } from './read-backlog.ts';
import { type MergesWorld, type OpenPullRequests, readMerges, readOpenPullRequests } from './read-merges.ts';
import type { Rules } from './read-rules.ts';

export type WeekWorld = MergesWorld;

export interface WeekToRead {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly rules: Rules;
  readonly stateLost: string | null;
}

const mergeDays = 28;

/** Everything one summary is made of, read now. */
export async function readWeek(
  world: WeekWorld,
  { repository, now, rules, stateLost }: WeekToRead,
): Promise<WeekFacts> {
  const { policy } = rules;
  const { day, timeZone } = policy.summary;
  const week = weekOf(now, day, timeZone);
  const backlog = await readBacklog(world, policy);
  const open = await readOpenPullRequests(world, policy);
  const merges = await readMerges(world, startOfDay(addDays(week.day, -mergeDays), timeZone), policy);
  const labels = [labelName('candidate', policy.labels)];
  const closed = await world.listIssues({ state: 'closed', labels, since: week.from });
  const primary = policy.primary?.constraint ?? null;
  const candidates = rankCandidates(backlog.complete, primary).map((ranked) =>
    toCandidateOfWeek(ranked, open, rules),
  );
  return {
    repository,
    week,
    now,
    repositories: [repository],
    unread: [],
    candidates,
    openCandidates: backlog.openByConstraint,
    incomplete: backlog.incomplete,
    opened: openedIn(backlog, week),
    closed: closed
      .filter(({ closedAt }) => closedAt !== null && isWithin(closedAt, week.from, week.to))
      .map((issue) => toClosed(issue, rules)),
    firstMoves: [...backlog.complete.map(({ issue }) => issue), ...closed]
      .filter(({ labels: held }) => hasLabel(held, 'first move', policy.labels))
      .map(({ number, title, closedAt }) => ({ repository, number, title, closedAt, outcome: null })),
    merges: merges.filter(({ mergedAt }) => mergedAt < week.to || dayOf(mergedAt, timeZone) < week.day),
    pullRequests: open.checked,
    milestones: [],
    readings: [],
    diagnosis: null,
    review: null,
    problems: rules.problems,
    inputsLookedAt: [],
    stateLost,
  };
}

function toCandidateOfWeek(
  { item, standing, rank, best, worst, open }: Ranked<BacklogCandidate>,
  { closing }: OpenPullRequests,
  { policy }: Rules,
): CandidateOfWeek {
  const { scored, repository, number, title, createdAt, constraint, counted } = item;
  const [disagreement = null] = scored.disagreements;
  return {
    repository,
    number,
    title,
    createdAt,
    constraint,
    onPrimary: scored.onPrimary,
    claimed: scored.claimed,
    counted,
    score: scored.score ?? 0,
    verdict: standing.verdict,
    flags: scored.flags,
    counterfactual: scored.counterfactual,
    rank,
    best,
    worst,
    open,
    firstMove: hasLabel(item.issue.labels, 'first move', policy.labels),
    inReview: closing.get(number) ?? null,
    disagreement,
  };
}

function openedIn(backlog: Backlog, { from, to }: WeekFacts['week']): readonly NewCandidate[] {
  return backlog.complete
    .filter(({ createdAt }) => isWithin(createdAt, from, to))
    .map(({ repository, number, title, constraint, scored }) => ({
      repository,
      number,
      title,
      constraint,
      verdict: scored.verdict,
    }));
}

function toClosed({ repository, number, title, labels }: Issue, { policy }: Rules) {
  const constraint = constraints.find((one) => hasLabel(labels, `constraint: ${one}`, policy.labels)) ?? null;
  return { repository, number, title, constraint, mergedAs: null };
}
