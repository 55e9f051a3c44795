import type { Answers, CandidateField } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Problem } from '../problem.ts';
import type { Opinion, Settlement } from '../scoring/opinions.ts';
import type { Confirmation } from '../scoring/score-candidate.ts';
import type { CommandName, Outcome } from './command.ts';

export interface Said {
  readonly by: string;
  readonly at: string;
  readonly commentId: number;
}

/** What one command came to; `problem` says why it was refused. */
export interface CommandOutcome extends Said {
  readonly command: CommandName;
  /** What an `/answer` is about. */
  readonly field?: string;
  readonly problem: Problem | null;
}

/** A candidate as its form and the commands in its comments make it, before it is scored. */
export interface CandidateState {
  /** The form's answers, overlaid by `/answer` and `/constraint`. */
  readonly answers: Answers;
  /** Of the ambiguous fields those that no `/answer` has answered. */
  readonly ambiguous: readonly CandidateField[];
  /** The constraint without `/constraint`. */
  readonly answeredConstraint: Constraint | null;
  readonly constraintBy: Said | null;
  readonly opinions: readonly Opinion[];
  readonly settlement: Settlement | null;
  readonly confirmation: Confirmation;
  /** The last `/candidate`. */
  readonly madeCandidate: Said | null;
  readonly firstMove: Said | null;
  readonly outcome: (Said & { readonly outcome: Outcome; readonly because: string }) | null;
  readonly helpAsked: boolean;
  /** One per command, malformed ones included, comment by comment. */
  readonly outcomes: readonly CommandOutcome[];
}
