import type { Flag, Kind, OpenRatings, Ratings, Verdict, VerdictOrIncomplete } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Code } from '../drift/codes.ts';
import type { MetricReading } from '../plan/status.ts';
import type { Week } from '../plan/week.ts';
import type { Problem } from '../problem.ts';
import type { Counterfactual } from '../scoring/counterfactual.ts';
import type { Disagreement } from '../scoring/opinions.ts';

/** An issue or pull request; `repository` is `owner/repo`, `title` is foreign text. */
export interface Reference {
  readonly repository: string;
  readonly number: number;
  readonly title: string;
}

/** An open, complete candidate, as scored and ranked (docs/scoring.md). */
export interface CandidateOfWeek extends Reference {
  readonly createdAt: string;
  readonly constraint: Constraint;
  readonly onPrimary: boolean;
  readonly claimed: OpenRatings;
  readonly counted: Ratings;
  readonly score: number;
  readonly verdict: Verdict;
  readonly flags: readonly Flag[];
  readonly counterfactual: Counterfactual | null;
  readonly rank: number;
  readonly best: number;
  readonly worst: number;
  /** The worst rank may be even lower: its neighbours were not read. */
  readonly open: boolean;
  readonly firstMove: boolean;
  /** The open pull request that closes it. */
  readonly inReview: number | null;
  /** The dimension in which its raters differ most. */
  readonly disagreement: Disagreement | null;
}

export interface IncompleteCandidate extends Reference {
  /** The one thing asked for next, as the form's label words it. */
  readonly missing: string;
}

/** A candidate filed in the week. */
export interface NewCandidate extends Reference {
  readonly constraint: Constraint | null;
  readonly verdict: VerdictOrIncomplete;
  /** Whether someone of the team stands behind it. Asked only of strong ones; of the others it makes no difference. */
  readonly confirmed: boolean;
}

/** A candidate closed in the week. */
export interface ClosedCandidate extends Reference {
  readonly constraint: Constraint | null;
  /** The merged pull request that closed it. */
  readonly mergedAs: number | null;
}

/** A candidate picked to work the constraint with. */
export interface FirstMove extends Reference {
  readonly closedAt: string | null;
  readonly outcome: 'moved' | 'flat' | 'worse' | null;
}

/** A pull request as the drift check sees it (docs/drift.md). */
export interface CheckedPullRequest extends Reference {
  readonly createdAt: string;
  readonly constraint: Constraint | null;
  /** None while no constraint is declared. */
  readonly codes: readonly Code[];
  /** Kinds of the candidates it is linked to. */
  readonly kinds: readonly Kind[];
  readonly accepted: { readonly by: string; readonly because: string; readonly self: boolean } | null;
}

export interface Merge extends CheckedPullRequest {
  readonly mergedAt: string;
}

export interface MilestoneOfWeek {
  readonly repository: string;
  readonly title: string;
  readonly open: { readonly on: number; readonly classified: number };
}

/** The five inputs a team looks at before it declares a constraint. */
export const inputs = [
  'user behaviour',
  'support pain',
  'usage data',
  'architecture risk',
  'delivery bottlenecks',
] as const;

export type Input = (typeof inputs)[number];

/** All that one summary is made of, read at the instant `now`. Nothing here is a guess: unread is named. */
export interface WeekFacts {
  /** Where the summary is posted. */
  readonly repository: string;
  readonly week: Week;
  readonly now: string;
  /** Repositories that could be read, this one first. */
  readonly repositories: readonly string[];
  /** Repositories of the config that were not found or not readable. */
  readonly unread: readonly string[];
  /** Open and complete, by rank; of a large backlog those that lead. */
  readonly candidates: readonly CandidateOfWeek[];
  /** Whether `candidates` are all there are. */
  readonly isWhole: boolean;
  /** Open candidates by label, whether read or not. */
  readonly openCandidates: Readonly<Record<Constraint, number>>;
  /** Some of them; `incompleteTotal` is how many there are. */
  readonly incomplete: readonly IncompleteCandidate[];
  readonly incompleteTotal: number;
  /** Open candidates without a verdict label, which a large backlog cannot be read by. */
  readonly unlabelled: number;
  /** Open candidates to rethink, the oldest among them. */
  readonly rethinks: readonly (Reference & { readonly createdAt: string })[];
  readonly opened: readonly NewCandidate[];
  readonly closed: readonly ClosedCandidate[];
  readonly firstMoves: readonly FirstMove[];
  /** First moves of an earlier declaration that were closed lately. */
  readonly formerMoves: readonly FirstMove[];
  /** Of the 28 local days before `week.day`. */
  readonly merges: readonly Merge[];
  readonly pullRequests: readonly CheckedPullRequest[];
  readonly milestones: readonly MilestoneOfWeek[];
  readonly readings: readonly MetricReading[];
  readonly diagnosis: Diagnosis | null;
  readonly review: Review | null;
  /** What stands against the config; the defaults are in force while there is any. */
  readonly problems: readonly Problem[];
  /** Ticked in this summary's task list by a person. */
  readonly inputsLookedAt: readonly Input[];
  /** Why last week's state is missing although there was a summary, as half a sentence. */
  readonly stateLost: string | null;
}

/** The last answered diagnosis. */
export interface Diagnosis {
  readonly number: number;
  readonly day: string;
  readonly constraint: Constraint | null;
  /** The constraints that come after it, next first. */
  readonly comesAfter: readonly Constraint[];
}

/** The decision issue of this declaration. */
export interface Review {
  readonly number: number;
  readonly decision: 'continue' | 'refine' | 'move' | null;
}
