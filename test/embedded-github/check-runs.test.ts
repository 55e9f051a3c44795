import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { installationToken } from './app-token.ts';
import type { Ask } from './client.ts';
import { askAs, askWith } from './client.ts';
import { startSmallWorld } from './small-world.ts';
import type { EmbeddedGitHub } from './start.ts';

const Pull = z.looseObject({ head: z.looseObject({ sha: z.string() }) });
const Identified = z.looseObject({ id: z.number() });

let github: EmbeddedGitHub;
let ana: Ask;

beforeAll(async () => {
  github = await startSmallWorld();
  ana = askAs(github, 'ana');
});

afterAll(() => github.close());

describe('check runs', () => {
  it('belong to the App that wrote them, keep annotations, and are found by name and App', async () => {
    const { head } = Pull.parse((await ana('GET /repos/acme/app/pulls/4')).json);
    const workflow = askWith(github, github.workflowToken);
    const bot = askWith(github, await installationToken(github));
    const annotation = {
      path: 'a.yml',
      start_line: 2,
      end_line: 2,
      annotation_level: 'warning',
      message: 'Odd',
      start_column: 3,
    };
    const output = { title: 'Drift', summary: 'Off the constraint', annotations: [annotation] };
    github.deliveries.length = 0;
    const created = await workflow('POST /repos/acme/app/check-runs', {
      name: 'Chokepoint',
      head_sha: head.sha,
      conclusion: 'neutral',
      output,
    });
    expect(created).toMatchObject({
      status: 201,
      json: {
        status: 'completed',
        conclusion: 'neutral',
        app: { id: 15_368, slug: 'github-actions' },
        started_at: '2026-03-02T08:00:00Z',
        completed_at: '2026-03-02T08:00:00Z',
        pull_requests: [{ number: 4 }],
      },
    });
    expect(github.deliveries.map(({ action }) => action)).toEqual(['created', 'completed']);
    const { id } = Identified.parse(created.json);
    expect((await bot(`PATCH /repos/acme/app/check-runs/${id}`, { conclusion: 'success' })).status).toBe(403);
    const changed = await workflow(`PATCH /repos/acme/app/check-runs/${id}`, {
      conclusion: 'success',
      output,
    });
    expect(changed.json).toMatchObject({ conclusion: 'success', output: { annotations_count: 2 } });
    expect((await workflow(`GET /repos/acme/app/check-runs/${id}/annotations`)).json).toMatchObject([
      annotation,
      annotation,
    ]);
    await bot('POST /repos/acme/app/check-runs', {
      name: 'Chokepoint',
      head_sha: head.sha,
      status: 'in_progress',
    });
    const path = `GET /repos/acme/app/commits/${head.sha}/check-runs?check_name=Chokepoint` as const;
    expect((await ana(path)).json).toMatchObject({ total_count: 2 });
    expect((await ana(`${path}&app_id=15368`)).json).toMatchObject({ total_count: 1, check_runs: [{ id }] });
    expect((await ana('POST /repos/acme/app/check-runs', { name: 'x', head_sha: head.sha })).status).toBe(
      403,
    );
  });

  it('send their App a press of a button and a wish to run again', async () => {
    const { head } = Pull.parse((await ana('GET /repos/acme/app/pulls/4')).json);
    const bot = askWith(github, await installationToken(github));
    const run = await bot('POST /repos/acme/app/check-runs', {
      name: 'Buttons',
      head_sha: head.sha,
      conclusion: 'action_required',
      actions: [{ label: 'Accept', description: 'Accept this drift', identifier: 'accept' }],
    });
    const { id } = Identified.parse(run.json);
    github.deliveries.length = 0;
    await github.requestCheckAction('acme/app', id, 'accept', 'wil');
    await ana(`POST /repos/acme/app/check-runs/${id}/rerequest`);
    expect(github.deliveries.map(({ payload }) => payload)).toMatchObject([
      { action: 'requested_action', requested_action: { identifier: 'accept' }, sender: { login: 'wil' } },
      { action: 'rerequested', check_run: { id, app: { id: github.app.id } } },
    ]);
  });
});
