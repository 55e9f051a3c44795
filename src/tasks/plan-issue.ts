import { type LabelKey, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Change } from './change.ts';
import { isSameText } from './is-same-text.ts';
import type { Issue } from './ports/issues.ts';

/**
 * Opens an issue of our own, with its label and for the owner of the declaration, or edits the one that stands;
 * nothing where it would not change. By `marker` it is found again.
 */
export function planIssue(
  standing: Issue | null,
  { title, body }: Pick<Issue, 'title' | 'body'>,
  marker: string,
  label: LabelKey,
  { primary, labels }: Policy,
): readonly Change[] {
  if (standing === null) {
    const assignees = primary?.owner ? [primary.owner] : [];
    const issue = { title, body, labels: [labelName(label, labels)], assignees, marker };
    return [{ kind: 'open-issue', issue }];
  }
  if (standing.title === title && isSameText(standing.body, body)) return [];
  return [{ kind: 'edit-issue', number: standing.number, title, body }];
}
