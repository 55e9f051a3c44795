const numbers = ['pull_request', 'issue', 'milestone'].map((event) => `github.event.${event}.number`);

/** An expression of GitHub's: what the event is about. */
const subject = `$\{{ ${numbers.join(' || ')} || 'summary' }}`;

/**
 * The workflow that runs the Action on everything its duties are about, as text (docs/security.md says why it is
 * safe). The commit is a placeholder: a team pins the one it has reviewed.
 */
export function renderWorkflow(issues: 'app' | 'action'): string {
  return [
    'name: Chokepoint',
    '',
    'on:',
    '  # Safe: nothing of the pull request is checked out or run, what it holds is only read as data, and the config',
    '  # that counts is the default branch’s. In return a fork’s pull request gets the same check as any other.',
    '  pull_request_target:',
    '    types: [opened, edited, reopened, synchronize, labeled, unlabeled, ready_for_review, converted_to_draft, closed]',
    '  pull_request: # GitHub tells of milestones by this event alone',
    '    types: [milestoned, demilestoned]',
    ...(issues === 'action'
      ? [
          '  issues:',
          '    types: [opened, edited, closed, reopened, labeled, unlabeled, milestoned, demilestoned]',
        ]
      : []),
    '  issue_comment:',
    '    types: [created, edited, deleted]',
    '  milestone:',
    '    types: [edited]',
    '  schedule:',
    "    - cron: '23 5 * * *' # daily: the first run on or after the summary's day posts it",
    '  workflow_dispatch:',
    '',
    'permissions: {}',
    '',
    '# One run for a subject at a time, and none is cut off while it writes.',
    'concurrency:',
    `  group: chokepoint-${subject}`,
    '  cancel-in-progress: false',
    '',
    'jobs:',
    '  chokepoint:',
    '    runs-on: ubuntu-24.04',
    '    permissions:',
    '      contents: read',
    '      issues: write',
    '      pull-requests: write',
    '      checks: write',
    '    steps:',
    '      # Put your copy of Chokepoint here, and the commit that you have reviewed.',
    '      - uses: your-organisation/chokepoint@0000000000000000000000000000000000000000',
    '',
  ].join('\n');
}
