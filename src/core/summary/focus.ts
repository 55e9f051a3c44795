import { hoursBetween, isWithin } from '../calendar.ts';
import { type Constraint, constraints } from '../constraint.ts';
import { type Code, isOffConstraintCode } from '../drift/codes.ts';
import type { CheckedPullRequest, Merge, WeekFacts } from './week-facts.ts';

/** Merges by what the drift check says of them; exempt ones are in none of the numbers. */
export interface FocusCount {
  readonly aligned: number;
  /** `DRIFT`, `SEQ-*`, `PAUSED` or `MIXED`, not accepted. */
  readonly offConstraint: number;
  readonly accepted: number;
  /** Those whose constraint is known, the base of the focus share. */
  readonly classified: number;
  /** The base of the coverage. */
  readonly merges: number;
}

export interface ConstraintRow {
  readonly constraint: Constraint;
  readonly mergesThisWeek: number;
  readonly mergesIn28Days: number;
  readonly inProgress: number;
  readonly openCandidates: number;
  readonly opened: number;
  readonly closed: number;
}

/** The share is told from this coverage on, a fraction. */
const coverageNeeded = 0.8;

/** Whether the pull request is drift that nobody accepted. */
export function isOffConstraint(pullRequest: CheckedPullRequest): boolean {
  return pullRequest.codes.some(isOffConstraintCode);
}

/** Whether it is known which constraint the pull request serves. */
export function isClassified({ codes, constraint }: CheckedPullRequest): boolean {
  if (codes.includes('UNCLASSIFIED')) return false;
  if (codes.includes('INCOMPLETE')) return constraint !== null;
  return codes.length > 0 || constraint !== null;
}

export function isExempt(pullRequest: CheckedPullRequest): boolean {
  return pullRequest.codes.includes('EXEMPT');
}

/** Counts pull requests for focus share and coverage (docs/summary.md). */
export function countFocus(pullRequests: readonly CheckedPullRequest[]): FocusCount {
  const counted = pullRequests.filter((pullRequest) => !isExempt(pullRequest));
  const having = (code: Code) => counted.filter(({ codes }) => codes.includes(code)).length;
  return {
    aligned: having('ALIGNED'),
    offConstraint: counted.filter(isOffConstraint).length,
    accepted: having('ACCEPTED'),
    classified: counted.filter(isClassified).length,
    merges: counted.length,
  };
}

/** Whether enough merges are classified for the focus share to mean something. */
export function isCovered({ classified, merges }: FocusCount): boolean {
  return merges > 0 && classified / merges >= coverageNeeded;
}

export function mergesOfWeek({ merges, week }: WeekFacts): readonly Merge[] {
  return merges.filter((merge) => isWithin(merge.mergedAt, week.from, week.to));
}

/** One row for each constraint, in their usual order. */
export function countByConstraint(facts: WeekFacts): readonly ConstraintRow[] {
  const week = mergesOfWeek(facts);
  return constraints.map((constraint) => {
    const of = (items: readonly { readonly constraint: Constraint | null }[]) =>
      items.filter((item) => item.constraint === constraint).length;
    return {
      constraint,
      mergesThisWeek: of(week),
      mergesIn28Days: of(facts.merges),
      inProgress: of(facts.pullRequests),
      openCandidates: facts.openCandidates[constraint],
      opened: of(facts.opened),
      closed: of(facts.closed),
    };
  });
}

/** Hours from opening to merging, the middle one; `null` without merges. Exempt merges do not count. */
export function medianLeadHours(merges: readonly Merge[]): number | null {
  const hours = merges
    .filter((merge) => !isExempt(merge))
    .map(({ createdAt, mergedAt }) => hoursBetween(createdAt, mergedAt))
    .sort((one, other) => one - other);
  const middle = hours.slice(Math.floor((hours.length - 1) / 2), Math.floor(hours.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length;
}

/** Of the merges that are linked to a candidate with a kind, those that improve an existing path. */
export function existingPathShare(merges: readonly Merge[]): {
  readonly existing: number;
  readonly known: number;
} {
  const known = merges.filter(({ kinds }) => kinds.length > 0);
  return {
    existing: known.filter(({ kinds }) => kinds.includes('existing-path')).length,
    known: known.length,
  };
}
