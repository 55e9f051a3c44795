import { expect, it } from 'vitest';
import { type Constraint, constraints } from '../../src/core/constraint.ts';
import { weekOf } from '../../src/core/plan/week.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import { recordOf } from '../../src/core/summary/summary-state.ts';
import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { readRepositoryWeek } from '../../src/tasks/read-repository-week.ts';
import { bodyOf, filed } from '../cli/bodies.ts';
import { primary, weekFacts } from '../core/summary/builders.ts';
import { openRepository, repository } from '../support/open-repository.ts';

const now = '2026-11-30T08:00:00Z';
const week = weekOf(now, 'monday', 'UTC');
const policy = { ...defaultPolicy, primary };

/** What the check says of a pull request for a candidate with these labels, and the summary of the candidate. */
async function constraintsOf(names: readonly string[]) {
  const labels = ['candidate', 'verdict: validate', ...names.map((name) => `constraint: ${name}`)];
  const filed = { labels, createdAt: '2026-11-24T09:00:00Z' };
  const { world } = await openRepository({
    issues: [
      { title: 'Filed', ...filed },
      { title: 'Done', ...filed, closedAt: '2026-11-26T09:00:00Z' },
    ],
    pullRequests: [{ title: 'Work on it', body: 'Closes #1', files: ['app/start.ts'] }],
  });
  const checked = await planPullRequestCheck(world, 3, { repository, side: 'reader', now });
  const { opened, closed } = await readRepositoryWeek(world, repository, policy, week);
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

it('first moves are those since the declaration, and apart from them those closed in the last sixty days', async () => {
  const move = (closedAt: string | null, constraint: Constraint) => ({
    title: 'Move',
    body: bodyOf(filed({ constraint: constraints.indexOf(constraint) })),
    labels: ['candidate', 'first move'],
    createdAt: '2026-08-01T09:00:00Z',
    ...(closedAt === null ? {} : { closedAt }),
  });
  const { world } = await openRepository({
    issues: [
      move(null, 'activation'),
      move('2026-11-20T09:00:00Z', 'activation'),
      move('2026-10-28T09:00:00Z', 'activation'),
      move('2026-11-20T09:00:00Z', 'reliability'),
      move(null, 'reliability'),
      move('2026-09-30T09:00:00Z', 'reliability'),
      { ...move('2026-11-20T09:00:00Z', 'activation'), stateReason: 'not_planned' },
      {
        ...move('2026-11-20T09:00:00Z', 'activation'),
        stateReason: 'not_planned',
        comments: [{ author: 'ana', body: '/outcome worse because nobody used it' }],
      },
    ],
    pullRequests: [],
  });
  const { firstMoves, formerMoves } = await readRepositoryWeek(world, repository, policy, week);
  expect(firstMoves.map(({ number, outcome }) => [number, outcome])).toEqual([
    [1, null],
    [2, null],
    [8, 'worse'],
  ]);
  expect(formerMoves.map(({ number }) => number)).toEqual([3, 4]);
});

it.each([
  ['by an outsider does not count', 'eve', [], 0],
  ['by an outsider, confirmed by a triager, counts', 'eve', [{ author: 'ana', body: '/confirm' }], 1],
  ['by one of the team counts', 'ana', [], 1],
])(
  'T8: a strong candidate filed in the week %s toward another constraint',
  async (_, author, comments, strong) => {
    const body = bodyOf(filed({ constraint: constraints.indexOf('reliability') }));
    const labels = ['candidate', 'verdict: ready', 'constraint: reliability'];
    const { world } = await openRepository({
      issues: [{ title: 'Filed', body, author, labels, comments, createdAt: '2026-11-24T09:00:00Z' }],
      pullRequests: [],
    });
    const { opened } = await readRepositoryWeek(world, repository, policy, week);
    expect(opened.map(({ number, verdict }) => [number, verdict])).toEqual([[1, 'ready']]);
    expect(recordOf(weekFacts({ opened }), primary).strong.reliability).toBe(strong);
  },
);
