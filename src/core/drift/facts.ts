import type { Kind } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';

/** A fact nobody has asked GitHub for yet, or one that GitHub did not answer; neither is ever "empty". */
export type NotKnown = 'unread' | 'unreadable';

/** An issue, as far as it tells which constraint it serves. */
export interface ServingIssue {
  readonly number: number;
  readonly title: string;
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
  /** Asked for only where its own `constraint:` label does not answer. */
  readonly parent: ParentIssue | null | NotKnown;
}

/** An issue that a pull request closes or mentions. */
export interface LinkedIssue extends ServingIssue {
  /** `null`: not a candidate. */
  readonly candidate: CandidateFacts | null;
}

export interface ParentIssue {
  /** `#12`, or `owner/repo#12` in another repository; `null` where only its labels are known. */
  readonly reference: string | null;
  readonly labels: readonly string[];
}

export interface CandidateFacts {
  /** Read only where a rule looks at it. */
  readonly kind: Kind | null;
  /** It still misses an answer. */
  readonly isIncomplete: boolean;
}

/** Where the linked issues were found. */
export type LinkSource = 'closing-relation' | 'closing-keywords' | 'mentions' | 'none';

export interface Links {
  readonly source: LinkSource;
  /** Whether GitHub's own closing relation could be read; if not, only the description's text was. */
  readonly relation: 'read' | 'unreadable';
  readonly issues: readonly LinkedIssue[];
  /** How many were linked beyond those that are looked at (`issuesLookedAt`). */
  readonly more: number;
  /** Numbers of this repository that were linked but are not found or not readable. */
  readonly unreadable: readonly number[];
  /** `owner/repo#12` of other repositories: named, not counted. */
  readonly otherRepositories: readonly string[];
}

/** One open candidate of a milestone. */
export interface MilestoneCandidate {
  readonly number: number;
  readonly constraint: Constraint | null;
  readonly complete: boolean;
}

/** What the maintainers' commands on the pull request come to, as they stand now. */
export interface PullRequestCommands {
  readonly constraint: { readonly constraint: Constraint; readonly by: string } | null;
  readonly acceptance: Acceptance | null;
}

export interface Acceptance {
  readonly by: string;
  readonly because: string;
  /** Accepted by the pull request's own author. */
  readonly self: boolean;
}

/**
 * All that is known of a pull request when it is checked. Nothing here comes from a file of its head:
 * a pull request cannot change the rules it is checked by.
 */
export interface PullRequestFacts {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
  /** A login without `@`. */
  readonly author: string;
  readonly labels: readonly string[];
  readonly commands: PullRequestCommands;
  readonly links: Links;
  /** Issues it names by `Enables #n`, or that its linked issues block. */
  readonly enables: readonly ServingIssue[] | NotKnown;
  /** How many it names so beyond those that are looked at. */
  readonly moreEnabled: number;
  readonly milestone: {
    readonly title: string;
    readonly candidates: readonly MilestoneCandidate[] | NotKnown;
  } | null;
  /** Paths of the changed files; GitHub lists 3,000 at most. */
  readonly files: readonly string[] | 'too-many' | NotKnown;
}

/** The next thing to ask GitHub for; then the check is asked again with the answer, or with `unreadable`. */
export type Need =
  | { readonly fact: 'parents'; readonly issues: readonly number[] }
  | { readonly fact: 'enables' }
  | { readonly fact: 'milestone' }
  | { readonly fact: 'files' }
  | { readonly fact: 'share' };

/** How much of the last merges was off the constraint: the last 28 days, from the last summary. */
export interface OffConstraintShare {
  readonly offConstraint: number;
  readonly merges: number;
}
