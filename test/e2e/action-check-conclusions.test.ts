import { describe, expect, it } from 'vitest';
import { askAs } from '../embedded-github/client.ts';
import {
  offConstraint,
  onConstraint,
  openPull,
  readPull,
  repository,
  startCheckedInTest,
} from '../support/checked-repository.ts';

const cases = [
  {
    code: 'ALIGNED',
    pull: { body: `Closes #${onConstraint}` },
    label: 'focus: aligned',
    constraint: 'activation',
    says: 'On the constraint: Activation',
    by: { observe: 'success', warn: 'success', enforce: 'success' },
  },
  {
    code: 'DRIFT',
    pull: { body: `Closes #${offConstraint}` },
    label: 'focus: off-constraint',
    constraint: 'reliability',
    says: 'Outside the constraint: Reliability, not Activation',
    by: { observe: 'note', warn: 'warning', enforce: 'failure' },
  },
  {
    code: 'MIXED',
    pull: { body: `Closes #${onConstraint}, closes #${offConstraint}` },
    label: 'focus: off-constraint',
    constraint: 'reliability',
    says: 'Partly outside the constraint: Activation is the constraint',
    by: { observe: 'note', warn: 'warning', enforce: 'warning' },
  },
  {
    code: 'UNCLASSIFIED',
    pull: { body: 'Tidies up.' },
    label: 'focus: unclassified',
    constraint: '',
    says: 'Not tied to the constraint yet: Activation',
    by: { observe: 'note', warn: 'warning', enforce: 'failure' },
  },
  {
    code: 'EXEMPT',
    pull: { body: `Closes #${offConstraint}`, labels: ['security'] },
    label: 'focus: exempt',
    constraint: 'reliability',
    says: 'Exempt',
    by: { observe: 'success', warn: 'success', enforce: 'success' },
  },
] as const;

const annotationLevels = {
  success: null,
  note: '::notice',
  warning: '::warning',
  failure: '::error',
} as const;

describe.each(['observe', 'warn', 'enforce'] as const)('the check of a pull request in mode %s', (mode) => {
  it('tells each code by check run, label, comment, outputs, job summary and annotation', async () => {
    const { github, check } = await startCheckedInTest({ mode });
    for (const { code, pull, label, constraint, says, by } of cases) {
      const conclusion = by[mode];
      const number = await openPull(github, { ...pull, title: `Work that is ${code}` });
      const run = await check(number);
      const shown = await readPull(github, number);
      const named = `${code} in ${mode}`;

      expect(run.exitCode, `${named}: ${run.stdout}`).toBe(0);
      expect(Object.fromEntries(run.outputs), named).toEqual({ conclusion, codes: code, constraint });
      const checkConclusion = conclusion === 'note' || conclusion === 'warning' ? 'neutral' : conclusion;
      expect(shown.checks, named).toMatchObject([
        {
          conclusion: checkConclusion,
          output: { title: conclusion === 'note' ? `${says} (noted only)` : says },
        },
      ]);
      expect(shown.labels, named).toContain(label);
      expect(
        shown.labels.filter((name) => name.startsWith('focus: ')),
        named,
      ).toHaveLength(1);
      const warned = conclusion === 'warning' || conclusion === 'failure';
      expect(shown.comments, named).toHaveLength(warned ? 1 : 0);
      expect(run.summary, named).toContain(`### Chokepoint: ${conclusion}`);
      expect(run.summary, named).toContain('What was looked at');
      const annotated = run.stdout.split('\n').filter((line) => /^::(notice|warning|error)/.test(line));
      const level = annotationLevels[conclusion];
      expect(annotated, named).toHaveLength(level === null ? 0 : 1);
      if (level !== null) expect(annotated[0], named).toContain(level);
    }
  });
});

describe('the comment on a pull request', () => {
  it('is posted once and edited to one line when the work becomes aligned', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await check(number);
    await check(number);
    const warned = await readPull(github, number);
    expect(warned.comments).toHaveLength(1);
    expect(warned.comments[0]?.body).toContain('**Outside the constraint.**');
    expect(warned.comments[0]?.body).toContain('/accept because');
    expect(warned.comments[0]?.user.login).toBe('github-actions[bot]');

    await askAs(github, 'ben')(`PATCH /repos/${repository}/pulls/${number}`, {
      body: `Closes #${onConstraint}`,
    });
    const run = await check(number);
    const settled = await readPull(github, number);
    expect(run.outputs.get('conclusion')).toBe('success');
    expect(settled.comments).toHaveLength(1);
    const lines = settled.comments[0]?.body
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('<!--'));
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toMatch(/^\*\*On the constraint\.\*\*/);
    expect(settled.labels).toEqual(['focus: aligned']);
    expect(settled.checks).toMatchObject([{ conclusion: 'success' }]);
  });
});

describe('reading the closing relation', () => {
  it('falls back to closing keywords where GraphQL does not answer, and says so', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    github.inject({ path: '/graphql', status: 502, times: 1_000 });
    const run = await check(number);
    github.clearFaults();
    const shown = await readPull(github, number);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.outputs.get('codes')).toBe('DRIFT');
    expect(run.summary).toContain('closing keywords in the description');
    expect(run.summary).toContain('closing relation could not be read');
    expect(shown.checks).toMatchObject([{ conclusion: 'neutral' }]);
    expect(shown.checks[0]?.output.text).toContain('closing relation could not be read');
    expect(shown.comments).toHaveLength(1);
  });

  it('finds its own comment and check run again where GraphQL does not answer', async () => {
    const { github, check } = await startCheckedInTest({ mode: 'warn' });
    const number = await openPull(github, { body: `Closes #${offConstraint}` });
    await check(number);
    github.inject({ path: '/graphql', status: 502, times: 1_000 });
    const again = await check(number);
    github.clearFaults();
    const shown = await readPull(github, number);
    expect(again.exitCode, again.stdout).toBe(0);
    expect(shown.comments).toHaveLength(1);
    expect(shown.checks).toHaveLength(1);
  });
});
