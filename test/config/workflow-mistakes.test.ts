import { describe, expect, it } from 'vitest';
import { checkWorkflow, usesChokepoint } from '../../src/config/check-workflow.ts';
import { renderWorkflow } from '../../src/config/render-workflow.ts';
import { tellMistakes } from './tell-problems.ts';

const commit = 'a'.repeat(40);

/** A workflow in which everything is as it should be, but for the parts that are given. */
function workflow(parts: { on?: string; top?: string; permissions?: string; steps?: string }): string {
  const {
    on = 'pull_request_target',
    top = 'permissions: {}\nconcurrency: { group: checks, cancel-in-progress: false }',
    permissions = '{ issues: write, pull-requests: write, checks: write, contents: read }',
    steps = `[{ uses: acme/chokepoint@${commit} }]`,
  } = parts;
  return `on: ${on}\n${top}\njobs:\n  chokepoint:\n    permissions: ${permissions}\n    steps: ${steps}\n`;
}

const mistakes: Readonly<Record<string, string>> = {
  'No YAML': 'on: [',
  'No workflow': '{}',
  'A list for a workflow': '- a',
  'A list of jobs': 'on: push\njobs: []',
  'An action that is a number': workflow({ steps: '[{ uses: 7 }]' }),
  'A commit still to be filled in': workflow({ steps: `[{ uses: acme/chokepoint@${'0'.repeat(40)} }]` }),
  'An action pinned by tag': workflow({ steps: '[{ uses: acme/chokepoint@v1 }]' }),
  'An action pinned by half a commit': workflow({ steps: `[{ uses: acme/chokepoint@${'a'.repeat(39)} }]` }),
  'An action pinned by more than a commit': workflow({ steps: `[{ uses: acme/chokepoint@${commit}a }]` }),
  'An image before what looks pinned': workflow({ steps: `[{ uses: "docker://acme/a@${commit}" }]` }),
  'A folder below this one': workflow({ steps: '[{ uses: ./action }]' }),
  'The folder above this one': workflow({ steps: '[{ uses: ../ }]' }),
  'An expression in a shell line': workflow({
    on: 'issues',
    steps: `[{ run: "echo $\{{ github.event.issue.title }}" }]`,
  }),
  'A shell line under pull_request_target': workflow({
    on: '{ pull_request_target: {} }',
    steps: '[{ run: make }]',
  }),
  'A checkout of the head': workflow({
    on: '[push, pull_request_target]',
    steps: `[{ uses: actions/checkout@${commit}, with: { ref: x, repository: y, persist-credentials: false } }]`,
  }),
  'A checkout that keeps its credentials': workflow({ steps: `[{ uses: actions/checkout@${commit} }]` }),
  'Permissions that are not stated': workflow({
    top: 'concurrency: { group: a, cancel-in-progress: false }',
  }),
  'Permissions for everything': workflow({ permissions: 'write-all' }),
  'Permissions for everything, for all jobs': workflow({
    top: 'permissions: read-all\nconcurrency: { group: a, cancel-in-progress: false }',
  }),
  'More permissions than are needed': workflow({
    permissions: '{ contents: write, packages: write, issues: write }',
  }),
  'Runs that are not kept apart': workflow({ top: 'permissions: {}' }),
  'Runs that cut each other off': workflow({
    top: 'permissions: {}\nconcurrency: { group: a, cancel-in-progress: true }',
  }),
};

describe('checkWorkflow', () => {
  it('says of each mistake in a workflow what was found and what to do', async () => {
    const all = Object.entries(mistakes).map(([sentence, text]) => ({ sentence, text }));
    const page = tellMistakes('Mistakes in a workflow', all, (text) => checkWorkflow(text, 'chokepoint.yml'));
    await expect(page).toMatchFileSnapshot('golden/workflow-mistakes.md');
  });

  it.each([
    ['a workflow in order', workflow({})],
    ['a step that does nothing', workflow({ steps: '[{ name: a }]' })],
    ['this repository’s own Action', workflow({ steps: '[{ uses: ./ }]' })],
    [
      'a job without steps',
      'on: push\npermissions: {}\nconcurrency: { group: a, cancel-in-progress: false }\njobs: { a: {} }',
    ],
    ['a shell line that only people of the team set off', workflow({ on: 'push', steps: '[{ run: make }]' })],
    ['a shell line on several such events', workflow({ on: '[push, issues]', steps: '[{ run: make }]' })],
    ['a shell line on such an event with types', workflow({ on: '{ push: {} }', steps: '[{ run: make }]' })],
    [
      'a checkout of the base without credentials',
      workflow({ steps: `[{ uses: actions/checkout@${commit}, with: { persist-credentials: false } }]` }),
    ],
  ])('has nothing against %s', (_, text) => {
    expect(checkWorkflow(text, 'chokepoint.yml')).toEqual([]);
  });

  it.each(['app', 'action'] as const)(
    'has only the placeholder against what init writes for the %s',
    (issues) => {
      const codes = checkWorkflow(renderWorkflow(issues), 'chokepoint.yml').map(({ code }) => code);
      expect(codes).toEqual(['WORKFLOW_PLACEHOLDER']);
    },
  );
});

describe('renderWorkflow', () => {
  it.each(['app', 'action'] as const)(
    'writes the workflow where issues are the duty of the %s',
    async (issues) => {
      await expect(renderWorkflow(issues)).toMatchFileSnapshot(`golden/workflow-issues-${issues}.yml`);
    },
  );
});

describe('usesChokepoint', () => {
  it.each([
    ['uses: acme/chokepoint@v1', true],
    ['  - uses: acme/chokepoint@v1', true],
    ["  - uses: 'acme/chokepoint@v1'", true],
    ['      uses: "acme/chokepoint@v1"', true],
    ['- name: x\n  uses:acme/chokepoint@v1', true],
    ['- uses: ./', true],
    ["- uses: './'  # what is built here", true],
    ['- uses: ./.github/actions/build', false],
    ['    uses: ./.github/workflows/test.yml', false],
    ['- uses: acme/my-chokepoint@v1', false],
    ['- name: what uses acme/chokepoint@v1', false],
    ['- uses: actions/checkout@v4', false],
    ['- uses: acme/chokepoint-docs@v1', false],
    ['# - uses: acme/chokepoint@v1', false],
    ['- uses: chokepoint@v1', false],
  ])('of %j is %s', (text, uses) => {
    expect(usesChokepoint(text)).toBe(uses);
  });
});
