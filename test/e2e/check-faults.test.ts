import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inputs } from '../../action/inputs.ts';
import type { Report } from '../../action/report.ts';
import { run } from '../../action/run.ts';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub, Fault } from '../embedded-github/start.ts';
import {
  countRequests,
  offConstraint,
  onConstraint,
  openPull,
  readPull,
  repository,
  startChecked,
} from '../support/checked-repository.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  ({ github } = await startChecked({ mode: 'enforce' }));
  // The first check of a repository creates the labels, once.
  await check(await openPull(github, { title: 'The first one' }));
});

afterAll(async () => github.close());

const kinds = {
  'a 502': { status: 502 },
  'a 502, three times': { status: 502, times: 3 },
  'a reset': { outcome: 'reset' },
  'the work done and the answer lost': { outcome: 'did-it-then-failed' },
  'the work done and a 502': { outcome: 'did-it-then-failed', status: 502 },
} as const satisfies Readonly<Record<string, Fault>>;

/** What the Action's main file runs, in this process: a few hundred starts of Node would only cost time. */
async function check(number: number): Promise<Report> {
  const inputs: Inputs = {
    token: github.workflowToken,
    mode: 'auto',
    metric: null,
    html: null,
    dryRun: false,
    event: 'pull_request_target',
    repository,
    number,
    isPullRequest: true,
    milestone: null,
    apiUrl: github.url,
    serverUrl: github.url,
    writeIntervalMilliseconds: 0,
  };
  return run(inputs, '2026-11-23T12:00:00Z');
}

/** A check that a fault hits at one request, and the one that is started again. */
async function checkTwice(number: number, fault: Fault): Promise<Report> {
  github.inject(fault);
  await check(number).catch(() => null);
  github.clearFaults();
  return check(number);
}

describe.each(Object.entries(kinds))('%s', (_name, kind) => {
  it('at any request of a first check leaves one comment, one label and one check run after a re-run', async () => {
    const whole = await openPull(github, { body: `Closes #${offConstraint}`, title: 'Without a fault' });
    const requests = await countRequests(github, () => check(whole));
    const wanted = await readPull(github, whole);
    expect(wanted.checks).toMatchObject([{ conclusion: 'failure' }]);
    expect(requests.length).toBeGreaterThan(4);
    for (let nth = 1; nth <= requests.length; nth += 1) {
      const number = await openPull(github, {
        body: `Closes #${offConstraint}`,
        title: `First check, fault at ${nth}`,
      });
      const again = await checkTwice(number, { ...kind, nth });
      const named = `request ${nth}: ${requests[nth - 1]?.call}`;
      const shown = await readPull(github, number);
      expect(again.failure, named).toBeNull();
      expect(again.outputs, named).toMatchObject({ conclusion: 'failure', codes: 'DRIFT' });
      expect(shown.checks, named).toEqual(wanted.checks);
      expect(shown.labels, named).toEqual(['focus: off-constraint']);
      expect(shown.comments, named).toHaveLength(1);
      expect(shown.comments[0]?.body, named).toContain('Outside the constraint');
    }
  });

  it('at any request of a check that turns leaves the turned comment, label and check run after a re-run', async () => {
    const openTurning = async (title: string) => {
      const number = await openPull(github, { body: `Closes #${offConstraint}`, title });
      await check(number);
      const body = `Closes #${onConstraint}`;
      await askAs(github, 'ben')(`PATCH /repos/${repository}/pulls/${number}`, { body });
      return number;
    };
    const whole = await openTurning('Turns without a fault');
    const requests = await countRequests(github, () => check(whole));
    const wanted = await readPull(github, whole);
    expect(wanted.checks).toMatchObject([{ conclusion: 'success' }]);
    expect(requests.length).toBeGreaterThan(5);
    for (let nth = 1; nth <= requests.length; nth += 1) {
      const number = await openTurning(`Turns, fault at ${nth}`);
      const again = await checkTwice(number, { ...kind, nth });
      const named = `request ${nth}: ${requests[nth - 1]?.call}`;
      const shown = await readPull(github, number);
      expect(again.outputs, named).toMatchObject({ conclusion: 'success', codes: 'ALIGNED' });
      expect(shown.checks, named).toEqual(wanted.checks);
      expect(shown.labels, named).toEqual(['focus: aligned']);
      expect(shown.comments, named).toHaveLength(1);
      expect(shown.comments[0]?.body, named).toMatch(/^\*\*On the constraint\.\*\*/);
    }
  });
});
