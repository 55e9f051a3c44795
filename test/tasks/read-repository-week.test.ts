import { expect, it, onTestFinished } from 'vitest';
import { weekOf } from '../../src/core/plan/week.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { readRepositoryWeek } from '../../src/tasks/read-repository-week.ts';
import { primary } from '../core/summary/builders.ts';
import { startEmbeddedGitHub } from '../embedded-github/start.ts';
import { connectWorld } from '../support/connect-world.ts';

const repository = 'acme/app';
const now = '2026-11-30T08:00:00Z';

/** What the check says of a pull request for a candidate with these labels, and the summary of the candidate. */
async function constraintsOf(names: readonly string[]) {
  const labels = ['candidate', 'verdict: validate', ...names.map((name) => `constraint: ${name}`)];
  const filed = { labels, createdAt: '2026-11-24T09:00:00Z' };
  const github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: repository,
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'primary: { constraint: activation }\n' },
          issues: [
            { title: 'Filed', ...filed },
            { title: 'Done', ...filed, closedAt: '2026-11-26T09:00:00Z' },
          ],
          pullRequests: [{ title: 'Work on it', body: 'Closes #1', files: ['app/start.ts'] }],
        },
      ],
    },
  });
  onTestFinished(() => github.close());
  const world = connectWorld(github.url, github.token('ana'), repository);
  const checked = await planPullRequestCheck(world, 3, { repository, side: 'reader', now });
  const policy = { ...defaultPolicy, primary };
  const { opened, closed } = await readRepositoryWeek(
    world,
    repository,
    policy,
    weekOf(now, 'monday', 'UTC'),
  );
  return {
    checked: checked?.report.report.constraint,
    opened: opened.map(({ number, constraint }) => [number, constraint]),
    closed: closed.map(({ number, constraint }) => [number, constraint]),
  };
}

it.each([
  ['one constraint serves it', ['reliability'], 'reliability'],
  ['two constraints serves none', ['activation', 'reliability'], null],
])('a candidate whose labels name %s, in the check as in the summary', async (_, names, constraint) => {
  expect(await constraintsOf(names)).toEqual({
    checked: constraint,
    opened: [
      [1, constraint],
      [2, constraint],
    ],
    closed: [[2, constraint]],
  });
});
