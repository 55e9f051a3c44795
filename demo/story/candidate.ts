import type { Kind, VerdictOrIncomplete } from '../../src/core/candidate.ts';
import type { Constraint } from '../../src/core/constraint.ts';

type Pick = 1 | 2 | 3 | 4 | 5 | null;

/** A candidate as somebody fills in the form. What is left out is not answered. */
export interface StoryCandidate {
  readonly title: string;
  readonly author: string;
  /** Impact, evidence, confidence, timing, as picked; `null` is left to somebody who knows. */
  readonly ratings: readonly [impact: Pick, evidence: Pick, confidence: Pick, timing: Pick];
  /** What the label has to say in the end. */
  readonly verdict: VerdictOrIncomplete;
  /** Left out: the form's preset. */
  readonly kind?: Kind;
  readonly behaviour?: string;
  readonly metric?: string;
  readonly risk?: string;
  readonly links?: string;
  /** The title of the milestone it is planned for. */
  readonly milestone?: string;
}

export interface FiledCandidate extends StoryCandidate {
  readonly constraint: Constraint;
}
