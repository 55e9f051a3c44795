import { dayOf } from '../core/calendar.ts';
import type { Constraint } from '../core/constraint.ts';
import { checkPullRequest, type DriftReport, reportInvalidConfig } from '../core/drift/check-pull-request.ts';
import type {
  CandidateFacts,
  Need,
  OffConstraintShare,
  PullRequestCommands,
  PullRequestFacts,
} from '../core/drift/facts.ts';
import type { HeadCheck } from '../core/drift/head-check.ts';
import { planDayOf } from '../core/plan/phase.ts';
import type { Duty, Policy } from '../core/policy.ts';
import { docsLink } from '../render/docs-link.ts';
import type { DriftContext } from '../render/drift-wording.ts';
import type { Plan } from './change.ts';
import { checkHead, type HeadWorld } from './check-head.ts';
import { planPullRequestWrites } from './plan-pull-request-writes.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Comment, Reactions } from './ports/issues.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { type LastFocus, readLastFocus } from './read-last-focus.ts';
import { readPullRequestCommands } from './read-pull-request-commands.ts';
import {
  type PullRequestWorld,
  readPullRequestFacts,
  readPullRequestNeed,
} from './read-pull-request-facts.ts';
import { readRules } from './read-rules.ts';

export interface PullRequestChecked {
  readonly pullRequest: PullRequest;
  readonly policy: Policy;
  readonly report: DriftReport;
  readonly context: DriftContext;
  /** Where it edits config or forms. */
  readonly head: HeadCheck | null;
}

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
      : await checkWith(world, pullRequest, told.commands, policy, readShare);
  const context = contextOf(policy, now, last);
  const mine = policy.duties[pullRequestDuty] === side && pullRequest.state === 'open';
  const head = mine || side === 'reader' ? await checkHead(world, pullRequest, rules) : null;
  const checked = { pullRequest, policy, report, context, head };
  const changes = mine ? await planPullRequestWrites(world, checked, comments, told) : [];
  return { changes, report: checked };
}

/** Checks a pull request by the commands in its comments; `share` as in `checkPullRequest`. */
export async function check(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
  share: OffConstraintShare | null,
): Promise<DriftReport> {
  const { commands } = await readPullRequestCommands(world, pullRequest, comments, policy);
  return checkWith(world, pullRequest, commands, policy, async () => share);
}

/** Reads lazily: each round of the check names the one fact it still needs. */
async function checkWith(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  commands: PullRequestCommands,
  policy: Policy,
  readShare: () => Promise<OffConstraintShare | null>,
): Promise<DriftReport> {
  let facts: PullRequestFacts = await readPullRequestFacts(world, pullRequest, commands, policy);
  let share: OffConstraintShare | null | 'unread' = 'unread';
  const asked: Need[] = [];
  for (;;) {
    const checking = checkPullRequest(facts, policy, share);
    if (checking.needs === null) return checking.report;
    const { needs } = checking;
    if (asked.some(({ fact }) => fact === needs.fact && needs.fact !== 'parents')) {
      throw new Error(`The check asked twice for ${needs.fact} of #${pullRequest.number}.`);
    }
    asked.push(needs);
    if (needs.fact === 'share') share = await readShare();
    else facts = await readPullRequestNeed(world, pullRequest, facts, needs, policy);
  }
}

/** What an open pull request is in a milestone. */
export interface PullRequestInMilestone {
  readonly constraint: Constraint | null;
  /** The first candidate it is linked to. */
  readonly candidate: CandidateFacts | null;
}

/**
 * The constraint an open pull request serves by its own chain, its milestone left out: a milestone cannot
 * classify what it is judged by.
 */
export async function resolvePullRequest(
  world: PullRequestWorld,
  number: number,
  policy: Policy,
): Promise<PullRequestInMilestone> {
  const pullRequest = await world.readPullRequest(number);
  if (pullRequest === null) return { constraint: null, candidate: null };
  const comments = pullRequest.commentCount > 0 ? await world.readComments(number) : [];
  const alone = { ...pullRequest, milestone: null };
  const { commands } = await readPullRequestCommands(world, alone, comments, policy);
  const { constraint } = await checkWith(world, alone, commands, policy, async () => null);
  const { links } = await readPullRequestFacts(world, alone, commands, policy);
  const candidate = links.issues.find((issue) => issue.candidate !== null)?.candidate ?? null;
  return { constraint, candidate };
}

function contextOf({ primary, summary, scoring }: Policy, now: string, last: LastFocus | null): DriftContext {
  const day = primary?.since ? planDayOf(primary.since, dayOf(now, summary.timeZone)) : null;
  return {
    because: primary?.because ?? null,
    until: day !== null && day.day <= 90 ? day.planEnds : null,
    lastWeek: last?.week ?? null,
    whoMayScore: scoring.whoMayScore,
    docs: docsLink('drift'),
  };
}
