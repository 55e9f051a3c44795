import { checkMilestone, type MilestoneItem, type MilestoneReport } from '../core/drift/check-milestone.ts';
import { constraintOfIssue } from '../core/drift/constraint-of-issue.ts';
import type { LinkedIssue } from '../core/drift/facts.ts';
import type { Duty, Policy } from '../core/policy.ts';
import { placeMilestoneBlock, renderMilestoneBlock } from '../render/milestone-block.ts';
import type { Change, Plan } from './change.ts';
import { resolvePullRequest } from './judge-pull-request.ts';
import type { ForeignFiles } from './ports/files.ts';
import type { Issue } from './ports/issues.ts';
import type { Milestone, Milestones } from './ports/milestones.ts';
import type { LinkedIssueReading } from './ports/pull-requests.ts';
import { toLinkedIssue } from './read-linked-issues.ts';
import type { PullRequestWorld } from './read-pull-request-facts.ts';
import { type Rules, readRules } from './read-rules.ts';

export type MilestoneWorld = PullRequestWorld & Milestones & ForeignFiles;

export interface MilestoneChecked {
  readonly milestone: Milestone;
  readonly rules: Rules;
  readonly report: MilestoneReport;
}

export interface MilestoneSettings {
  /** `owner/repo`. */
  readonly repository: string;
  /** Whose duty is being done; another writer's is only reported, never written. */
  readonly side: 'app' | 'action' | 'reader';
}

const milestoneDuty: Duty = 'milestones';

/**
 * Works out how much of an open milestone is on the constraint and plans the block in its description
 * (docs/drift.md). Nothing is written while no constraint is declared. `null` where there is no such milestone.
 */
export async function planMilestoneCheck(
  world: MilestoneWorld,
  number: number,
  { repository, side }: MilestoneSettings,
): Promise<Plan<MilestoneChecked> | null> {
  const milestone = await world.readMilestone(number);
  if (milestone === null) return null;
  const rules = await readRules(world, repository);
  const { policy } = rules;
  const another = side !== 'reader' && policy.duties[milestoneDuty] !== side;
  const isQuiet = another || policy.primary === null || milestone.state === 'closed';
  const report = isQuiet ? checkMilestone(number, [], policy) : await judgeMilestone(world, number, policy);
  const changes = isQuiet || side === 'reader' ? [] : planDescription(milestone, report);
  return { changes, report: { milestone, rules, report } };
}

/** How much of an open milestone is on the constraint, by the given policy. */
export async function judgeMilestone(
  world: PullRequestWorld & Milestones,
  number: number,
  policy: Policy,
): Promise<MilestoneReport> {
  const items: MilestoneItem[] = [];
  for (const item of await world.listMilestoneItems(number)) {
    items.push(
      item.isPullRequest ? await toPullItem(world, item, policy) : await toIssueItem(world, item, policy),
    );
  }
  return checkMilestone(number, items, policy);
}

/** Only where it would change: what GitHub gives back for an edit of ours must not cause another. */
function planDescription({ number, description }: Milestone, report: MilestoneReport): readonly Change[] {
  const placed = placeMilestoneBlock(description, renderMilestoneBlock(report));
  return placed === description ? [] : [{ kind: 'edit-milestone', number, description: placed }];
}

async function toIssueItem(world: PullRequestWorld, issue: Issue, policy: Policy): Promise<MilestoneItem> {
  const { number, title, state } = issue;
  const linked = await toLinkedIssue(world, { ...issue, parent: issue.hasParent ? 'unread' : null }, policy);
  const found = await resolveIssue(world, linked, policy);
  return { number, title, state, constraint: found, candidate: linked.candidate };
}

/** The parent is asked for only where the issue's own label does not answer. */
async function resolveIssue(world: PullRequestWorld, issue: LinkedIssue, policy: Policy) {
  const found = constraintOfIssue(issue, policy);
  if (found !== 'needs-parent') return found.constraint;
  const reading: LinkedIssueReading | null = await world.readLinkedIssue(issue.number);
  const again = constraintOfIssue(
    { ...issue, parent: reading === null ? 'unreadable' : reading.parent },
    policy,
  );
  return again === 'needs-parent' ? null : again.constraint;
}

async function toPullItem(world: PullRequestWorld, item: Issue, policy: Policy): Promise<MilestoneItem> {
  const { number, title, state } = item;
  return { number, title, state, ...(await resolvePullRequest(world, number, policy)) };
}
