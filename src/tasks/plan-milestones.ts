import { addDays } from '../core/calendar.ts';
import { constraintGuide } from '../core/constraint.ts';
import { isSameDeclaration } from '../core/plan/declaration.ts';
import { phaseEndDays, planDays } from '../core/plan/phase.ts';
import { milestoneMarker, readMilestoneMarker } from '../render/plan-milestone.ts';
import type { Change } from './change.ts';
import type { Milestone, MilestoneLists } from './ports/milestones.ts';
import type { DeclaredPlan } from './read-plan-record.ts';

/** The last day of each phase, and what it is for. */
const ends = [
  [
    phaseEndDays.diagnose,
    'Diagnosed: the inputs looked at, one constraint, a metric with baseline, target and minimum.',
  ],
  [phaseEndDays.ship, 'Shipped: the first move picked and merged.'],
  [phaseEndDays.measure, 'Measured: a reading, the outcome told, the decision taken.'],
] as const;

/**
 * The milestones "Day 30", "Day 60" and "Day 90" of a declaration, created once: as long as one of them is there,
 * one that somebody deleted stays deleted. A title that an earlier plan took gets the constraint behind it.
 */
export async function planMilestones(
  world: MilestoneLists,
  primary: DeclaredPlan,
): Promise<readonly Change[]> {
  const existing = await world.listMilestones();
  if (existing.some((milestone) => isOfPlan(milestone, primary))) return [];
  const taken = new Set(existing.map(({ title }) => title.toLowerCase()));
  const { name } = constraintGuide[primary.constraint];
  return ends.map(([day, purpose]) => {
    const plain = `Day ${day}`;
    const title = taken.has(plain.toLowerCase()) ? `${plain} · ${name} since ${primary.since}` : plain;
    const description = `${milestoneMarker(primary)}\n${name}, day ${day} of ${planDays}. ${purpose}`;
    return { kind: 'create-milestone', title, description, dueDay: addDays(primary.since, day - 1) };
  });
}

function isOfPlan({ description }: Milestone, { constraint, since }: DeclaredPlan): boolean {
  const marked = readMilestoneMarker(description);
  return marked !== null && isSameDeclaration(marked, { constraint, since });
}
