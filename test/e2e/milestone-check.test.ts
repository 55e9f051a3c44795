import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { bodyOf, rated } from '../cli/bodies.ts';
import { askAs } from '../embedded-github/client.ts';
import type { SeedIssue } from '../embedded-github/seed.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { issueEvent, pullRequestEvent } from '../support/action-events.ts';
import {
  type Checked,
  type CheckedOptions,
  openPull,
  repository,
  startChecked,
  withoutPause,
} from '../support/checked-repository.ts';
import { runAction } from '../support/run-action.ts';
import { startAppOn } from '../support/start-app-on.ts';

const open: (() => Promise<void>)[] = [];

async function start(options: CheckedOptions): Promise<Checked> {
  const checked = await startChecked(options);
  open.push(checked.github.close);
  return checked;
}

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const words = 'Ships before the fair.\r\n\r\n<!-- a note -->  trailing spaces  ';
const milestones = [{ title: 'Autumn', description: words }];
const planned = (title: string, constraint: string | null): SeedIssue => ({
  title,
  milestone: 'Autumn',
  labels: constraint === null ? [] : [`constraint: ${constraint}`],
});
const issues = [
  planned('Shorter sign-up', 'activation'),
  planned('Faster reports', 'reliability'),
  planned('Steadier sync', 'reliability'),
  planned('Somebody asked', null),
];

const milestoneEvent = {
  event: 'milestone',
  payload: { action: 'edited', milestone: { number: 1 }, repository: { full_name: repository } },
};

async function description(github: EmbeddedGitHub): Promise<string> {
  const { json } = await askAs(github, 'ana')(`GET /repos/${repository}/milestones/1`);
  return z.object({ description: z.string() }).parse(json).description;
}

function edits(github: EmbeddedGitHub) {
  return github.requests.filter(({ method, path }) => method === 'PATCH' && path.includes('/milestones/'));
}

const runOn = (
  github: EmbeddedGitHub,
  event: { event: string; payload: { repository: { full_name: string } } },
) => runAction({ github, ...event, env: withoutPause });

describe('the check of a milestone by the Action', () => {
  it('keeps its block behind the text of the person, which stays as it was to the byte', async () => {
    const { github } = await start({ issues, milestones });
    const run = await runOn(github, milestoneEvent);
    const text = await description(github);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(text.startsWith(`${words}\n\n<!-- chokepoint:milestone -->`)).toBe(true);
    expect(text).toContain('**33 %** on **Activation** (1 of 3 open, classified items; wanted 60 %).');
    expect(text).toContain('Outside it: #4');
    expect(run.outputs.get('conclusion')).toBe('warning');
    expect(run.summary).toContain('33 % on Activation (1 of 3 open, classified items), wanted 60 %.');
    expect(
      run.stdout.match(/^::warning title=Chokepoint%3A milestone 1::33 % on Activation|^::warning.*33 %25/m),
    ).not.toBeNull();
  });

  it('T10: writes nothing more when its own edit comes back', async () => {
    const { github } = await start({ issues, milestones });
    await runOn(github, milestoneEvent);
    const before = await description(github);
    github.requests.length = 0;
    await runOn(github, milestoneEvent);
    expect(edits(github)).toEqual([]);
    expect(await description(github)).toBe(before);
  });

  it('counts the pull requests in it by their own chain, and not by the milestone itself', async () => {
    const { github } = await start({ milestones, issues: [planned('Shorter sign-up', 'activation')] });
    await openPull(github, { body: 'Closes #2', milestone: 1, title: 'Off the constraint' });
    await openPull(github, { body: 'Nothing said.', milestone: 1, title: 'Unclassified work' });
    await runOn(github, milestoneEvent);
    expect(await description(github)).toContain('**50 %** on **Activation** (1 of 2 open, classified items');
  });

  it('names a pull request in it that is ahead of its time by the candidate it closes', async () => {
    const form = await readFile(
      new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url),
      'utf8',
    );
    const options = parse(form).body.find(({ id }: { id?: string }) => id === 'kind').attributes.options;
    const body = `${bodyOf(rated([4, 4, 4, 4]))}`.replace(options[0], 'Expansion');
    const upsell = { title: 'Team plan upsell', labels: ['candidate', 'constraint: adoption'], body };
    const { github } = await start({ milestones, issues: [upsell] });
    await openPull(github, { body: 'Closes #3', milestone: 1, title: 'Sell the team plan' });
    await runOn(github, milestoneEvent);
    expect(await description(github)).toContain('Ahead of its time: #4 *Sell the team plan* (SEQ-1)');
  });

  it('reads a milestone of more than one page', async () => {
    const many = Array.from({ length: 101 }, (_, at) =>
      planned(`Item ${at}`, at < 100 ? 'activation' : 'reliability'),
    );
    const { github } = await start({ milestones, issues: many });
    await runOn(github, milestoneEvent);
    expect(await description(github)).toContain('**99 %** on **Activation** (100 of 101 open');
  });

  it('follows an issue of it being closed, and a pull request of it being checked', async () => {
    const { github, check } = await start({ issues, milestones });
    const ask = askAs(github, 'ana');
    await ask(`PATCH /repos/${repository}/issues/4`, { state: 'closed' });
    await runOn(github, await issueEvent(github, repository, 4, 'closed'));
    expect(await description(github)).toContain('**50 %**');

    const number = await openPull(github, { body: 'Closes #1', milestone: 1 });
    const run = await check(number, await pullRequestEvent(github, repository, number));
    expect(run.outputs.get('codes')).toBe('ALIGNED');
    expect(run.summary).toContain('Milestone 1: 67 % on Activation (');
    expect(await description(github)).toContain('**67 %**');
  });

  it.each([
    ['another has the duty', { more: 'duties: { milestones: app }\n' }],
    ['no constraint is declared', { config: 'drift: { mode: warn }\n' }],
    ['the config is invalid', { config: 'primary: { constraint: speed }\n' }],
  ])('writes nothing while %s', async (_name, options) => {
    const { github } = await start({ issues, milestones, ...options });
    const run = await runOn(github, milestoneEvent);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.summary.trim()).not.toBe('');
    expect(await description(github)).toBe(words);
  });

  it('T23: tells of a missing permission once and fails nothing', async () => {
    const { github } = await start({ issues, milestones });
    github.setWorkflowPermissions({
      metadata: 'read',
      contents: 'read',
      issues: 'read',
      pull_requests: 'read',
    });
    const run = await runOn(github, milestoneEvent);
    expect(run.exitCode, run.stdout).toBe(0);
    expect(run.stdout.match(/GITHUB_PERMISSION_MISSING/g)).toHaveLength(1);
    expect(await description(github)).toBe(words);
  });
});

describe('the check of a milestone by the App', () => {
  it('T10: keeps the block up to date, and its own edits cause no further one', async () => {
    const { github } = await start({ issues, milestones, more: 'duties: { milestones: app }\n' });
    const app = await startAppOn(github);
    open.push(app.stop);
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/4`, { state: 'closed' });
    await app.settled();
    expect(await description(github)).toContain('**50 %** on **Activation** (1 of 2');
    expect(edits(github)).toHaveLength(1);
  });
});
