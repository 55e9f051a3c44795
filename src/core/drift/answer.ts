import type { Constraint } from '../constraint.ts';
import type { Need } from './facts.ts';

/** A linked issue with the constraint it serves. */
export interface AnsweringIssue {
  readonly number: number;
  readonly title: string;
  readonly constraint: Constraint;
}

/** What answered for the pull request, with what a sentence about it needs. */
export type Answer = { readonly constraint: Constraint } & (
  | { readonly by: 'command'; readonly person: string }
  | { readonly by: 'linked-issue'; readonly closes: boolean; readonly issues: readonly AnsweringIssue[] }
  | { readonly by: 'label'; readonly label: string }
  | { readonly by: 'enables'; readonly issue: AnsweringIssue }
  | { readonly by: 'milestone'; readonly title: string }
  | { readonly by: 'paths' }
);

export type StepResult =
  | { readonly outcome: 'answered'; readonly text: string; readonly answer: Answer }
  | { readonly outcome: 'skipped'; readonly text: string }
  | { readonly outcome: 'needs'; readonly need: Need };

export function answered(answer: Answer, text: string): StepResult {
  return { outcome: 'answered', text, answer };
}

export function skipped(text: string): StepResult {
  return { outcome: 'skipped', text };
}

export function needing(need: Need): StepResult {
  return { outcome: 'needs', need };
}
