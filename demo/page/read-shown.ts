import { type RankingReading, readRanking } from '../../src/cli/read-ranking.ts';
import { addDays, isoWeekOf, isWithin, startOfDay } from '../../src/core/calendar.ts';
import { countFocus, type FocusCount } from '../../src/core/summary/focus.ts';
import type { Summary } from '../../src/core/summary/summary.ts';
import type { Merge } from '../../src/core/summary/week-facts.ts';
import { accountOfToken } from '../../src/github/account.ts';
import { createClientParts, createTokenClient } from '../../src/github/client.ts';
import { connectRepository } from '../../src/github/repository.ts';
import { planSummary } from '../../src/tasks/post-summary.ts';
import { checkMerges } from '../../src/tasks/read-merges.ts';
import type { EmbeddedGitHub } from '../../test/embedded-github/start.ts';
import { summariesIn } from '../findings.ts';
import { repository } from '../story.ts';
import {
  type CheckRunNow,
  type CommentNow,
  type IssueNow,
  type LabelNow,
  type MilestoneNow,
  readCheckRuns,
  readComments,
  readIssues,
  readLabels,
  readMilestones,
} from '../world-now.ts';

/** All that the page shows, read from GitHub as it now is. */
export interface Shown {
  readonly repository: string;
  /** By name. */
  readonly labels: ReadonlyMap<string, LabelNow>;
  readonly issues: ReadonlyMap<number, IssueNow>;
  /** By number of the issue or pull request. */
  readonly comments: ReadonlyMap<number, readonly CommentNow[]>;
  readonly ranking: RankingReading;
  readonly pullRequests: readonly { readonly issue: IssueNow; readonly checks: readonly CheckRunNow[] }[];
  readonly milestones: readonly MilestoneNow[];
  readonly summary: Summary;
  /** The issues that summaries were posted as, the newest first. */
  readonly summaries: readonly IssueNow[];
  /** Oldest first. */
  readonly weeks: readonly WeekOfMerges[];
}

export interface WeekOfMerges {
  /** `2026-W48`, the week of the Monday after it. */
  readonly key: string;
  readonly count: FocusCount;
}

const weeksShown = 8;

export async function readShown(github: EmbeddedGitHub, now: Date): Promise<Shown> {
  const client = createTokenClient(github.workflowToken, github.url, createClientParts(0));
  const world = connectRepository({ client, repository, account: accountOfToken(client) });
  const settings = { repository, now: now.toISOString(), side: 'reader', trigger: 'person' } as const;
  const { summary } = (await planSummary(world, settings)).report;
  const ranking = await readRanking(world, repository);
  const issues = await readIssues(github);
  const talked = issues.filter(({ comments, state }) => comments > 0 && state === 'open');
  const comments = talked.map(async ({ number }) => [number, await readComments(github, number)] as const);
  const open = issues.filter(({ pull_request, state }) => pull_request !== undefined && state === 'open');
  const firstDay = addDays(summary.week.day, -7 * weeksShown);
  const since = startOfDay(firstDay, ranking.policy.summary.timeZone);
  const merges = await checkMerges(world, await world.listMerged(since), ranking.policy);
  return {
    repository,
    labels: new Map((await readLabels(github)).map((label) => [label.name, label])),
    issues: new Map(issues.map((issue) => [issue.number, issue])),
    comments: new Map(await Promise.all(comments)),
    ranking,
    pullRequests: await Promise.all(
      open.map(async (issue) => ({ issue, checks: await readCheckRuns(github, issue.number) })),
    ),
    milestones: await readMilestones(github),
    summary,
    summaries: summariesIn(issues).toSorted((one, other) => other.number - one.number),
    weeks: toWeeks(firstDay, ranking.policy.summary.timeZone, merges),
  };
}

function toWeeks(firstDay: string, timeZone: string, merges: readonly Merge[]): readonly WeekOfMerges[] {
  return Array.from({ length: weeksShown }, (_, index) => {
    const [from, to] = [addDays(firstDay, 7 * index), addDays(firstDay, 7 * (index + 1))];
    const within = merges.filter(({ mergedAt }) =>
      isWithin(mergedAt, startOfDay(from, timeZone), startOfDay(to, timeZone)),
    );
    return { key: isoWeekOf(to), count: countFocus(within) };
  });
}
