import type { CandidateState, CommandOutcome } from '../core/commands/candidate-state.ts';
import type { Place } from '../core/commands/guide.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';

export interface IssuePlace {
  /** `owner/repo`. */
  readonly repository: string;
  readonly number: number;
}

export interface CandidateCommentInput extends IssuePlace {
  readonly scored: Scored;
  readonly primary: Constraint | null;
  readonly whoMayScore: Policy['scoring']['whoMayScore'];
  /** What stands against the form or the config. */
  readonly problems: readonly Problem[];
  readonly outcomes: readonly CommandOutcome[];
  /** A maintainer's `/constraint` and what the form says beside it. */
  readonly constraintBy: { readonly by: string; readonly answered: Constraint | null } | null;
  /** Who picked it as the first move, or the candidate that was picked after it. */
  readonly firstMove: { readonly by: string | null; readonly replacedBy: number | null };
  /** What the closed first move did. */
  readonly outcome: CandidateState['outcome'];
  /** Whose commands `/help` asked for; `null` where nobody asked. */
  readonly help: Place | null;
  /** Where a new candidate is filed. */
  readonly formUrl: string;
}
