import { dayOf, startOfDay } from '../core/calendar.ts';
import { hasLabel } from '../core/labels.ts';
import { isFix, type MergedOnConstraint, type PacedMerge, type PlanRecord } from '../core/plan/review.ts';
import type { MetricReading } from '../core/plan/status.ts';
import type { Policy, Primary } from '../core/policy.ts';
import { isExempt } from '../core/summary/focus.ts';
import type { Merge } from '../core/summary/week-facts.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { movesSince, readFirstMoves } from './read-first-moves.ts';
import { readJudged } from './read-judged.ts';
import { checkMerges, type MergesWorld } from './read-merges.ts';

export interface DeclaredPlan extends Primary {
  readonly since: string;
}

export interface PlanRead {
  readonly record: PlanRecord;
  /** Every merge since the declaration that is not exempt. */
  readonly paced: readonly PacedMerge[];
}

/** Reads what the plan of a declaration came to so far. */
export async function readPlanRecord(
  world: MergesWorld & Threads,
  repository: string,
  primary: DeclaredPlan,
  readings: readonly MetricReading[],
  policy: Policy,
): Promise<PlanRead> {
  const { constraint, since, because, metric } = primary;
  const { timeZone } = policy.summary;
  const pulls = await world.listMerged(startOfDay(since, timeZone));
  const merges = (await checkMerges(world, pulls, policy)).filter((merge) => !isExempt(merge));
  const pullOf = (merge: Merge) => pulls.find(({ number }) => number === merge.number);
  const merged: MergedOnConstraint[] = [];
  for (const merge of merges.filter(({ codes }) => codes.includes('ALIGNED'))) {
    merged.push(await toMerged(world, merge, pullOf(merge), policy));
  }
  const moves = movesSince(await readFirstMoves(world, policy), constraint, since);
  return {
    record: {
      repository,
      constraint,
      since,
      because,
      metric,
      readings: readings.filter(({ day }) => day >= since),
      merged,
      moves,
    },
    paced: merges.map((merge) => ({
      merge,
      day: dayOf(merge.mergedAt, timeZone),
      isFix: isFix(pullOf(merge) ?? { title: merge.title, labels: [] }),
    })),
  };
}

async function toMerged(
  world: MergesWorld,
  { number, title }: Merge,
  pull: PullRequest | undefined,
  policy: Policy,
): Promise<MergedOnConstraint> {
  const candidate = (pull?.closing ?? []).find(({ labels }) => hasLabel(labels, 'candidate', policy.labels));
  if (candidate === undefined) return { number, title, candidate: null, predictedImpact: null };
  // The impact it counts with, second opinions included.
  const { scored } = await readJudged(world, candidate, policy);
  return { number, title, candidate: candidate.number, predictedImpact: scored.counted.impact };
}
