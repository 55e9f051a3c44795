import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { summaryMarker } from '../../src/render/summary/marker.ts';
import { askAs } from '../embedded-github/client.ts';
import { renderFormBody } from '../embedded-github/form-body.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { dispatchEvent, scheduleEvent } from '../support/action-events.ts';
import { type ActionRun, runAction, runNode } from '../support/run-action.ts';

const repository = 'acme/app';
const form = readFileSync(new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const config = `
primary: { constraint: activation, since: 2026-11-02, owner: ana, because: Sign-ups stall. }
duties: { issues: none, pull-requests: action, milestones: action, summary: action }
drift: { mode: warn }
`;

const issueShape = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string(),
  state: z.string(),
  assignees: z.array(z.object({ login: z.string() })),
});
type IssueNow = z.infer<typeof issueShape>;

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startEmbeddedGitHub({ seed: seedOf(config) });
});
afterAll(() => github.close());

describe('the weekly summary', () => {
  let first: ActionRun;

  it('ranks the candidates in an issue assigned to the owner', async () => {
    first = await run(await dispatchEvent(github, repository));
    expect(first.exitCode, first.stdout).toBe(0);
    const [issue] = await summaries();
    expect(issue?.state).toBe('open');
    expect(issue?.assignees.map(({ login }) => login)).toEqual(['ana']);
    expect(issue?.body).toMatch(/\*\*1\*\*.*#2 Sign-up in four steps.*\*\*ready\*\* 4\.5/);
    expect(issue?.body).toContain('Reliability #3');
    expect(first.outputs.get('summary-url')).toMatch(/\/acme\/app\/issues\/\d+$/);
    expect(first.summary).toContain('Sign-up in four steps');
  });

  it('edits the same issue when a person runs it again, and writes nothing when nothing changed', async () => {
    github.requests.length = 0;
    await run(await dispatchEvent(github, repository));
    expect(writes()).toEqual([]);
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/2`, { title: 'Sign-up in three steps' });
    const again = await run(await dispatchEvent(github, repository));
    expect(again.outputs.get('summary-url')).toBe(first.outputs.get('summary-url'));
    const open = (await summaries()).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    expect(open[0]?.body).toContain('Sign-up in three steps');
  });

  it('keeps quiet on later scheduled runs of the same week', async () => {
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/2`, { title: 'Sign-up in two steps' });
    github.requests.length = 0;
    const later = await run(await scheduleEvent(github, repository));
    expect(later.exitCode).toBe(0);
    expect(writes()).toEqual([]);
  });

  it("closes last week's issue with a link to the new one, and not what another account wrote", async () => {
    const bot = github.workflowToken;
    const formerBody = `${summaryMarker(repository, '2026-W01')}\n\nOld.`;
    const former = await openAs(bot, formerBody);
    const forged = await openAs(github.token('mallory'), formerBody, 'chokepoint: summary');
    await run(await dispatchEvent(github, repository));
    const now = await summaries();
    expect(now.find(({ number }) => number === former)?.state).toBe('closed');
    expect(now.find(({ number }) => number === forged)?.state).toBe('open');
    const comments = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${former}/comments`);
    expect(JSON.stringify(comments.json)).toMatch(/The next summary is #\d+\./);
  });

  it('records a reading of the metric from the input', async () => {
    const withMetric = `${config.replace('owner: ana,', 'owner: ana, metric: { name: Activated, unit: "%", baseline: 30, target: 50, minimum: 40 },')}`;
    const other = await startEmbeddedGitHub({ seed: seedOf(withMetric) });
    try {
      const event = await dispatchEvent(other, repository);
      const ran = await runAction({ github: other, ...event, inputs: { metric: '41.5' }, env });
      expect(ran.exitCode, ran.stdout).toBe(0);
      expect(ran.summary).toContain('30 → **41.5** → 50 %');
    } finally {
      await other.close();
    }
  });

  it("edits the workflow's issue when a maintainer posts from a terminal", async () => {
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/2`, { title: 'Sign-up in one step' });
    const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const terminal = { GITHUB_TOKEN: github.token('ana'), GITHUB_API_URL: github.url, ...env };
    const ended = await runNode(cli, tmpdir(), terminal, ['summary', repository]);
    expect(ended.exitCode, ended.stderr).toBe(0);
    const own = (await summaries()).filter(
      ({ state, body }) => state === 'open' && body.includes('one step'),
    );
    expect(own.map(({ number }) => `/acme/app/issues/${number}`)).toEqual([
      new URL(first.outputs.get('summary-url') ?? '').pathname,
    ]);
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/2`, { title: 'Sign-up in two steps' });
  });

  it('posts nothing in a dry run and shows the summary in the job all the same', async () => {
    github.requests.length = 0;
    const event = await dispatchEvent(github, repository);
    const dry = await runAction({ github, ...event, inputs: { 'dry-run': 'true', mode: 'summary' }, env });
    expect(writes()).toEqual([]);
    expect(dry.summary).toContain('Sign-up in two steps');
    expect(dry.summary).toContain('A dry run, so nothing was written. It would:\n\n- ');
  });

  it('writes the page that the input html asks for, with nothing in it that runs or loads', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'chokepoint-page-'));
    const html = join(folder, 'summary.html');
    try {
      await runAction({ github, ...(await dispatchEvent(github, repository)), inputs: { html }, env });
      const page = await readFile(html, 'utf8');
      expect(page).toMatch(/<td[^>]*><strong>1<\/strong>/);
      expect(page).toMatch(/Sign-up in \w+ steps/);
      expect(page).toMatch(/<svg role="img".*Diagnose: 30 days from 2 November/s);
      expect(page).not.toMatch(/<script|src=|chokepoint:summary-state|mermaid/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('reads 1,000 open issues within 30 requests when few of them have comments', async () => {
    const many = await startEmbeddedGitHub({ seed: seedOf(config, 1_000) });
    try {
      await runAction({ github: many, ...(await dispatchEvent(many, repository)), env });
      many.requests.length = 0;
      const ran = await runAction({ github: many, ...(await dispatchEvent(many, repository)), env });
      expect(ran.exitCode, ran.stdout).toBe(0);
      expect(many.requests.length).toBeLessThanOrEqual(30);
    } finally {
      await many.close();
    }
  });
});

const env = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };

function run(event: Awaited<ReturnType<typeof dispatchEvent>>): Promise<ActionRun> {
  return runAction({ github, ...event, env });
}

async function summaries(): Promise<readonly IssueNow[]> {
  const label = encodeURIComponent('chokepoint: summary');
  const answer = await askAs(github, 'ana')(`GET /repos/${repository}/issues?state=all&labels=${label}`);
  return z.array(issueShape).parse(answer.json);
}

async function openAs(token: string, body: string, label = 'chokepoint: summary'): Promise<number> {
  const response = await fetch(`${github.url}/repos/${repository}/issues`, {
    method: 'POST',
    headers: { authorization: `token ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ title: 'A summary', body, labels: [label] }),
  });
  const { number } = z.object({ number: z.number() }).parse(await response.json());
  await askAs(github, 'ana')(`POST /repos/${repository}/issues/${number}/labels`, { labels: [label] });
  return number;
}

function writes(): readonly string[] {
  return github.requests
    .filter(({ method, path }) => method !== 'GET' && !path.endsWith('/graphql'))
    .map(({ method, path }) => `${method} ${path}`);
}

function bodyOf(constraint: string, ratings: readonly [string, string, string, string]): string {
  const [impact, evidence, confidence, timing] = ratings;
  return renderFormBody(form, {
    constraint,
    impact,
    evidence,
    confidence,
    timing,
    kind: 'Improves an existing path',
    behaviour: 'Fewer people give up.',
    metric: 'Activated sign-ups.',
    risk: 'None known.',
    links: 'https://example.com/funnel',
  });
}

function seedOf(yaml: string, fillers = 0) {
  return {
    users: ['ana', 'mallory'],
    repositories: [
      {
        fullName: repository,
        files: { '.github/chokepoint.yml': yaml },
        collaborators: { ana: 'admin' as const, mallory: 'read' as const },
        labels: [{ name: 'candidate' }],
        issues: [
          { title: 'A plain issue', body: 'Nothing of ours.', author: 'ana' },
          {
            title: 'Sign-up in four steps',
            body: bodyOf('Activation', ['5', '4', '4', '5']),
            author: 'ana',
            labels: ['candidate'],
          },
          {
            title: 'Import retries',
            body: bodyOf('Reliability', ['4', '4', '4', '4']),
            author: 'ana',
            labels: ['candidate'],
          },
          ...Array.from({ length: fillers }, (_, index) => ({
            title: `Candidate ${index}`,
            body: bodyOf('Operations', ['3', '3', '3', '3']),
            author: 'ana',
            labels: ['candidate'],
          })),
        ],
      },
    ],
  };
}
