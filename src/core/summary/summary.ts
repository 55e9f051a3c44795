import type { Dimension, Verdict } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Gate } from '../plan/gates.ts';
import type { Phase } from '../plan/phase.ts';
import type { MetricReading, Status } from '../plan/status.ts';
import type { Week } from '../plan/week.ts';
import type { Metric } from '../policy.ts';
import type { Problem } from '../problem.ts';
import type { DecisionsNeeded } from './decisions-needed.ts';
import type { DriftOfWeek, Listed } from './drift-of-week.ts';
import type { ConstraintRow, FocusCount } from './focus.ts';
import type { Hygiene } from './hygiene.ts';
import type { Deltas, Movement } from './movement.ts';
import type { NextStep } from './next-step.ts';
import type { CandidateOfWeek, Diagnosis, Input, Reference, Review } from './week-facts.ts';

/** The weekly summary as data, plain JSON: what `summary --json` prints and the summary issue shows. */
export interface Summary {
  readonly repository: string;
  readonly week: Week;
  readonly repositories: readonly string[];
  readonly unread: readonly string[];
  readonly problems: readonly Problem[];
  /** Nothing happened that is worth more than three lines. */
  readonly quiet: boolean;
  /** `null` while no constraint is declared. */
  readonly status: StatusLine | null;
  /** The five inputs to look at, until they were; `null` from then on. */
  readonly inputs: readonly { readonly input: Input; readonly lookedAt: boolean }[] | null;
  /** What has to hold by the end of each phase. */
  readonly gates: readonly Gate[];
  readonly decisions: DecisionsNeeded;
  /** `null` without last week's state. */
  readonly deltas: Deltas | null;
  readonly stateLost: string | null;
  /** On the constraint, by rank. */
  readonly top: Listed<CandidateInList>;
  /** The best of each other constraint, by rank; of every constraint while none is declared. */
  readonly belowTheLine: readonly CandidatesOfConstraint[];
  /** The constraint that comes next by the last diagnosis. */
  readonly comesNext: Constraint | null;
  readonly drift: DriftOfWeek | null;
  readonly oneStepFromReady: readonly OneStep[];
  readonly focus: FocusOfWeek;
  readonly hygiene: Hygiene;
  /** Oldest first. */
  readonly readings: readonly MetricReading[];
}

export interface StatusLine extends Status {
  readonly constraint: Constraint;
  /** A login without `@`. */
  readonly owner: string | null;
  readonly metric: Metric | null;
  /** The local day on which the summary was made. */
  readonly today: string;
  readonly plan: {
    readonly since: string;
    readonly day: number;
    readonly phase: Phase;
    readonly phaseEnds: string | null;
    readonly planEnds: string;
  } | null;
  /** What of the declaration is not as it was in the last summary. */
  readonly changes: readonly DeclarationChange[];
  /** Taken in the decision issue, not yet committed to the config. */
  readonly decided: Review | null;
  readonly diagnosis: Diagnosis | null;
}

export interface DeclarationChange {
  readonly field: 'constraint' | 'since' | 'owner' | 'metric' | 'baseline' | 'target' | 'minimum';
  readonly from: string | number | null;
  readonly to: string | number | null;
}

export interface CandidateInList extends CandidateOfWeek {
  readonly movement: Movement;
  readonly next: NextStep;
  /** Why it stands below a candidate with a lower score. */
  readonly below: { readonly score: number; readonly because: 'unconfirmed' | 'verdict' } | null;
}

export interface CandidatesOfConstraint {
  readonly constraint: Constraint;
  readonly candidates: readonly CandidateInList[];
}

export interface OneStep extends Reference {
  readonly constraint: Constraint;
  readonly onPrimary: boolean;
  readonly verdict: Verdict;
  readonly dimension: Dimension;
  readonly to: number;
  readonly reaches: Verdict;
}

export interface FocusOfWeek {
  readonly week: FocusCount;
  readonly month: FocusCount;
  /** Too few of the last 28 days' merges are classified for a share. */
  readonly hidden: boolean;
  /** Of the last 28 days. */
  readonly unclassified: Listed<Reference>;
  readonly byConstraint: readonly ConstraintRow[];
  readonly inProgress: { readonly on: number; readonly off: number; readonly unclassified: number };
  readonly candidates: { readonly opened: number; readonly closed: number };
  readonly medianLeadHours: number | null;
  readonly existingPath: { readonly existing: number; readonly known: number };
  /** Up to twelve weeks, this one last, each while a constraint was declared. */
  readonly trend: readonly { readonly week: string; readonly count: FocusCount }[];
}
