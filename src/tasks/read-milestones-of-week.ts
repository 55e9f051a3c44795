import type { Policy } from '../core/policy.ts';
import type { MilestoneOfWeek } from '../core/summary/week-facts.ts';
import { readMilestoneFocus } from '../render/read-milestone-block.ts';
import { type MilestoneWorld, planMilestoneCheck } from './check-milestone.ts';
import type { Milestone } from './ports/milestones.ts';

/** So many milestones are worked out anew where their description does not tell. */
const workedOut = 5;

/**
 * The focus of the open milestones: as their block says, which is kept with every change of an item. Where there is
 * none, because nobody holds the duty or none was due yet, it is worked out for the first few.
 */
export async function readMilestonesOfWeek(
  world: MilestoneWorld,
  repository: string,
  open: readonly Milestone[],
  { primary }: Policy,
): Promise<readonly MilestoneOfWeek[]> {
  if (primary === null) return [];
  const read: MilestoneOfWeek[] = [];
  let left = workedOut;
  for (const { number, title, description } of open) {
    const told = readMilestoneFocus(description, primary.constraint);
    if (told !== null) read.push({ repository, title, open: told });
    else if (left > 0) {
      left -= 1;
      const plan = await planMilestoneCheck(world, number, { repository, side: 'reader' });
      if (plan === null) continue;
      const { onConstraint: on, classified } = plan.report.report;
      read.push({ repository, title, open: { on, classified } });
    }
  }
  return read;
}
