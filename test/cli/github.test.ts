import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkShape, milestoneShape } from '../../src/cli/shapes/drift.ts';
import { summaryShape } from '../../src/cli/shapes/summary.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, filed, rated } from './bodies.ts';
import { runHere } from './recorded-terminal.ts';

const config = [
  'primary:',
  '  constraint: activation',
  '  since: 2026-11-02',
  'drift:',
  '  mode: warn',
  '',
].join('\n');

let github: EmbeddedGitHub;

beforeAll(async () => {
  const candidate = (title: string, body: string, constraint: string) => ({
    title,
    body,
    labels: ['candidate', `constraint: ${constraint}`],
    author: 'ana',
    milestone: 'Autumn',
    createdAt: '2026-11-03T10:00:00Z',
  });
  const issues = [
    candidate('Guided import', bodyOf(rated([5, 4, 4, 5])), 'activation'),
    candidate('Bulk export', bodyOf({ ...rated([4, 3, 4, 3]), constraint: 3 }), 'operations'),
    candidate('Half an idea', bodyOf(filed({ metric: '' })), 'activation'),
  ];
  const pullRequests = [
    { title: 'Import', author: 'ana', body: 'Closes #1', files: { 'src/import.ts': 'a' } },
    { title: 'Export', author: 'ana', body: 'Closes #2', files: { 'src/export.ts': 'b' } },
  ];
  github = await startEmbeddedGitHub({
    clock: () => new Date('2026-11-10T08:00:00Z'),
    seed: {
      repositories: [
        {
          fullName: 'acme/app',
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': config },
          milestones: [{ title: 'Autumn' }],
          issues,
          pullRequests,
        },
        {
          fullName: 'acme/elsewhere',
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'duties:\n  summary: app\n' },
        },
        {
          fullName: 'acme/broken',
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'primary:\n  constraint: growth\n' },
          pullRequests: [{ title: 'Anything', author: 'ana', files: { 'src/a.ts': 'a' } }],
        },
      ],
    },
  });
});

afterAll(() => github.close());

async function runOnGitHub(...words: readonly string[]) {
  const env = {
    GITHUB_TOKEN: github.token('ana'),
    GITHUB_API_URL: github.url,
    CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0',
  };
  return runHere(words, { env });
}

function writes(): readonly string[] {
  return github.requests
    .filter(({ method, path }) => method !== 'GET' && !path.includes('graphql'))
    .map(({ method, path }) => `${method} ${path}`);
}

describe('check', () => {
  it('says that a pull request drifts, why, and ends with 1', async () => {
    github.requests.length = 0;
    const { exitCode, stdout, stderr } = await runOnGitHub('check', 'acme/app#5', '--json');
    const json = checkShape.parse(JSON.parse(stdout));
    expect(json).toMatchObject({
      conclusion: 'warning',
      codes: ['DRIFT'],
      constraint: 'operations',
      resolvedBy: 'linked-issue',
    });
    expect(json.reasons.map(({ step, outcome }) => `${step} ${outcome}`)).toContain('linked-issue answered');
    expect(json.reasons).toHaveLength(6);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(writes()).toEqual([]);
  });

  it('says it in words', async () => {
    const { stdout } = await runOnGitHub('check', 'acme/app#5');
    expect(stdout).toContain('warning: Outside the constraint: Operations, not Activation (DRIFT)');
    expect(stdout).toContain('This closes #2 (Bulk export), which serves Operations.');
    expect(stdout).toContain('/accept because …');
    expect(stdout).toMatch(/ {2}linked-issue +answered/);
  });

  it('ends with 0 on the constraint', async () => {
    const { exitCode, stdout } = await runOnGitHub('check', 'acme/app#4', '--json');
    expect(checkShape.parse(JSON.parse(stdout))).toMatchObject({ conclusion: 'success', codes: ['ALIGNED'] });
    expect(exitCode).toBe(0);
  });

  it('tells the Problems of the config and ends with 1', async () => {
    const { exitCode, stdout, stderr } = await runOnGitHub('check', 'acme/broken#1', '--json');
    expect(checkShape.parse(JSON.parse(stdout))).toMatchObject({ conclusion: 'success', constraint: null });
    expect(stderr).toContain('.github/chokepoint.yml:2:15 CONFIG_');
    expect(exitCode).toBe(1);
  });

  it.each(['acme/app#1', 'acme/app#99', 'acme/absent#1'])(
    'ends with 2 where %s is no pull request',
    async (name) => {
      const { exitCode, stdout, stderr } = await runOnGitHub('check', name, '--json');
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
      expect(stderr).toContain('fix:');
    },
  );
});

describe('check owner/repo milestone n', () => {
  it('counts what is open in it', async () => {
    const ran = await runOnGitHub('check', 'acme/app', 'milestone', '1', '--json');
    const { items, ...json } = milestoneShape.parse(JSON.parse(ran.stdout));
    expect(json).toEqual({ milestone: 1, focus: 67, threshold: 60, conclusion: 'success' });
    expect(items).toEqual([
      { number: 1, constraint: 'activation', codes: ['ALIGNED'] },
      { number: 2, constraint: 'operations', codes: ['DRIFT'] },
      { number: 3, constraint: 'activation', codes: ['INCOMPLETE'] },
    ]);
    expect({ exitCode: ran.exitCode, stderr: ran.stderr }).toEqual({ exitCode: 0, stderr: '' });
    const { stdout } = await runOnGitHub('check', 'acme/app', 'milestone', '1');
    expect(stdout).toContain('67 % on Activation (2 of 3 open, classified items), wanted 60 %.');
  });

  it.each([['7'], ['x'], []])('ends with 2 for the number %j', async (...number) => {
    const ran = await runOnGitHub('check', 'acme/app', 'milestone', ...number, '--json');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('summary', () => {
  it('prints its data in a dry run, writes the page, and posts nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chokepoint-cli-'));
    const page = join(folder, 'summary.html');
    github.requests.length = 0;
    const ran = await runOnGitHub('summary', 'acme/app', '--dry-run', '--html', page, '--json');
    const json = summaryShape.parse(JSON.parse(ran.stdout));
    expect(json.top.items.map(({ number }) => number)).toEqual([1]);
    expect(json.hygiene.incomplete.items.map(({ number }) => number)).toEqual([3]);
    expect(await readFile(page, 'utf8')).toContain('Guided import');
    expect(ran.exitCode).toBe(0);
    expect(writes()).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('posts nothing where the page cannot be written', async () => {
    github.requests.length = 0;
    const ran = await runOnGitHub('summary', 'acme/app', '--html', '.');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('OUTPUT_NOT_WRITTEN');
    expect(writes()).toEqual([]);
  });

  it('posts it once, and changes nothing the second time', async () => {
    const first = await runOnGitHub('summary', 'acme/app');
    expect(writes()).toContain('POST /repos/acme/app/issues');
    expect(first.stderr).toMatch(/Posted as acme\/app#\d+/);
    expect(first.stdout).toContain('Guided import');
    expect(first.stdout).not.toContain('<!--');
    github.requests.length = 0;
    const second = await runOnGitHub('summary', 'acme/app');
    expect(second.stderr).toContain('Nothing to change in acme/app#');
    expect(writes()).toEqual([]);
  });

  it('is left to whoever has the duty', async () => {
    const ran = await runOnGitHub('summary', 'acme/elsewhere');
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('DUTY_ELSEWHERE');
  });

  it('tells the Problems of the config and ends with 1', async () => {
    const ran = await runOnGitHub('summary', 'acme/broken', '--dry-run', '--json');
    expect(summaryShape.parse(JSON.parse(ran.stdout)).problems).toHaveLength(1);
    expect(ran.exitCode).toBe(1);
  });
});
