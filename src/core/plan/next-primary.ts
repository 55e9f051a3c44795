import type { Decision } from '../commands/command.ts';
import type { Constraint } from '../constraint.ts';
import type { Metric, Primary } from '../policy.ts';
import { type MetricReading, progressOf } from './status.ts';

/** The declaration that follows from a decision; what has to be thought of anew is left out. */
export interface NextPrimary {
  /** `null`: the new diagnosis says which. */
  readonly constraint: Constraint | null;
  readonly since: string;
  readonly because: string | null;
  readonly owner: string | null;
  readonly metric: Partial<Metric> | null;
}

/**
 * The `primary:` that a decision leads to (docs/plan.md), starting on `day`. `continue` keeps what still lies ahead;
 * `refine` starts the plan anew on the same constraint, to another target; `move` goes where the last diagnosis or
 * the sequence after it points.
 */
export function nextPrimary(
  decision: Decision,
  primary: Primary,
  { day, latest, comesNext }: { day: string; latest: MetricReading | null; comesNext: Constraint | null },
): NextPrimary {
  const { constraint, because, owner, metric } = primary;
  if (decision === 'move') return { constraint: comesNext, since: day, because: null, owner, metric: null };
  const now = latest?.value ?? metric?.baseline;
  const baseline = now === undefined ? {} : { baseline: now };
  if (metric === null) return { constraint, since: day, because, owner, metric: null };
  const { name, unit } = metric;
  if (decision === 'refine')
    return { constraint, since: day, because: null, owner, metric: { name, unit, ...baseline } };
  return {
    constraint,
    since: day,
    because,
    owner,
    metric: { name, unit, ...baseline, ...ahead(metric, now) },
  };
}

/** Target and minimum, as far as the metric has not reached them. */
function ahead(metric: Metric, now: number | undefined): Partial<Metric> {
  if (now === undefined) return {};
  const done = progressOf(metric, now);
  if (done >= 1) return {};
  const { target, minimum } = metric;
  return done >= progressOf(metric, minimum) ? { target } : { target, minimum };
}
