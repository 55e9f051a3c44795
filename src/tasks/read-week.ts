import { perConstraint } from '../core/constraint.ts';
import { hasLabel } from '../core/labels.ts';
import { weekOf } from '../core/plan/week.ts';
import type { Ranked } from '../core/scoring/rank.ts';
import type { CandidateOfWeek, WeekFacts } from '../core/summary/week-facts.ts';
import type { BacklogCandidate } from './judge-issues.ts';
import { isFinal } from './ports/fault.ts';
import { rankLeading } from './rank-leading.ts';
import { type RepositoryWeek, type RepositoryWorld, readRepositoryWeek } from './read-repository-week.ts';
import type { Rules } from './read-rules.ts';

export interface WeekWorld extends RepositoryWorld {
  /** Another repository of the same owner, by the same token. */
  connectTo(repository: string): RepositoryWorld;
}

export interface WeekToRead {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly rules: Rules;
  readonly stateLost: string | null;
}

/** Everything one summary is made of, read now, from every repository that it is about. */
export async function readWeek(
  world: WeekWorld,
  { repository, now, rules, stateLost }: WeekToRead,
): Promise<WeekFacts> {
  const { policy } = rules;
  const week = weekOf(now, policy.summary.day, policy.summary.timeZone);
  const weeks: RepositoryWeek[] = [await readRepositoryWeek(world, repository, policy, week)];
  const unread: string[] = [];
  for (const name of policy.summary.repositories) {
    const other = await readRepositoryWeek(world.connectTo(name), name, policy, week).catch(orUnread);
    if (other === null) unread.push(name);
    else weeks.push(other);
  }
  const backlogs = weeks.map(({ backlog }) => backlog);
  const sum = (count: (one: RepositoryWeek) => number) => weeks.reduce((total, one) => total + count(one), 0);
  return {
    repository,
    week,
    now,
    repositories: weeks.map((one) => one.repository),
    unread,
    candidates: rankLeading(backlogs, policy.primary?.constraint ?? null).map((ranked) =>
      toCandidateOfWeek(ranked, weeks, rules),
    ),
    isWhole: backlogs.every(({ isWhole }) => isWhole),
    openCandidates: perConstraint((constraint) => sum(({ backlog }) => backlog.openByConstraint[constraint])),
    incomplete: backlogs.flatMap(({ incomplete }) => incomplete),
    incompleteTotal: sum(({ backlog }) => backlog.incompleteTotal),
    unlabelled: sum(({ backlog }) => backlog.unlabelled),
    rethinks: backlogs.flatMap(({ rethinks }) => rethinks),
    opened: weeks.flatMap(({ opened }) => opened),
    closed: weeks.flatMap(({ closed }) => closed),
    firstMoves: weeks.flatMap(({ firstMoves }) => firstMoves),
    formerMoves: weeks.flatMap(({ formerMoves }) => formerMoves),
    merges: weeks.flatMap(({ merges }) => merges),
    pullRequests: weeks.flatMap(({ open }) => open),
    milestones: weeks.flatMap(({ milestones }) => milestones),
    readings: [],
    diagnosis: null,
    review: null,
    problems: rules.problems,
    inputsLookedAt: [],
    stateLost,
  };
}

/** What the token may not read is named, never counted as empty; a limit of GitHub's puts the whole off. */
function orUnread(error: unknown): null {
  if (isFinal(error)) return null;
  throw error;
}

function toCandidateOfWeek(
  { item, standing, rank, best, worst, open }: Ranked<BacklogCandidate>,
  weeks: readonly RepositoryWeek[],
  { policy }: Rules,
): CandidateOfWeek {
  const { scored, repository, number, title, createdAt, constraint, counted } = item;
  const [disagreement = null] = scored.disagreements;
  const home = weeks.find((one) => one.repository === repository);
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
    firstMove: hasLabel(item.labels, 'first move', policy.labels),
    inReview: home?.inReview.get(number) ?? null,
    disagreement,
  };
}
