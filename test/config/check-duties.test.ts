import { describe, expect, test } from 'vitest';
import { checkDuties } from '../../src/config/check-duties.ts';
import { renderWorkflow } from '../../src/config/render-workflow.ts';
import { type Duty, defaultPolicy, duties, type Policy } from '../../src/core/policy.ts';

const everything = renderWorkflow('action');

function policyWith(...held: readonly Duty[]): Policy {
  const writers = Object.fromEntries(duties.map((duty) => [duty, held.includes(duty) ? 'action' : 'app']));
  return { ...defaultPolicy, duties: { ...defaultPolicy.duties, ...writers } };
}

function found(text: string, ...held: readonly Duty[]): readonly string[] {
  const problems = checkDuties([{ path: '.github/workflows/chokepoint.yml', text }], policyWith(...held));
  return problems.map(({ code, message }) => `${code} ${message}`);
}

const lacks = (duty: Duty, what: string) =>
  `No workflow of Chokepoint ${what}, which its duty \`${duty}\` needs.`;

describe('the workflows of Chokepoint', () => {
  test('that init writes do what the duties of the Action need', () => {
    expect(found(everything, ...duties)).toEqual([]);
    expect(found(renderWorkflow('app'), 'pull-requests', 'milestones', 'summary')).toEqual([]);
  });

  test.each<[Duty, string, string, string]>([
    ['issues', '  issues:\n', '  issue:\n', 'hears `issues` (opened, edited)'],
    ['issues', 'issue_comment:', 'issue_coment:', 'hears `issue_comment` (created)'],
    [
      'pull-requests',
      'types: [opened, edited, reopened, synchronize,',
      'types: [opened,',
      'hears `pull_request_target` (opened, edited, synchronize)',
    ],
    ['milestones', '  milestone:\n', '  milestones:\n', 'hears `milestone` (edited)'],
    ['milestones', 'types: [edited]', 'types: created', 'hears `milestone` (edited)'],
    ['summary', '  schedule:\n', '  # schedule:\n  x:\n', 'hears `schedule`'],
  ])('are told what the duty %s needs to hear: %j', (duty, from, to, what) => {
    expect(everything).toContain(from);
    expect(found(everything.replace(from, to), duty)).toEqual([
      `WORKFLOW_EVENT_MISSING ${lacks(duty, what)}`,
    ]);
    const others = duties.filter((one) => one !== duty);
    expect(found(everything.replace(from, to), ...others)).toEqual([]);
  });

  test.each<[readonly Duty[], string, string]>([
    [['issues', 'milestones', 'summary'], 'issues: write', 'may write `issues`'],
    [['pull-requests'], 'pull-requests: write', 'may write `pull-requests`'],
    [['pull-requests'], 'checks: write', 'may write `checks`'],
  ])('are told what the duties %j need to write: %s', (needing, scope, what) => {
    const text = everything.replace(scope, scope.replace('write', 'read'));
    expect(found(text, ...duties)).toEqual(
      duties
        .filter((duty) => needing.includes(duty))
        .map((duty) => `WORKFLOW_PERMISSION_MISSING ${lacks(duty, what)}`),
    );
  });

  test.each([
    ['on: [issues, issue_comment]\npermissions: write-all\njobs: { a: {} }', []],
    ['on: issues\npermissions: { issues: write }\njobs: { a: {} }', ['`issue_comment` (created)']],
    [
      'on: { issues: , issue_comment: { types: [created, edited] } }\npermissions: { issues: write }\njobs: { a: { permissions: { issues: read } } }',
      ['`issues`'],
    ],
  ])('may be written %j', (text, missing) => {
    const told = found(text, 'issues');
    expect(told).toHaveLength(missing.length);
    for (const [at, what] of missing.entries()) expect(told[at]).toContain(what);
  });

  test('need to hear of edits of a pull request, which GitHub does not preset', () => {
    for (const on of ['pull_request', 'pull_request_target', '{ pull_request_target: true }']) {
      expect(found(`on: ${on}\npermissions: write-all\njobs: { a: {} }`, 'pull-requests')).toEqual([
        `WORKFLOW_EVENT_MISSING ${lacks('pull-requests', 'hears `pull_request_target` (opened, edited, synchronize)')}`,
      ]);
    }
    const typed =
      'on: { pull_request: { types: [opened, edited, synchronize] } }\npermissions: write-all\njobs: { a: {} }';
    expect(found(typed, 'pull-requests')).toEqual([]);
  });

  test('are told what was found and what to do', () => {
    const files = [{ path: 'a.yml', text: 'on: schedule\njobs: { a: {} }' }];
    expect(checkDuties(files, policyWith('milestones'))).toEqual([
      {
        code: 'WORKFLOW_EVENT_MISSING',
        message: lacks('milestones', 'hears `milestone` (edited)'),
        found: '`duties.milestones: action`',
        expected: 'a workflow that hears `milestone` (edited)',
        fix: 'Add it under `on`, as in the one that `chokepoint init` writes, or give the duty to the App or to none.',
      },
      {
        code: 'WORKFLOW_PERMISSION_MISSING',
        message: lacks('milestones', 'may write `issues`'),
        found: '`duties.milestones: action`',
        expected: 'a workflow that may write `issues`',
        fix: 'Add it to the permissions of the job, as in the one that `chokepoint init` writes, or give the duty to the App or to none.',
      },
    ]);
  });

  test('share what is needed among them; one that cannot be read is left to its own Problems', () => {
    const files = [
      'on: [issues]\npermissions: { issues: write }',
      'on: [issue_comment]\npermissions: read-all',
    ].map((top) => `${top}\njobs: { a: {}, b: { permissions: {} } }`);
    const texts = [...files, 'on: [', 'jobs: 3'].map((text, at) => ({ path: `${at}.yml`, text }));
    expect(checkDuties(texts, policyWith('issues'))).toEqual([]);
    expect(checkDuties(texts.slice(2), policyWith('issues'))).toEqual([]);
  });

  test('are missed where the Action holds a duty, and only there', () => {
    expect(checkDuties([], policyWith('milestones', 'summary'))).toEqual([
      expect.objectContaining({
        code: 'WORKFLOW_ABSENT',
        message: 'The Action has duties here, and no workflow runs it.',
        expected: 'a workflow in `.github/workflows` that uses Chokepoint',
        found: '`duties.milestones: action` and no workflow with Chokepoint in it',
        fix: expect.stringContaining('chokepoint init'),
      }),
    ]);
    expect(checkDuties([], policyWith())).toEqual([]);
  });
});
