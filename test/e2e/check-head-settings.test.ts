import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import {
  type Checked,
  configOf,
  offConstraint,
  onConstraint,
  openPull,
  readPull,
  repository,
  startChecked,
} from '../support/checked-repository.ts';

const configFile = '.github/chokepoint.yml';
const formFile = '.github/ISSUE_TEMPLATE/candidate.yml';

let github: EmbeddedGitHub;
let check: Checked['check'];
let drifting: number;

beforeAll(async () => {
  ({ github, check } = await startChecked({ mode: 'observe' }));
  await openPull(github, { body: `Closes #${onConstraint}` });
  drifting = await openPull(github, { body: `Closes #${offConstraint}` });
});

afterAll(async () => github.close());

async function annotationsOf(number: number) {
  const ana = askAs(github, 'ana');
  const { head } = z
    .object({ head: z.object({ sha: z.string() }) })
    .parse((await ana(`GET /repos/${repository}/pulls/${number}`)).json);
  const runs = z
    .object({ check_runs: z.array(z.object({ id: z.number() })) })
    .parse((await ana(`GET /repos/${repository}/commits/${head.sha}/check-runs`)).json);
  const path = `/repos/${repository}/check-runs/${runs.check_runs[0]?.id}/annotations` as const;
  return z
    .array(z.object({ path: z.string(), start_line: z.number(), title: z.string(), message: z.string() }))
    .parse((await ana(`GET ${path}`)).json);
}

describe('a pull request that edits the settings', () => {
  it('gets every Problem of its config beside the line it stands on, once, and keeps its conclusion', async () => {
    const config = 'primary:\n  constraint: speed\n  since: 2026-02-30\ndrift:\n  mode: loud\n';
    const number = await openPull(github, {
      body: `Closes #${onConstraint}`,
      files: { [configFile]: config },
    });
    const run = await check(number);
    expect(run.outputs.get('conclusion')).toBe('success');
    const annotations = await annotationsOf(number);
    expect(annotations.map(({ path, start_line }) => `${path}:${start_line}`)).toEqual([
      `${configFile}:2`,
      `${configFile}:3`,
      `${configFile}:5`,
    ]);
    expect(annotations[0]?.message).toContain('constraint');
    const [told] = (await readPull(github, number)).checks;
    expect(told?.output.summary).toContain('### If this is merged');
    expect(run.stdout).not.toContain(`file=${configFile}`);

    await openPull(github, { body: 'Something else' });
    await check(number);
    expect(await annotationsOf(number)).toHaveLength(3);
  });

  it('gets the Problems of a form as well', async () => {
    const form =
      'name: Candidate\ndescription: ours\nbody:\n  - type: input\n    id: constraint\n    attributes:\n      label: Constraint\n';
    const number = await openPull(github, { files: { [formFile]: form } });
    await check(number);
    const annotations = await annotationsOf(number);
    expect(annotations.length).toBeGreaterThan(0);
    expect(annotations.every(({ path }) => path === formFile)).toBe(true);
  });

  it('previews which open pull requests would be concluded otherwise', async () => {
    const number = await openPull(github, {
      body: `Closes #${onConstraint}`,
      files: { [configFile]: configOf('warn') },
    });
    const { summary } = await check(number);
    expect(summary).toMatch(new RegExp(`would turn from note to \\*\\*warning\\*\\*: .*#${drifting}\\b`));
    expect(summary).toContain('It edits `.github/chokepoint.yml`.');
  });

  it('T16: never leads to a repository that the default branch does not build on', async () => {
    const config = 'extends: acme/secret\n';
    const number = await openPull(github, {
      body: `Closes #${onConstraint}`,
      files: { [configFile]: config },
    });
    github.requests.length = 0;
    const run = await check(number);
    expect(github.requests.filter(({ path }) => path.includes('acme/secret'))).toEqual([]);
    expect(run.outputs.get('conclusion')).toBe('success');
    expect((await annotationsOf(number)).map(({ title }) => title)).toEqual(['CONFIG_EXTENDS_UNREADABLE']);
  });

  it('says so where nothing would turn', async () => {
    const number = await openPull(github, {
      body: `Closes #${onConstraint}`,
      files: { [configFile]: configOf('observe', 'summary: { top: 5 }\n') },
    });
    expect((await check(number)).summary).toMatch(
      /Of \d+ open pull requests none would be concluded otherwise\./,
    );
  });

  it('T27: tells the Problems beside the job where the token may not write a check run', async () => {
    const config = 'primary:\n  constraint: speed\n';
    const number = await openPull(github, {
      files: { [configFile]: config },
      forkOwner: 'contributor',
      login: 'contributor',
    });
    github.setWorkflowPermissions({
      contents: 'read',
      issues: 'read',
      pull_requests: 'read',
      checks: 'read',
    });
    const payload = { pull_request: { number }, repository: { full_name: repository } };
    const { stdout } = await check(number, { event: 'pull_request', payload });
    expect(stdout).toContain(`file=${configFile},line=2`);
  });
});
