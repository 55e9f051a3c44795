import type { Constraint } from '../core/constraint.ts';
import { checkPullRequest, type DriftReport } from '../core/drift/check-pull-request.ts';
import type {
  CandidateFacts,
  Need,
  OffConstraintShare,
  PullRequestCommands,
  PullRequestFacts,
} from '../core/drift/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { Comment } from './ports/issues.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { readPullRequestCommands } from './read-pull-request-commands.ts';
import {
  type PullRequestWorld,
  readPullRequestFacts,
  readPullRequestNeed,
} from './read-pull-request-facts.ts';

/** Checks a pull request by the commands in its comments; `share` as in `checkPullRequest`. */
export async function judgePullRequest(
  world: PullRequestWorld,
  pullRequest: PullRequest,
  comments: readonly Comment[],
  policy: Policy,
  share: OffConstraintShare | null,
): Promise<DriftReport> {
  const { commands } = await readPullRequestCommands(world, pullRequest, comments, policy);
  return judgeWith(world, pullRequest, commands, policy, async () => share);
}

/** Reads lazily: each round of the check names the one fact it still needs. */
export async function judgeWith(
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
  const { constraint } = await judgeWith(world, alone, commands, policy, async () => null);
  const { links } = await readPullRequestFacts(world, alone, commands, policy);
  const candidate = links.issues.find((issue) => issue.candidate !== null)?.candidate ?? null;
  return { constraint, candidate };
}
