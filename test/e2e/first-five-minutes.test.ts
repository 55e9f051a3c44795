import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { bodyOf, rated } from '../cli/bodies.ts';
import { runHere } from '../cli/recorded-terminal.ts';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { issueEvent } from '../support/action-events.ts';
import { runAction } from '../support/run-action.ts';

const repository = 'newcomers/product';
const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** An empty folder, `chokepoint init --yes` in it, and the default branch holding what it wrote. */
async function startFromNothing(): Promise<{
  github: EmbeddedGitHub;
  files: Readonly<Record<string, string>>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'chokepoint-newcomers-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  expect((await runHere(['init', '--yes'], { folder })).exitCode).toBe(0);
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.yml'));
  const files = Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const)),
  );
  const github = await startEmbeddedGitHub({
    seed: {
      repositories: [{ fullName: repository, installed: false, collaborators: { ana: 'admin' }, files }],
    },
  });
  closers.push(github.close);
  return { github, files };
}

describe('from nothing', () => {
  it('to the first labelled candidate takes one command, one push and one form', async () => {
    const { github, files } = await startFromNothing();
    const workflow = z
      .object({ on: z.object({ issues: z.object({ types: z.array(z.string()) }) }) })
      .parse(parse(files['.github/workflows/chokepoint.yml'] ?? ''));
    expect(workflow.on.issues.types).toContain('opened');

    const body = bodyOf(rated([5, 2, 4, 5]));
    const number = await github.fileIssue({ repository, login: 'ana', title: 'Guided first import', body });
    const event = await issueEvent(github, repository, number, 'opened');
    const run = await runAction({ github, ...event, env: { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' } });
    expect(run.exitCode, run.stdout).toBe(0);

    const ask = askAs(github, 'ana');
    const labels = z
      .array(z.object({ name: z.string() }))
      .parse((await ask(`GET /repos/${repository}/issues/${number}/labels`)).json);
    expect(labels.map(({ name }) => name).sort()).toEqual([
      'candidate',
      'constraint: activation',
      'score: 3',
      'verdict: validate',
    ]);
    const [comment] = z
      .array(z.object({ body: z.string() }))
      .parse((await ask(`GET /repos/${repository}/issues/${number}/comments`)).json);
    expect(comment?.body).toContain('**Validate first**');
  });

  it('the workflow’s own check finds nothing to complain of but the commit that is to be filled in', async () => {
    const { github } = await startFromNothing();
    const run = await runAction({
      github,
      event: 'workflow_dispatch',
      payload: { repository: { full_name: repository } },
      inputs: { mode: 'validate' },
    });
    expect(run.outputs.get('conclusion')).toBe('failure');
    expect(run.stdout).toContain('WORKFLOW_PLACEHOLDER');
    expect(run.stdout.match(/^::warning/gm)).toHaveLength(1);
  });
});
