import { addDays, daysBetween } from '../calendar.ts';
import { type Constraint, constraints } from '../constraint.ts';
import { type MetricReading, progressOf } from '../plan/status.ts';
import type { Primary } from '../policy.ts';
import type { WeekRecord } from './summary-state.ts';
import type { Diagnosis } from './week-facts.ts';

/** One of the four signs that the constraint has moved; two of them propose it (docs/summary.md). */
export type MovedSignal =
  | { readonly sign: 'target-met'; readonly first: MetricReading; readonly second: MetricReading }
  | { readonly sign: 'new-candidates'; readonly constraint: Constraint; readonly weeks: number }
  | { readonly sign: 'exceptions'; readonly constraint: Constraint; readonly weeks: number }
  | { readonly sign: 'diagnosis'; readonly constraint: Constraint; readonly number: number };

export interface MovedConstraint {
  readonly signals: readonly MovedSignal[];
  /** Where the signs point, if any names a constraint; the first that most of them name. */
  readonly toward: Constraint | null;
}

interface Signs {
  readonly primary: Primary;
  readonly readings: readonly MetricReading[];
  /** Weeks with their numbers, oldest first, this week last. */
  readonly history: readonly WeekRecord[];
  readonly diagnosis: Diagnosis | null;
}

const signsNeeded = 2;

/** Proposes that the constraint has moved when two signs say so; it is never switched. */
export function findMovedConstraint(signs: Signs): MovedConstraint | null {
  const signals = [
    targetMet(signs),
    newCandidatesElsewhere(signs),
    exceptionsElsewhere(signs),
    diagnosisDisagrees(signs),
  ].filter((signal) => signal !== null);
  if (signals.length < signsNeeded) return null;
  return { signals, toward: mostNamed(signals) };
}

/** The last reading meets the target, as does one a week or more before it, and none between fails. */
function targetMet({ primary, readings }: Signs): MovedSignal | null {
  const { metric } = primary;
  if (metric === null) return null;
  const inOrder = readings.toSorted((one, other) => daysBetween(other.day, one.day));
  const lastMiss = inOrder.findLastIndex(({ value }) => progressOf(metric, value) < 1);
  const met = inOrder.slice(lastMiss + 1);
  const second = met.at(-1);
  if (second === undefined) return null;
  const first = met.find(({ day }) => daysBetween(day, second.day) >= 7);
  return first === undefined ? null : { sign: 'target-met', first, second };
}

/** In three of the last four weeks, half or more of the strong new candidates served one other constraint. */
function newCandidatesElsewhere(signs: Signs): MovedSignal | null {
  const weeks = lastWeeks(signs, 4);
  return firstElsewhere(signs, (constraint) => {
    const count = weeks.filter(({ strong }) => {
      const all = constraints.reduce((sum, one) => sum + strong[one], 0);
      return all > 0 && strong[constraint] * 2 >= all;
    }).length;
    return count >= 3 ? { sign: 'new-candidates', constraint, weeks: count } : null;
  });
}

/** In each of the last three weeks, three in ten merges or more were accepted toward one other constraint. */
function exceptionsElsewhere(signs: Signs): MovedSignal | null {
  const weeks = lastWeeks(signs, 3);
  return firstElsewhere(signs, (constraint) => {
    const count = weeks.filter(({ accepted, focus }) => {
      return focus.merges > 0 && accepted[constraint] * 10 >= focus.merges * 3;
    }).length;
    return count >= 3 ? { sign: 'exceptions', constraint, weeks: count } : null;
  });
}

function diagnosisDisagrees({ primary, diagnosis }: Signs): MovedSignal | null {
  if (diagnosis === null || diagnosis.constraint === null || primary.since === null) return null;
  if (diagnosis.day <= primary.since || diagnosis.constraint === primary.constraint) return null;
  return { sign: 'diagnosis', constraint: diagnosis.constraint, number: diagnosis.number };
}

/** The calendar weeks up to this one in which this constraint was the declared one. */
function lastWeeks({ history, primary }: Signs, count: number): readonly WeekRecord[] {
  const thisDay = history.at(-1)?.day;
  if (thisDay === undefined) return [];
  const firstDay = addDays(thisDay, -7 * (count - 1));
  return history.filter(({ day, constraint }) => day >= firstDay && constraint === primary.constraint);
}

function firstElsewhere(
  { primary }: Signs,
  signalFor: (constraint: Constraint) => MovedSignal | null,
): MovedSignal | null {
  for (const constraint of constraints) {
    const signal = constraint === primary.constraint ? null : signalFor(constraint);
    if (signal !== null) return signal;
  }
  return null;
}

function mostNamed(signals: readonly MovedSignal[]): Constraint | null {
  const named = signals.flatMap((signal) => (signal.sign === 'target-met' ? [] : [signal.constraint]));
  const times = (constraint: Constraint) => named.filter((one) => one === constraint).length;
  return named.toSorted((one, other) => times(other) - times(one))[0] ?? null;
}
