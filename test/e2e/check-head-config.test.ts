import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inputs } from '../../action/inputs.ts';
import { run } from '../../action/run.ts';
import { askAs } from '../embedded-github/client.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import {
  offConstraint,
  onConstraint,
  openPull,
  repository,
  startChecked,
} from '../support/checked-repository.ts';

let github: EmbeddedGitHub;

beforeAll(async () => {
  ({ github } = await startChecked({ mode: 'enforce' }));
});

afterAll(async () => github.close());

/** What the Action's main file runs, writing nothing, in this process. */
async function checkDry(number: number) {
  const inputs: Inputs = {
    token: github.workflowToken,
    mode: 'auto',
    metric: null,
    html: null,
    dryRun: true,
    event: 'pull_request_target',
    repository,
    number,
    isPullRequest: true,
    milestone: null,
    apiUrl: github.url,
    serverUrl: github.url,
    writeIntervalMilliseconds: 0,
  };
  const { outputs, jobSummary } = await run(inputs, '2026-11-23T12:00:00Z');
  const [said = '', edit = null] = jobSummary.split(/^### If this is merged$.*?(?=^<details>)/ms);
  // What would be written names the pull request.
  const told = `${said}${edit ?? ''}`.replaceAll(`#${number}\n`, '#this\n');
  return { outputs, jobSummary: told };
}

/** What was checked is closed, so that it is not in the way of the next one's preview. */
async function close(number: number): Promise<void> {
  const answer = await askAs(github, 'ana')(`PATCH /repos/${repository}/pulls/${number}`, {
    state: 'closed',
  });
  expect(answer.status).toBe(200);
}

const bodies = [
  `Closes #${onConstraint}`,
  `Closes #${offConstraint}`,
  `Closes #${onConstraint}, closes #${offConstraint}`,
  'Tidies up.',
];

const constraint = fc.constantFrom(
  'activation',
  'adoption',
  'reliability',
  'operations',
  'throughput',
  'speed',
);
const headConfig = fc.oneof(
  fc.constant(''),
  fc.string({ maxLength: 200 }),
  fc
    .record({
      primary: fc.record({ constraint }),
      mode: fc.constantFrom('observe', 'warn', 'enforce', 'off'),
      allowance: fc.integer({ min: -1, max: 101 }),
      writer: fc.constantFrom('app', 'action', 'none'),
      exempt: fc.constantFrom('**', 'app/**', '.github/**'),
      label: fc.constantFrom('anything', 'security'),
    })
    .map(({ primary, mode, allowance, writer, exempt, label }) =>
      JSON.stringify({
        primary,
        duties: { 'pull-requests': writer },
        drift: {
          mode,
          allowance,
          exempt: { paths: [exempt], authors: ['*'], titles: ['*'], labels: [label] },
        },
        classify: { [primary.constraint]: { paths: ['**'] } },
      }),
    ),
);

describe('a head that edits the config', () => {
  it('T1: comes to the same as an untouched head, 500 times', async () => {
    const untouched: Awaited<ReturnType<typeof checkDry>>[] = [];
    for (const body of bodies) untouched.push(await checkDry(await openPull(github, { body })));
    expect(untouched.map(({ outputs }) => outputs['codes'])).toEqual([
      'ALIGNED',
      'DRIFT',
      'MIXED',
      'UNCLASSIFIED',
    ]);
    for (const [index, config] of fc.sample(headConfig, { numRuns: 500, seed: 2026 }).entries()) {
      const at = index % bodies.length;
      const files = { 'app/start.ts': `${index}`, '.github/chokepoint.yml': config };
      const number = await openPull(github, { body: bodies[at] ?? '', files });
      expect(await checkDry(number), config).toEqual(untouched[at]);
      await close(number);
    }
  }, 240_000);
});
