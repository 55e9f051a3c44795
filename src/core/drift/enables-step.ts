import { constraintGuide } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import { answered, needing, type StepResult, skipped } from './answer.ts';
import { constraintsOfIssues } from './constraint-of-issue.ts';
import type { PullRequestFacts } from './facts.ts';
import { listInPlainText } from './phrase.ts';

/** Whether it enables an open issue on the primary constraint: by `Enables #n`, or by what its issues block. */
export function enablesStep(facts: PullRequestFacts, policy: Policy): StepResult {
  const { enables, moreEnabled } = facts;
  const primary = policy.primary?.constraint;
  if (primary === undefined) return skipped('No constraint is declared that it could enable.');
  if (enables === 'unread') return needing({ fact: 'enables' });
  if (enables === 'unreadable') return skipped('Which issues it enables could not be read.');
  const open = enables.filter(({ state }) => state === 'open');
  const { read, parentless } = constraintsOfIssues(open, policy);
  const hit = read.find(({ found }) => found.constraint === primary);
  const { name } = constraintGuide[primary];
  if (hit !== undefined) {
    const { number, title } = hit.issue;
    const text = `It enables #${number}, which is open and serves ${name}, so it counts as on the constraint.`;
    return answered(
      { by: 'enables', constraint: primary, issue: { number, title, constraint: primary } },
      text,
    );
  }
  if (parentless.length > 0) return needing({ fact: 'parents', issues: parentless });
  const unread = moreEnabled > 0 ? `; ${moreEnabled} more that it names are not looked at` : '';
  if (enables.length === 0) return skipped(`It blocks no issue and names none by “Enables #n”${unread}.`);
  const named = listInPlainText(enables.map(({ number }) => `#${number}`));
  return skipped(`It enables ${named}, but no open issue that serves ${name}${unread}.`);
}
