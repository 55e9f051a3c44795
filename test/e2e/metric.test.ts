import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { dispatchEvent, issueEvent } from '../support/action-events.ts';
import { runAction, runNode } from '../support/run-action.ts';

const repository = 'acme/app';
const today = new Date().toISOString().slice(0, 10);
const since = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
const config = `
primary:
  constraint: activation
  since: ${since}
  metric: { name: Activated, unit: "%", baseline: 30, target: 50, minimum: 40 }
`;
const env = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };
const commentsShape = z.array(
  z.object({
    id: z.number(),
    body: z.string(),
    user: z.object({ login: z.string() }),
    reactions: z.object({ '+1': z.number(), '-1': z.number() }),
  }),
);

let github: EmbeddedGitHub;
let summary: number;

beforeAll(async () => {
  github = await startEmbeddedGitHub({
    seed: {
      users: ['ana', 'rea'],
      repositories: [
        {
          fullName: repository,
          files: { '.github/chokepoint.yml': config },
          collaborators: { ana: 'admin', rea: 'read' },
        },
      ],
    },
  });
  const run = await runAction({ github, ...(await dispatchEvent(github, repository)), env });
  summary = Number(/\d+$/.exec(run.outputs.get('summary-url') ?? '')?.[0]);
});
afterAll(() => github.close());

async function say(login: string, body: string): Promise<number> {
  const answer = await askAs(github, login)(`POST /repos/${repository}/issues/${summary}/comments`, { body });
  await heard();
  return z.object({ id: z.number() }).parse(answer.json).id;
}

/** The workflow's run for a comment on the summary. */
async function heard(): Promise<void> {
  const { payload } = await issueEvent(github, repository, summary, 'created');
  const run = await runAction({ github, event: 'issue_comment', payload, env });
  expect(run.exitCode, run.stdout).toBe(0);
}

async function comments() {
  const answer = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${summary}/comments`);
  return commentsShape.parse(answer.json);
}

async function body(): Promise<string> {
  const answer = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${summary}`);
  return z.object({ body: z.string() }).parse(answer.json).body;
}

describe('a reading of the metric', () => {
  let id: number;

  it('is a comment of a maintainer on the summary, which shows it and gives a 👍', async () => {
    id = await say('ana', '/metric 35.5');
    expect((await comments()).find((one) => one.id === id)?.reactions['+1']).toBe(1);
    expect(await body()).toContain('30 → **35.5** → 50 %');
  });

  it('counts as it now stands when it is edited', async () => {
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/comments/${id}`, { body: '/metric 36' });
    await heard();
    expect(await body()).toContain('30 → **36** → 50 %');
  });

  it('is no longer there when the comment is deleted', async () => {
    await askAs(github, 'ana')(`DELETE /repos/${repository}/issues/comments/${id}`);
    await heard();
    expect(await body()).toContain('30 → **?** → 50 %');
  });

  it('T7: is refused to someone without the permission, with one line that says so', async () => {
    const refused = await say('rea', '/metric 49');
    const all = await comments();
    expect(all.find((one) => one.id === refused)?.reactions).toMatchObject({ '+1': 0, '-1': 1 });
    expect(all.at(-1)?.body).toContain('`/metric` is for a maintainer of this repository.');
    expect(await body()).toContain('30 → **?** → 50 %');
    await say('rea', 'Sorry!');
    expect((await comments()).filter(({ user }) => user.login === 'github-actions[bot]')).toHaveLength(1);
  });

  it('is recorded by the input metric in a comment, once', async () => {
    const event = await dispatchEvent(github, repository);
    await runAction({ github, ...event, inputs: { metric: '37' }, env });
    await runAction({ github, ...event, inputs: { metric: '37' }, env });
    expect(await body()).toContain('30 → **37** → 50 %');
    const recorded = (await comments()).filter((one) => one.body.includes(`Reading of ${today}: **37**`));
    expect(recorded).toHaveLength(1);
  });

  it('is recorded from a terminal as the person’s own command, for the day it was measured', async () => {
    const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const terminal = { GITHUB_TOKEN: github.token('ana'), GITHUB_API_URL: github.url, ...env };
    const words = ['metric', repository, '34', '--date', since];
    const ended = await runNode(cli, tmpdir(), terminal, words);
    expect(ended.exitCode, ended.stderr).toBe(0);
    expect(ended.stderr).toMatch(/Recorded: http.*issues/);
    expect((await comments()).at(-1)?.body).toBe(`/metric 34 ${since}`);
    expect(await body()).toContain(`["${since}",34]`);
    await heard();
    expect((await comments()).at(-1)?.reactions['+1']).toBe(1);
    const ahead = await runNode(cli, tmpdir(), terminal, [
      'metric',
      repository,
      '34',
      '--date',
      '2999-01-01',
    ]);
    expect([ahead.exitCode, ahead.stderr]).toEqual([2, expect.stringContaining('lies ahead')]);
  });

  it('is refused at a terminal whose person may not give it, and leaves no comment', async () => {
    const cli = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
    const terminal = { GITHUB_TOKEN: github.token('rea'), GITHUB_API_URL: github.url, ...env };
    const before = await comments();
    // GitHub compares names without case.
    const ended = await runNode(cli, tmpdir(), terminal, ['metric', 'Acme/App', '41']);
    expect([ended.exitCode, ended.stderr]).toEqual([2, expect.stringContaining('COMMAND_NOT_ALLOWED')]);
    expect(await comments()).toEqual(before);
  });
});
