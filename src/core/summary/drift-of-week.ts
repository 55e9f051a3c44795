import { dayOf } from '../calendar.ts';
import type { Constraint } from '../constraint.ts';
import { isWithinAllowance } from '../drift/allowance.ts';
import { focusPercentOf } from '../drift/check-milestone.ts';
import { type Code, conclusionOf } from '../drift/codes.ts';
import { isSequenceCode } from '../drift/sequence.ts';
import type { Policy, Primary } from '../policy.ts';
import { countFocus, type FocusCount, isOffConstraint, mergesOfWeek } from './focus.ts';
import { toReference } from './movement.ts';
import type { CheckedPullRequest, Merge, Reference, WeekFacts } from './week-facts.ts';

export interface DriftItem extends Reference {
  readonly constraint: Constraint | null;
  readonly codes: readonly Code[];
  readonly merged: boolean;
}

export interface ExceptionItem extends Reference {
  readonly constraint: Constraint | null;
  readonly by: string;
  readonly because: string;
  readonly self: boolean;
}

export interface MilestoneUnderFocus {
  readonly repository: string;
  readonly title: string;
  readonly on: number;
  readonly classified: number;
  readonly wantedPercent: number;
}

/** Some of a longer list, and how many there are in all. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface DriftOfWeek {
  readonly merges: FocusCount;
  /** Merged in the week or still open, against the order in which constraints are worked. */
  readonly sequence: Listed<DriftItem>;
  /** Merges of the week, those in `sequence` left out. */
  readonly offConstraint: Listed<DriftItem>;
  readonly exceptions: Listed<ExceptionItem>;
  readonly milestones: Listed<MilestoneUnderFocus>;
  /** In observe mode: on how many of the week's and the open pull requests warn would have commented. */
  readonly warnWould: { readonly comment: number; readonly checked: number } | null;
}

const itemsListed = 10;

/**
 * What went past the constraint in the week; `null` while none is declared. What was merged before the declaration went
 * past nothing.
 */
export function driftOfWeek(facts: WeekFacts, policy: Policy): DriftOfWeek | null {
  if (policy.primary === null) return null;
  const merged = mergesUnder(policy.primary, facts, policy);
  const inSequence = ({ codes }: CheckedPullRequest) => codes.some(isSequenceCode);
  const toMerged = (merge: CheckedPullRequest) => toItem(merge, true);
  return {
    merges: countFocus(merged),
    sequence: listed([
      ...merged.filter(inSequence).map(toMerged),
      ...facts.pullRequests.filter(inSequence).map((open) => toItem(open, false)),
    ]),
    offConstraint: listed(
      merged.filter((merge) => isOffConstraint(merge) && !inSequence(merge)).map(toMerged),
    ),
    exceptions: listed(merged.flatMap(toException)),
    milestones: listed(milestonesUnderFocus(facts, policy.drift.milestoneFocus)),
    warnWould: policy.drift.mode === 'observe' ? countWarned(merged, facts, policy) : null,
  };
}

function mergesUnder({ since }: Primary, facts: WeekFacts, { summary }: Policy): readonly Merge[] {
  const ofWeek = mergesOfWeek(facts);
  return since === null
    ? ofWeek
    : ofWeek.filter(({ mergedAt }) => dayOf(mergedAt, summary.timeZone) >= since);
}

/** The first of a list, at most ten, and its length. */
export function listed<Item>(items: readonly Item[], most = itemsListed): Listed<Item> {
  return { items: items.slice(0, most), total: items.length };
}

function toItem(pullRequest: CheckedPullRequest, merged: boolean): DriftItem {
  const { constraint, codes } = pullRequest;
  return { ...toReference(pullRequest), constraint, codes, merged };
}

function toException(pullRequest: CheckedPullRequest): readonly ExceptionItem[] {
  const { accepted, constraint, codes } = pullRequest;
  if (accepted === null || !codes.includes('ACCEPTED')) return [];
  return [{ ...toReference(pullRequest), constraint, ...accepted }];
}

function milestonesUnderFocus(facts: WeekFacts, wantedPercent: number): readonly MilestoneUnderFocus[] {
  return facts.milestones
    .filter(({ open }) => (focusPercentOf(open.on, open.classified) ?? wantedPercent) < wantedPercent)
    .map(({ repository, title, open }) => ({ repository, title, ...open, wantedPercent }));
}

function countWarned(merged: readonly Merge[], facts: WeekFacts, policy: Policy) {
  const isWithin = isWithinAllowance(countFocus(facts.merges), policy.drift.allowance);
  const checked = [...merged, ...facts.pullRequests];
  const comment = checked.filter(({ codes }) => conclusionOf(codes, 'warn', isWithin) === 'warning').length;
  return { comment, checked: checked.length };
}
