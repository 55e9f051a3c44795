import { type Constraint, constraintGuide } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import { type AnsweringIssue, answered, needing, type StepResult, skipped } from './answer.ts';
import { constraintsOfIssues } from './constraint-of-issue.ts';
import type { Links, PullRequestFacts } from './facts.ts';
import { listInPlainText } from './phrase.ts';

/**
 * Its linked issues of this repository. Where they serve several constraints, the answer is the first one off
 * the primary, so that mixed work is never taken for aligned; the check sees all of them.
 */
export function linkedIssueStep(facts: PullRequestFacts, policy: Policy): StepResult {
  const { links } = facts;
  if (links.issues.length === 0) return skipped(`It links no issue of this repository${asideOf(links)}.`);
  const { read, parentless } = constraintsOfIssues(links.issues, policy);
  if (parentless.length > 0) return needing({ fact: 'parents', issues: parentless });

  const issues: AnsweringIssue[] = [];
  const sentences: string[] = [];
  for (const { issue, found } of read) {
    const { number, title } = issue;
    if (found.constraint !== null) issues.push({ number, title, constraint: found.constraint });
    sentences.push(sentenceOf(number, found.why, found.constraint, issue.parent === 'unreadable'));
  }
  const text = `${introductionOf(links)}: ${sentences.join('; ')}${asideOf(links)}.`;
  const constraint = decisive(issues, policy);
  if (constraint === null) return skipped(text);
  return answered({ by: 'linked-issue', constraint, closes: links.source !== 'mentions', issues }, text);
}

function decisive(issues: readonly AnsweringIssue[], policy: Policy): Constraint | null {
  const off = issues.find(({ constraint }) => constraint !== policy.primary?.constraint);
  return (off ?? issues[0])?.constraint ?? null;
}

function sentenceOf(
  number: number,
  why: string,
  constraint: Constraint | null,
  parentUnreadable: boolean,
): string {
  if (constraint !== null) return `#${number} serves ${constraintGuide[constraint].name}, it ${why}`;
  return `#${number} ${why}${parentUnreadable ? ' and its parent could not be read' : ''}`;
}

function introductionOf(links: Links): string {
  const from = {
    'closing-relation': 'Linked by GitHub’s closing relation',
    'closing-keywords': 'Linked by closing keywords in the description',
    mentions: 'Linked by “Part of” or “Refs” in the description',
    none: 'Linked',
  } as const;
  const unread = links.relation === 'unreadable' ? ' (GitHub’s closing relation could not be read)' : '';
  return `${from[links.source]}${unread}`;
}

function asideOf(links: Links): string {
  const missing = listInPlainText(links.unreadable.map((number) => `#${number}`));
  return [
    links.issues.length === 0 && links.relation === 'unreadable'
      ? '; GitHub’s closing relation could not be read, only the description'
      : '',
    missing === '' ? '' : `; ${missing}: not found or not readable`,
    links.more > 0 ? `; ${links.more} more are not looked at` : '',
    links.otherRepositories.length > 0
      ? `; not counted, in another repository: ${listInPlainText(links.otherRepositories)}`
      : '',
  ].join('');
}
