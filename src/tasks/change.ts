import type { FieldValue } from '../core/native-fields.ts';

/** A planned write to GitHub, on one repository. Planning never writes; `apply.ts` alone does. */
export type Change =
  | {
      readonly kind: 'create-label';
      readonly name: string;
      readonly color: string;
      readonly description: string;
    }
  | { readonly kind: 'add-labels'; readonly number: number; readonly names: readonly string[] }
  | { readonly kind: 'remove-label'; readonly number: number; readonly name: string }
  | { readonly kind: 'post-comment'; readonly number: number; readonly marker: string; readonly body: string }
  | { readonly kind: 'edit-comment'; readonly commentId: number; readonly body: string }
  | { readonly kind: 'set-fields'; readonly number: number; readonly values: readonly FieldValue[] }
  | { readonly kind: 'clear-field'; readonly number: number; readonly fieldId: number }
  | { readonly kind: 'react'; readonly commentId: number; readonly content: Reaction }
  | { readonly kind: 'remove-reaction'; readonly commentId: number; readonly reactionId: number }
  | { readonly kind: 'publish-check'; readonly check: CheckToPublish }
  | { readonly kind: 'open-issue'; readonly issue: IssueToOpen }
  | { readonly kind: 'edit-issue'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly kind: 'close-issue'; readonly number: number }
  | {
      readonly kind: 'create-milestone';
      readonly title: string;
      readonly description: string;
      /** `YYYY-MM-DD`. */
      readonly dueDay: string;
    }
  | { readonly kind: 'edit-milestone'; readonly number: number; readonly description: string };

export type Reaction = '+1' | '-1';

export interface CheckToPublish {
  readonly headSha: string;
  /** The run of ours that stands on this head already; `null` creates one. */
  readonly existingId: number | null;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
}

export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

export interface IssueToOpen {
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  /** Found again by this hidden marker before anything is opened a second time. */
  readonly marker: string;
}

/** What a task wants written and what it has to tell; nothing has happened yet. */
export interface Plan<Report> {
  readonly changes: readonly Change[];
  readonly report: Report;
}
