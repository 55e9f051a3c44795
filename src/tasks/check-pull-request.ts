import { dayOf } from '../core/calendar.ts';
import { reportInvalidConfig } from '../core/drift/check-pull-request.ts';
import { planDayOf, planDays } from '../core/plan/phase.ts';
import type { Duty, Policy } from '../core/policy.ts';
import { docsLink } from '../render/docs-link.ts';
import type { DriftContext } from '../render/drift-wording.ts';
import type { Plan } from './change.ts';
import { checkHead, type HeadWorld } from './check-head.ts';
import { judgeWith } from './judge-pull-request.ts';
import { type PullRequestChecked, planPullRequestWrites } from './plan-pull-request-writes.ts';
import { planReactions } from './plan-reactions.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Reactions } from './ports/issues.ts';
import { type LastFocus, readLastFocus } from './read-last-focus.ts';
import { readPullRequestCommands } from './read-pull-request-commands.ts';
import { readRules } from './read-rules.ts';

export interface CheckSettings {
  readonly repository: string;
  /** Whose duty is being done; another writer's is only reported, never written. */
  readonly side: 'app' | 'action' | 'reader';
  /** The instant of the check. */
  readonly now: string;
  /** Accounts whose summary is believed beside that of the token's own. */
  readonly inPlaceOf?: readonly string[];
}

export type CheckWorld = HeadWorld & Threads & Reactions;

const pullRequestDuty: Duty = 'pull-requests';

/**
 * Checks one pull request against the declared constraint and plans its check run, label and comment
 * (docs/drift.md). `null` where there is no such pull request.
 */
export async function planPullRequestCheck(
  world: CheckWorld,
  number: number,
  { repository, side, now, inPlaceOf = [] }: CheckSettings,
): Promise<Plan<PullRequestChecked> | null> {
  const pullRequest = await world.readPullRequest(number);
  if (pullRequest === null) return null;
  const rules = await readRules(world, repository);
  const { policy, problems } = rules;
  const comments = pullRequest.commentCount > 0 ? await world.readComments(number) : [];
  const told = await readPullRequestCommands(world, pullRequest, comments, policy);
  let last: LastFocus | null = null;
  const readShare = async () => {
    last = await readLastFocus(world, repository, policy, inPlaceOf);
    return last?.share ?? null;
  };
  const report =
    problems.length > 0
      ? reportInvalidConfig(problems, policy)
      : await judgeWith(world, pullRequest, told.commands, policy, readShare);
  const context = contextOf(policy, now, last);
  const mine = policy.duties[pullRequestDuty] === side;
  const isOpen = pullRequest.state === 'open';
  const head = (mine && isOpen) || side === 'reader' ? await checkHead(world, pullRequest, rules) : null;
  const checked = { pullRequest, policy, report, context, head };
  if (!mine) return { changes: [], report: checked };
  // A closed one keeps what was said of it; a command on it still counts in the summary, and is answered.
  const changes = isOpen
    ? await planPullRequestWrites(world, checked, comments, told)
    : await planReactions(world, told.told, told.outcomes);
  return { changes, report: checked };
}

function contextOf({ primary, summary, scoring }: Policy, now: string, last: LastFocus | null): DriftContext {
  const day = primary?.since ? planDayOf(primary.since, dayOf(now, summary.timeZone)) : null;
  return {
    because: primary?.because ?? null,
    until: day !== null && day.day <= planDays ? day.planEnds : null,
    lastWeek: last?.week ?? null,
    whoMayScore: scoring.whoMayScore,
    docs: docsLink('drift'),
  };
}
