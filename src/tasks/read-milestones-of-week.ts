import type { Policy } from '../core/policy.ts';
import type { MilestoneOfWeek } from '../core/summary/week-facts.ts';
import { readMilestoneFocus } from '../render/read-milestone-block.ts';
import { judgeMilestone } from './check-milestone.ts';
import type { Milestone, Milestones } from './ports/milestones.ts';
import type { PullRequestWorld } from './read-pull-request-facts.ts';

/** So many milestones are worked out anew where their description does not tell. */
const workedOut = 5;

/**
 * The focus of the open milestones: as their block says, which is kept with every change of an item. Where there is
 * none, because nobody holds the duty or none was due yet, it is worked out for the first few, by the rules that
 * the summary goes by, whatever another repository declares.
 */
export async function readMilestonesOfWeek(
  world: PullRequestWorld & Milestones,
  repository: string,
  open: readonly Milestone[],
  policy: Policy,
): Promise<readonly MilestoneOfWeek[]> {
  const { primary } = policy;
  if (primary === null) return [];
  const read: MilestoneOfWeek[] = [];
  let left = workedOut;
  for (const { number, title, description } of open) {
    const told = readMilestoneFocus(description, primary.constraint);
    if (told !== null) read.push({ repository, title, open: told });
    else if (left > 0) {
      left -= 1;
      const { onConstraint: on, classified } = await judgeMilestone(world, number, policy);
      read.push({ repository, title, open: { on, classified } });
    }
  }
  return read;
}
