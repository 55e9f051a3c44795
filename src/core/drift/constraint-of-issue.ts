import { type Constraint, constraintGuide, constraints } from '../constraint.ts';
import { constraintsCarried, labelName } from '../labels.ts';
import type { Policy } from '../policy.ts';
import type { ServingIssue } from './facts.ts';

/** What the labels of an issue, or of its parent, say it serves. */
export type IssueConstraint = {
  /** Half a sentence about it: `carries the label "constraint: activation"`. */
  readonly why: string;
} & (
  | { readonly constraint: Constraint; readonly label: string }
  | { readonly constraint: null; readonly label: null }
);

/**
 * The constraint an issue serves: its `constraint:` label, else its parent issue's, else its labels by
 * `classify`. Labels that name two constraints answer for none. `'needs-parent'` where the parent decides
 * and has not been read (docs/drift.md).
 */
export function constraintOfIssue(issue: ServingIssue, policy: Policy): IssueConstraint | 'needs-parent' {
  const own = constraintsCarried(issue.labels, policy.labels);
  const [constraint] = own;
  if (own.length > 1) return unanswered('carries several constraint labels');
  if (constraint !== undefined) {
    const label = nameOf(constraint, policy);
    return { constraint, label, why: `carries the label "${label}"` };
  }
  if (issue.parent === 'unread') return 'needs-parent';
  return constraintOfParent(issue, policy) ?? constraintByClassify(issue.labels, policy);
}

/** What each of several issues serves, and which of them cannot tell before their parents are read. */
export interface ConstraintsOfIssues {
  readonly read: readonly { readonly issue: ServingIssue; readonly found: IssueConstraint }[];
  readonly parentless: readonly number[];
}

export function constraintsOfIssues(issues: readonly ServingIssue[], policy: Policy): ConstraintsOfIssues {
  const read: ConstraintsOfIssues['read'][number][] = [];
  const parentless: number[] = [];
  for (const issue of issues) {
    const found = constraintOfIssue(issue, policy);
    if (found === 'needs-parent') parentless.push(issue.number);
    else read.push({ issue, found });
  }
  return { read, parentless };
}

/** The constraint that `classify` gives to work with these labels; label names compare without case. */
export function constraintByClassify(labels: readonly string[], policy: Policy): IssueConstraint {
  const carried = new Map(labels.map((label) => [label.toLowerCase(), label]));
  const matches = constraints.flatMap((constraint) => {
    const label = policy.classify[constraint]?.labels
      .map((name) => carried.get(name.toLowerCase()))
      .find((name) => name !== undefined);
    return label === undefined ? [] : [{ constraint, label }];
  });
  const [only] = matches;
  if (only === undefined) return unanswered('carries no label that classifies it');
  if (matches.length > 1) {
    const names = matches.map(({ constraint }) => constraintGuide[constraint].name).join(' and ');
    return unanswered(`carries labels of ${names}`);
  }
  return { ...only, why: `carries the label "${only.label}"` };
}

function constraintOfParent({ parent }: ServingIssue, policy: Policy): IssueConstraint | null {
  if (parent === null || typeof parent === 'string') return null;
  const found = constraintsCarried(parent.labels, policy.labels);
  const [constraint] = found;
  if (constraint === undefined || found.length > 1) return null;
  const label = nameOf(constraint, policy);
  const whole = parent.reference ?? 'an issue';
  return { constraint, label, why: `is part of ${whole}, which carries the label "${label}"` };
}

function unanswered(why: string): IssueConstraint {
  return { constraint: null, label: null, why };
}

function nameOf(constraint: Constraint, policy: Policy): string {
  return labelName(`constraint: ${constraint}`, policy.labels);
}
