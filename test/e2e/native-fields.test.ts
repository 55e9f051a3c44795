import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { bodyOf, rated } from '../cli/bodies.ts';
import { askAs } from '../embedded-github/client.ts';
import type { SeedIssueField } from '../embedded-github/seed.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { issueEvent } from '../support/action-events.ts';
import { runAction } from '../support/run-action.ts';
import { startAppOn } from '../support/start-app-on.ts';

const repository = 'acme/app';
const form = await readFile(new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const designs: readonly SeedIssueField[] = [
  { name: 'Score', type: 'number' },
  { name: 'Verdict', type: 'single_select', options: ['ready', 'validate', 'incomplete'] },
  { name: 'Constraint', type: 'text' },
];

const mirrored = 'fields: { score: Score, verdict: Verdict, constraint: constraint }\n';

interface Started {
  readonly github: EmbeddedGitHub;
  readonly number: number;
  /** Runs the Action on the candidate with a token that may read the organization's fields, or with another one. */
  run(permissions?: Readonly<Record<string, 'read' | 'write'>>): ReturnType<typeof runAction>;
  fields(): Promise<Readonly<Record<string, unknown>>>;
}

const allowed = {
  contents: 'read',
  issues: 'write',
  pull_requests: 'write',
  metadata: 'read',
  issue_fields: 'read',
} as const;

async function start(issueFields: readonly SeedIssueField[] = designs, config = mirrored): Promise<Started> {
  const files = {
    '.github/chokepoint.yml': `duties: { issues: action }\n${config}`,
    '.github/ISSUE_TEMPLATE/candidate.yml': form,
  };
  const repositories = [{ fullName: repository, collaborators: { ana: 'admin' as const }, files }];
  const github = await startEmbeddedGitHub({ seed: { repositories, issueFields } });
  closers.push(github.close);
  const body = bodyOf(rated([5, 2, 4, 5]));
  const number = await github.fileIssue({ repository, login: 'ana', title: 'Guided import', body });
  return {
    github,
    number,
    async run(permissions = allowed) {
      const inputs = { token: github.createWorkflowToken(repository, permissions) };
      const event = await issueEvent(github, repository, number, 'edited');
      return runAction({ github, ...event, inputs, env: { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' } });
    },
    async fields() {
      const { json } = await askAs(
        github,
        'ana',
      )(`GET /repos/${repository}/issues/${number}/issue-field-values`);
      const shape = z.array(
        z.object({
          issue_field_id: z.number(),
          value: z.unknown(),
          single_select_option: z.object({ name: z.string() }).optional(),
        }),
      );
      return Object.fromEntries(
        shape
          .parse(json)
          .map(({ issue_field_id: id, value, single_select_option: option }) => [
            issueFields[id - 1]?.name,
            option?.name ?? value,
          ]),
      );
    },
  };
}

describe('the issue fields of an organization', () => {
  it('say what the labels say, are written once, and follow the candidate', async () => {
    const { github, number, run, fields } = await start();
    const first = await run();
    expect([first.exitCode, first.stdout]).toEqual([0, expect.not.stringContaining('FIELD_')]);
    expect(await fields()).toEqual({ Score: 3.8, Verdict: 'validate', Constraint: 'activation' });
    github.requests.length = 0;
    await run();
    expect(
      github.requests.filter(({ method, path }) => method !== 'GET' && !path.includes('graphql')),
    ).toEqual([]);
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/${number}`, {
      body: bodyOf(rated([4, 4, 4, 4])),
    });
    await run();
    expect(await fields()).toEqual({ Score: 4, Verdict: 'ready', Constraint: 'activation' });
  });

  it('are emptied when the candidate is withdrawn, and the score while it is incomplete', async () => {
    const { github, number, run, fields } = await start();
    await run();
    const { metric: _, ...open } = rated([5, 2, 4, 5]);
    await askAs(github, 'ana')(`PATCH /repos/${repository}/issues/${number}`, {
      body: bodyOf({ ...open, metric: '' }),
    });
    await run();
    expect(await fields()).toEqual({ Verdict: 'incomplete', Constraint: 'activation' });
    await askAs(github, 'ana')(`DELETE /repos/${repository}/issues/${number}/labels/candidate`);
    await run();
    expect(await fields()).toEqual({});
  });

  it('that GitHub drops in silence are told when they are read back; the labels stay', async () => {
    const dropping = designs.map((field) =>
      field.name === 'Score' ? { ...field, isEnabled: false } : field,
    );
    const { run, fields } = await start(dropping);
    const { exitCode, stdout } = await run();
    expect(exitCode).toBe(0);
    expect(stdout.match(/FIELD_NOT_KEPT/g)).toHaveLength(1);
    expect(await fields()).toEqual({ Verdict: 'validate', Constraint: 'activation' });
  });

  it.each([
    ['that are not there', designs.slice(1), 'FIELD_ABSENT'],
    ['of another type', [{ name: 'Score', type: 'date' } as const, ...designs.slice(1)], 'FIELD_TYPE'],
    [
      'without the option',
      designs.map((field) => (field.name === 'Verdict' ? { ...field, options: ['ready'] } : field)),
      'FIELD_OPTION_ABSENT',
    ],
  ])('%s are one Problem each; the others are mirrored', async (_case, fields, code) => {
    const started = await start(fields);
    const { exitCode, stdout } = await started.run();
    expect(exitCode).toBe(0);
    expect(stdout.match(/^::warning.*title=FIELD_/gm)).toHaveLength(1);
    expect(stdout).toContain(code);
    expect(await started.fields()).toMatchObject({ Constraint: 'activation' });
  });

  it('T23: that the token may not read are one Problem, and everything else is done', async () => {
    const { github, number, run } = await start();
    const { issue_fields: _, ...workflow } = allowed;
    const { exitCode, stdout } = await run(workflow);
    expect(exitCode).toBe(0);
    expect(stdout.match(/FIELD_REFUSED/g)).toHaveLength(1);
    const { json } = await askAs(github, 'ana')(`GET /repos/${repository}/issues/${number}/labels`);
    expect(JSON.stringify(json)).toContain('verdict: validate');
  });

  it('are not asked for where the config names none', async () => {
    const { github, run } = await start(designs, '');
    github.requests.length = 0;
    await run();
    expect(github.requests.filter(({ path }) => path.includes('issue-field'))).toEqual([]);
  });

  it('are mirrored by the App as well', async () => {
    const { github, fields, number } = await start(designs, mirrored);
    const ask = askAs(github, 'ana');
    github.setAppPermissions({ ...allowed, checks: 'write' });
    const path = `/repos/${repository}/contents/.github/chokepoint.yml` as const;
    const { sha } = z.object({ sha: z.string() }).parse((await ask(`GET ${path}`)).json);
    const content = Buffer.from(`duties: { issues: app }\n${mirrored}`).toString('base64');
    await ask(`PUT ${path}`, { message: 'The App answers', content, sha });
    const app = await startAppOn(github);
    closers.push(app.stop);
    await ask(`PATCH /repos/${repository}/issues/${number}`, { title: 'Guided first import' });
    await app.settled();
    expect(await fields()).toEqual({ Score: 3.8, Verdict: 'validate', Constraint: 'activation' });
  });
});
