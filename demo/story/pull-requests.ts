import type { Focus } from '../../src/core/labels.ts';

export interface StoryPullRequest {
  /** What the check has to find. */
  readonly code: 'ALIGNED' | 'DRIFT' | 'UNCLASSIFIED';
  /** The conclusion of the check run in warn mode (docs/drift.md). */
  readonly conclusion: 'success' | 'neutral';
  readonly focus: Focus;
  /** How many comments the check leaves: none where all is well. */
  readonly comments: 0 | 1;
  readonly title: string;
  readonly author: string;
  readonly branch: string;
  readonly files: readonly string[];
  /** The title of the candidate it closes, if any. */
  readonly closes: string | null;
  readonly text: string;
}

export const pullRequests: readonly StoryPullRequest[] = [
  {
    code: 'ALIGNED',
    conclusion: 'success',
    focus: 'aligned',
    comments: 0,
    title: 'Four questions at sign-up, the rest later',
    author: 'dev',
    branch: 'four-questions',
    files: ['app/sign-up/steps.ts', 'app/sign-up/later.ts'],
    closes: 'Sign-up in four steps',
    text: 'The other seven are asked when an invoice needs them.',
  },
  {
    code: 'DRIFT',
    conclusion: 'neutral',
    focus: 'off-constraint',
    comments: 1,
    title: 'Export all invoices of a quarter at once',
    author: 'ben',
    branch: 'bulk-export',
    files: ['app/export/bulk.ts', 'app/export/queue.ts'],
    closes: 'Bulk invoice export',
    text: 'One archive, built in the background, with a mail when it is ready.',
  },
  {
    code: 'UNCLASSIFIED',
    conclusion: 'neutral',
    focus: 'unclassified',
    comments: 1,
    title: 'Tidy up the settings page',
    author: 'chloe',
    branch: 'tidy-settings',
    files: ['app/settings/page.ts'],
    closes: null,
    text: 'The page grew for two years. Sections now follow the order people look for them.',
  },
];
