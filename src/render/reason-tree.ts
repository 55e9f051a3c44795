import type { Reason } from '../core/drift/resolve-constraint.ts';
import { inert } from './markdown.ts';

const names: Readonly<Record<Reason['step'], string>> = {
  command: 'Command',
  'linked-issue': 'Linked issues',
  label: 'Labels',
  enables: 'Enables',
  milestone: 'Milestone',
  paths: 'Changed files',
};

const outcomes: Readonly<Record<Reason['outcome'], string>> = {
  answered: '✓ answered',
  skipped: '– skipped',
  'not-reached': '· not reached',
};

/** The longest sentence that is shown, in characters: hundreds of linked issues must not fill a check. */
const sentenceCharacters = 2_000;

/** What was looked at, what answered and what was skipped and why, one list line a step. */
export function renderReasonTree(reasons: readonly Reason[]): string {
  return reasons
    .map(({ step, outcome, text }) => {
      return `- **${names[step]}** ${outcomes[outcome]}: ${inert(text, sentenceCharacters)}`;
    })
    .join('\n');
}
