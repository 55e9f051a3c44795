import { dayOf } from '../core/calendar.ts';
import { planDayOf, reviewDay } from '../core/plan/phase.ts';
import { apply } from './apply.ts';
import { planMilestones } from './plan-milestones.ts';
import type { ForeignFiles } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Issues } from './ports/issues.ts';
import type { MilestoneLists } from './ports/milestones.ts';
import type { Writer } from './ports/writer.ts';
import { readAllReadings } from './read-all-readings.ts';
import type { MergesWorld } from './read-merges.ts';
import { readReviews } from './read-reviews.ts';
import { readRules } from './read-rules.ts';
import { planReview } from './review-plan.ts';

export type ReviewWorld = MergesWorld & ForeignFiles & Threads & MilestoneLists;

export interface PlanSettings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly side: 'app' | 'action';
  readonly inPlaceOf?: readonly string[];
}

/**
 * What the plan asks for on its own, day by day: its milestones where the team wants them, and from day 76 on the
 * decision issue. Comes before the summary, which names that issue. Most days it asks nothing of GitHub but the config.
 */
export async function applyReview(
  world: ReviewWorld & Writer & Pick<Issues, 'readLabelNames'>,
  { repository, now, side, inPlaceOf = [] }: PlanSettings,
): Promise<void> {
  const { policy } = await readRules(world, repository);
  const { primary, duties, plan, summary } = policy;
  if (duties.summary !== side || primary === null || primary.since === null) return;
  const declared = { ...primary, since: primary.since };
  if (plan.milestones) await apply(await planMilestones(world, declared), world, policy);
  if (planDayOf(declared.since, dayOf(now, summary.timeZone)).day < reviewDay) return;
  const reviews = await readReviews(world, repository, policy, inPlaceOf);
  const readings = await readAllReadings(world, { repository, policy, inPlaceOf, reviews });
  const { changes } = await planReview(world, { repository, now, policy, reviews, readings });
  await apply(changes, world, policy);
}
