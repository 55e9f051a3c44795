import type { Constraint } from '../core/constraint.ts';
import type { IncompleteCandidate, Reference } from '../core/summary/week-facts.ts';
import type { BacklogCandidate, JudgingWorld } from './judge-issues.ts';
import type { IssueLists, IssuePages } from './ports/issue-lists.ts';

export type LeadingWorld = JudgingWorld & IssuePages & IssueLists;

/** As much of a backlog as the summary needs. */
export interface Leading {
  /** All open, complete candidates; of a large backlog those that lead. */
  readonly complete: readonly BacklogCandidate[];
  /** Whether `complete` holds every one of them. */
  readonly isWhole: boolean;
  readonly incomplete: readonly IncompleteCandidate[];
  readonly incompleteTotal: number;
  /** The oldest of those to rethink, at most 20 of them where the backlog is not read whole. */
  readonly rethinks: readonly (Reference & { readonly createdAt: string })[];
  readonly openByConstraint: Readonly<Record<Constraint, number>>;
  /** Candidates without a verdict label: the index of a large backlog does not lead to them. */
  readonly unlabelled: number;
}
