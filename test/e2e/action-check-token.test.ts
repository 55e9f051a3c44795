import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/core/candidate.ts';
import { bodyOf, filed } from '../cli/bodies.ts';
import { pullRequestEvent } from '../support/action-events.ts';
import {
  configOf,
  offConstraint,
  onConstraint,
  openPull,
  readPull,
  repository,
  startCheckedInTest,
} from '../support/checked-repository.ts';

const readOnly = {
  metadata: 'read',
  contents: 'read',
  issues: 'read',
  pull_requests: 'read',
  checks: 'read',
} as const;

describe('what GitHub refuses for good', () => {
  it('T31: a label that finds no place is told, and everything else is written', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const labels = Array.from({ length: 100 }, (_, index) => `area ${index}`);
    const number = await openPull(github, { body: `Closes #${offConstraint}`, labels });
    github.inject({ method: 'POST', path: /\/issues\/\d+\/labels$/, status: 422, times: 5 });
    const run = await check(number);
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout).toMatch(/^::warning title=GITHUB_REFUSED/m);
    expect(shown.checks).toMatchObject([{ conclusion: 'neutral' }]);
    expect(shown.comments).toHaveLength(1);
  });
});

describe('a pull request of a fork', () => {
  const inEnforce = [
    { body: `Closes #${offConstraint}`, conclusion: 'failure', exitCode: 1 },
    { body: `Closes #${onConstraint}`, conclusion: 'success', exitCode: 0 },
  ];

  it.each(inEnforce)(
    'T27: comes to $conclusion by the job alone where the token may only read',
    async ({ body, conclusion, exitCode }) => {
      const { github, check } = await startCheckedInTest({ mode: 'enforce' });
      github.setWorkflowPermissions(readOnly);
      const number = await openPull(github, { body, login: 'contributor', forkOwner: 'contributor' });
      const run = await check(
        number,
        await pullRequestEvent(github, repository, number, { event: 'pull_request' }),
      );
      const shown = await readPull(github, number);

      expect(run.exitCode, run.stdout).toBe(exitCode);
      expect(run.outputs.get('conclusion')).toBe(conclusion);
      expect(run.summary).toContain(`### Chokepoint: ${conclusion}`);
      expect(run.summary).toContain('The token may only read here');
      expect(run.stdout).not.toContain('GITHUB_PERMISSION_MISSING');
      expect(shown).toEqual({ checks: [], labels: [], comments: [] });
    },
  );

  it('T27: only warns in mode warn where the token may only read, and does not fail', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    github.setWorkflowPermissions(readOnly);
    const number = await openPull(github, {
      body: `Closes #${offConstraint}`,
      login: 'contributor',
      forkOwner: 'contributor',
    });
    const run = await check(
      number,
      await pullRequestEvent(github, repository, number, { event: 'pull_request' }),
    );
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('warning');
    expect(run.stdout).toMatch(/^::warning title=Chokepoint%3A Outside the constraint/m);
  });

  it('T27: comes to the same under pull_request_target, where the token writes', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'enforce' });
    const number = await openPull(github, {
      body: `Closes #${offConstraint}`,
      login: 'contributor',
      forkOwner: 'contributor',
    });
    const run = await check(number);
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('failure');
    expect(shown.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(shown.comments).toHaveLength(1);
  });
});

describe('a token without `checks: write`', () => {
  it('T23: is one Problem naming the permission, and label and comment are written', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    github.setWorkflowPermissions({ ...readOnly, issues: 'write', pull_requests: 'write' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number);
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout.match(/GITHUB_PERMISSION_MISSING/g)).toHaveLength(1);
    expect(run.stdout).toContain('checks=write');
    expect(run.summary).toContain('checks=write');
    expect(shown.checks).toEqual([]);
    expect(shown.labels).toEqual(['focus: off-constraint']);
    expect(shown.comments).toHaveLength(1);
  });

  it('T23: fails the job in enforce, for nothing else would hold the work back', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'enforce' });
    github.setWorkflowPermissions({ ...readOnly, issues: 'write', pull_requests: 'write' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number);
    expect(run.exitCode).toBe(1);
    expect((await readPull(github, number)).labels).toEqual(['focus: off-constraint']);
  });
});

describe('the duty', () => {
  it.each(['app', 'none'])(
    'that is held by %s is told in one line, and nothing is written',
    async (writer) => {
      const more = `duties: { pull-requests: ${writer} }\n`;
      const { github, check } = await startCheckedInTest({ mode: 'enforce', more });
      const number = await openPull(github, { body: `Closes #${offConstraint}` });
      const run = await check(number);
      expect(run.exitCode, run.stdout).toBe(0);
      expect(run.summary.trim().split('\n')).toHaveLength(1);
      expect(run.summary).toContain('`pull-requests`');
      expect(run.stdout).not.toMatch(/^::(?:warning|error|notice)/m);
      expect(await readPull(github, number)).toEqual({ checks: [], labels: [], comments: [] });
    },
  );
});

describe('the config', () => {
  it.each([
    ['none', null],
    ['one without a constraint', 'drift: { mode: enforce }\n'],
  ])('that is missing (%s) is one friendly line and no failure', async (_name, config) => {
    const { github, check } = await startCheckedInTest({ config });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number);
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('success');
    expect(run.summary).toContain('No constraint is declared yet. Declare one in');
    expect(run.stdout).not.toMatch(/^::(?:warning|error|notice)/m);
    expect(shown.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(shown.labels).toEqual([]);
    expect(shown.comments).toEqual([]);
  });

  it('that is invalid fails nothing and is told as warnings on its lines', async () => {
    const config = 'primary:\n  constraint: velocity\ndrift:\n  mode: enforced\n';
    const { github, check } = await startCheckedInTest({ config });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('conclusion')).toBe('success');
    const warnings = run.stdout.split('\n').filter((line) => line.startsWith('::warning'));
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toContain('file=.github/chokepoint.yml,line=2');
    expect(warnings[1]).toContain('file=.github/chokepoint.yml,line=4');
    expect((await readPull(github, number)).checks).toMatchObject([{ conclusion: 'success' }]);
  });

  it('T1: of the head reads no candidate: its kind is what the form of the default branch makes of it', async () => {
    const body = bodyOf(filed({ kind: kinds.indexOf('expansion') }));
    const labels = ['candidate', 'constraint: activation'];
    const { github, check } = await startCheckedInTest({ issues: [{ title: 'Sell more', body, labels }] });
    const form = await readFile('.github/ISSUE_TEMPLATE/candidate.yml', 'utf8');
    const files = {
      '.github/ISSUE_TEMPLATE/candidate.yml': form.replaceAll('label: Kind of work', 'label: Sort of work'),
    };
    expect(files['.github/ISSUE_TEMPLATE/candidate.yml']).not.toBe(form);
    for (const changed of [undefined, files]) {
      const number = await openPull(github, {
        body: 'Closes #3',
        ...(changed === undefined ? {} : { files: changed }),
      });
      expect((await check(number)).outputs.get('codes')).toBe('SEQ-1');
    }
  });

  it('T1: of the head changes nothing, and neither does its candidate form', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'enforce' });
    const number = await openPull(github, {
      body: `Closes #${offConstraint}`,
      files: {
        '.github/chokepoint.yml': configOf('observe').replace('activation', 'reliability'),
        '.github/ISSUE_TEMPLATE/candidate.yml': 'name: Nothing\n',
      },
    });
    const run = await check(number);
    expect(run.outputs.get('conclusion')).toBe('failure');
    expect(run.outputs.get('codes')).toBe('DRIFT');
    expect((await readPull(github, number)).checks).toMatchObject([{ conclusion: 'failure' }]);
  });
});

describe('a config with a hostile key', () => {
  it('T29: is told by annotations and in a job summary of which nothing takes effect', async () => {
    const key =
      'a%0A::error::one\\n::error::two\\r::set-output name=x::y <img src=x> @ana [b](https://c.d) `e`';
    const { github, check } = await startCheckedInTest({ config: `"${key}": 1\n` });
    const run = await check(await openPull(github));
    const commands = run.stdout.split(/\r\n|\r|\n/).filter((line) => line.startsWith('::'));
    expect(commands.filter((line) => line.startsWith('::warning ') && line.includes('error'))).toHaveLength(
      1,
    );
    expect(commands.filter((line) => !/^::(?:add-mask::|warning |notice )/.test(line))).toEqual([]);
    expect(run.outputs.has('x')).toBe(false);
    expect(run.summary).toContain('CONFIG_UNKNOWN_KEY');
    expect(run.summary).not.toMatch(/<img|@ana|\]\(https:\/\/c\.d|^::/m);
  });
});

describe('a pull request that does not exist', () => {
  it('T30: is told in one error behind the mask of the token, and the job fails', async () => {
    const { check } = await startCheckedInTest();
    const payload = { repository: { full_name: repository }, pull_request: { number: 99 } };
    const run = await check(99, { event: 'pull_request_target', payload });
    expect(run.exitCode).toBe(1);
    expect(run.stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([
      expect.stringMatching(/^::add-mask::/),
      '::error::There is no pull request to check.',
    ]);
  });
});

describe('the inputs', () => {
  it('that cannot be used are told in one error, and the job fails', async () => {
    const { github, check } = await startCheckedInTest();
    const number = await openPull(github);
    const run = await check(number, { inputs: { mode: 'chek', 'dry-run': 'yes' } });
    expect(run.exitCode).toBe(1);
    const errors = run.stdout.split('\n').filter((line) => line.startsWith('::error'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain('`mode`');
    expect(errors[0]).toContain('Found: chek.');
    expect(errors[0]).toContain('`dry-run`');
    expect((await readPull(github, number)).checks).toEqual([]);
  });

  it('write nothing with dry-run, and tell the same conclusion', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    const run = await check(number, { inputs: { 'dry-run': 'true' } });
    expect(run.outputs.get('conclusion')).toBe('warning');
    expect(run.summary).toContain('A dry run, so nothing was written. It would:\n\n- create ');
    expect(run.summary).toContain(`\n- comment on #${number}\n`);
    expect(await readPull(github, number)).toEqual({ checks: [], labels: [], comments: [] });
  });
});
