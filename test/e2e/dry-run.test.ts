import { expect, test } from 'vitest';
import { unwrittenInWords } from '../../action/dry-run.ts';

const check = {
  headSha: 'a1',
  existingId: null,
  conclusion: 'neutral',
  title: 'Outside *Activation*',
  summary: '',
  text: '',
  annotations: [],
} as const;
const issue = { title: 'Week 48 @ana', body: '', labels: [], assignees: [], marker: '' };
const label = { color: 'ededed', description: '' };

test('a dry run lists what it would write, labels that are missing by their number, every text inert', () => {
  const told = unwrittenInWords([
    { kind: 'create-label', name: 'candidate', ...label },
    { kind: 'create-label', name: 'score: 1', ...label },
    { kind: 'add-labels', number: 7, names: ['candidate', 'constraint: activation', '<b>'] },
    { kind: 'remove-label', number: 7, name: 'score: 4' },
    { kind: 'post-comment', number: 7, marker: '<!-- m -->', body: 'x' },
    { kind: 'edit-comment', commentId: 1, body: 'x' },
    { kind: 'set-fields', number: 7, values: [{ id: 1, value: 'x' }] },
    { kind: 'clear-field', number: 7, fieldId: 1 },
    { kind: 'react', commentId: 1, content: '+1' },
    { kind: 'react', commentId: 1, content: '-1' },
    { kind: 'remove-reaction', commentId: 1, reactionId: 2 },
    { kind: 'publish-check', check },
    { kind: 'open-issue', issue },
    { kind: 'edit-issue', number: 3, title: 'x', body: 'x' },
    { kind: 'close-issue', number: 3 },
    { kind: 'create-milestone', title: 'Ship', description: '', dueDay: '2026-12-01' },
    { kind: 'edit-milestone', number: 2, description: '' },
  ]);
  expect(told).toMatchInlineSnapshot(`
    "A dry run, so nothing was written. It would:

    - create 2 labels
    - add candidate, constraint: activation and &lt;b&gt; to #7
    - remove score: 4 from #7
    - comment on #7
    - edit its comment
    - set 1 field of #7
    - clear a field of #7
    - answer a command with 👍
    - answer a command with 👎
    - take a reaction back
    - publish a check run: Outside \\*Activation\\*
    - open the issue "Week 48 @​ana"
    - edit #3
    - close #3
    - create the milestone "Ship"
    - edit the description of milestone 2
    "
  `);
});

test('a dry run with nothing to write says so', () => {
  expect(unwrittenInWords([])).toBe('A dry run: there was nothing to write.\n');
});
