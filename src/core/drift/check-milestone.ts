import type { Constraint } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import { type Code, inTableOrder } from './codes.ts';
import type { CandidateFacts } from './facts.ts';
import { type SequenceViolation, sequenceViolations } from './sequence.ts';

/** An issue or pull request of a milestone. */
export interface MilestoneItem {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  /** By the same rules as a linked issue; of a pull request, by its own chain. */
  readonly constraint: Constraint | null;
  /** `null`: not a candidate. */
  readonly candidate: CandidateFacts | null;
}

export interface CheckedItem {
  readonly number: number;
  readonly title: string;
  readonly constraint: Constraint | null;
  readonly codes: readonly Code[];
  readonly violations: readonly SequenceViolation[];
}

export interface MilestoneReport {
  readonly milestone: number;
  readonly primary: Constraint | null;
  /** Whole percent, half a percent rounded up; `null` without a primary or without classified items. */
  readonly focus: number | null;
  /** `milestone-focus`, in percent. */
  readonly threshold: number;
  readonly onConstraint: number;
  readonly classified: number;
  /** The open items, by number. */
  readonly items: readonly CheckedItem[];
  readonly conclusion: 'success' | 'warning';
}

/**
 * How much of what is open in a milestone is on the constraint, as a whole percent; `null` while nothing is
 * classified. The rounded percent is what is compared, so that nobody reads "60 %, wanted 60 %" in a warning
 * (docs/drift.md).
 */
export function focusPercentOf(onConstraint: number, classified: number): number | null {
  return classified === 0 ? null : Math.round((100 * onConstraint) / classified);
}

/** Each open item held against the constraint, and the focus of all of them (docs/drift.md). */
export function checkMilestone(
  milestone: number,
  items: readonly MilestoneItem[],
  policy: Policy,
): MilestoneReport {
  const primary = policy.primary?.constraint ?? null;
  const open = items
    .filter(({ state }) => state === 'open')
    .toSorted((one, other) => one.number - other.number);
  const classified = open.filter(({ constraint }) => constraint !== null).length;
  const onConstraint = open.filter(({ constraint }) => constraint !== null && constraint === primary).length;
  const focus = primary === null ? null : focusPercentOf(onConstraint, classified);
  const threshold = policy.drift.milestoneFocus;
  return {
    milestone,
    primary,
    focus,
    threshold,
    onConstraint,
    classified,
    items: open.map((item) => checkItem(item, policy)),
    conclusion: focus !== null && focus < threshold ? 'warning' : 'success',
  };
}

function checkItem(item: MilestoneItem, policy: Policy): CheckedItem {
  const { number, title, constraint, candidate } = item;
  const primary = policy.primary?.constraint ?? null;
  const violations = sequenceViolations(candidate, policy);
  const against: Code[] = violations.map(({ code }) => code);
  if (primary !== null && constraint === null) against.push('UNCLASSIFIED');
  if (primary !== null && constraint !== null && constraint !== primary) against.push('DRIFT');
  if (candidate?.isIncomplete) against.push('INCOMPLETE');
  const aligned: readonly Code[] = primary === null ? [] : ['ALIGNED'];
  return {
    number,
    title,
    constraint,
    violations,
    codes: against.length > 0 ? inTableOrder(against) : aligned,
  };
}
