import { addDays } from '../calendar.ts';
import type { Rating } from '../candidate.ts';
import type { Outcome } from '../commands/command.ts';
import type { Metric } from '../policy.ts';
import { medianLeadHours } from '../summary/focus.ts';
import type { Merge } from '../summary/week-facts.ts';
import type { DeclarationKey } from './declaration.ts';
import { type EndingPhase, endingPhases, phaseEndDays } from './phase.ts';
import { type MetricReading, progressOf } from './status.ts';

/** What the ninety days of one declaration came to, as its decision issue tells and keeps it (docs/plan.md). */
export interface PlanRecord extends DeclarationKey {
  /** `owner/repo`. */
  readonly repository: string;
  readonly because: string | null;
  readonly metric: Metric | null;
  /** Since the declaration, oldest first. */
  readonly readings: readonly MetricReading[];
  /** Merged on the constraint since the declaration, newest first. */
  readonly merged: readonly MergedOnConstraint[];
  /** The first moves, with what they did. */
  readonly moves: readonly MoveTold[];
}

export interface MergedOnConstraint {
  readonly number: number;
  readonly title: string;
  /** The candidate it closed, and what it was said to be worth. */
  readonly candidate: number | null;
  readonly predictedImpact: Rating | null;
}

export interface MoveTold {
  readonly number: number;
  readonly title: string;
  /** Local day; `null` while it is open. */
  readonly closedDay: string | null;
  readonly predictedImpact: Rating | null;
  /** What was to prove that it mattered; foreign text. */
  readonly metric: string;
  readonly outcome: Outcome | null;
  readonly because: string | null;
}

/** How fast and how well merges went in one phase. */
export interface PaceOfPhase {
  readonly phase: EndingPhase;
  readonly merges: number;
  readonly fixes: number;
  readonly medianLeadHours: number | null;
}

/** A merge and whether it put something right. */
export interface PacedMerge {
  readonly merge: Merge;
  readonly isFix: boolean;
  /** The local day on which it was merged. */
  readonly day: string;
}

/** Merges phase by phase, so that the first thirty days can be held against the last. */
export function paceOf(since: string, merges: readonly PacedMerge[]): readonly PaceOfPhase[] {
  return endingPhases.map((phase, index) => {
    const earlier = endingPhases[index - 1];
    const firstDay = addDays(since, earlier === undefined ? 0 : phaseEndDays[earlier]);
    const lastDay = addDays(since, phaseEndDays[phase] - 1);
    const own = merges.filter(({ day }) => day >= firstDay && day <= lastDay);
    return {
      phase,
      merges: own.length,
      fixes: own.filter(({ isFix }) => isFix).length,
      medianLeadHours: medianLeadHours(own.map(({ merge }) => merge)),
    };
  });
}

const fixLabels: readonly string[] = ['bug', 'fix', 'bugfix', 'hotfix', 'regression', 'incident'];

/** Whether a merged pull request put something right: by a usual label, or a title that says so. */
export function isFix({
  title,
  labels,
}: {
  readonly title: string;
  readonly labels: readonly string[];
}): boolean {
  const isLabelled = labels.some((label) => fixLabels.includes(label.toLowerCase()));
  return isLabelled || /^(?:fix(?:es|ed)?|bugfix|hotfix|revert)\b/i.test(title.trim());
}

/** Whether the least improvement that justifies going on is reached; `null` without a metric or a reading. */
export function isMinimumReached(metric: Metric | null, latest: MetricReading | null): boolean | null {
  if (metric === null || latest === null) return null;
  return progressOf(metric, latest.value) >= progressOf(metric, metric.minimum);
}
