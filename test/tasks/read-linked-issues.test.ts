import { expect, it, onTestFinished } from 'vitest';
import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { bodyOf, filed } from '../cli/bodies.ts';
import { startEmbeddedGitHub } from '../embedded-github/start.ts';
import { connectWorld } from '../support/connect-world.ts';

const repository = 'acme/app';

/** What the check says of work on a candidate that was filed with this body and has no verdict yet. */
async function codesOf(body: string) {
  const github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: repository,
          collaborators: { ana: 'admin' },
          files: { '.github/chokepoint.yml': 'primary: { constraint: activation }\n' },
          issues: [{ title: 'Filed', body, labels: ['candidate', 'constraint: activation'] }],
          pullRequests: [{ title: 'Work on it', body: 'Closes #1', files: ['app/start.ts'] }],
        },
      ],
    },
  });
  onTestFinished(() => github.close());
  const world = connectWorld(github.url, github.token('ana'), repository);
  const now = '2026-11-30T08:00:00Z';
  return (await planPullRequestCheck(world, 2, { repository, side: 'reader', now }))?.report.report.codes;
}

const complete = bodyOf(filed());

it.each([
  ['complete', complete, 'ALIGNED'],
  ['without a kind', bodyOf(filed({ kind: null })), 'ALIGNED'],
  ['with a kind of another form', complete.replace('Improves an existing path', 'Chore'), 'ALIGNED'],
  ['without a metric', bodyOf(filed({ metric: '' })), 'INCOMPLETE'],
  ['with a rating of another form', complete.replace(/^4 — .*/m, 'High'), 'INCOMPLETE'],
  ['that bypassed the form', 'Please make it faster.', 'INCOMPLETE'],
])(
  'work on a candidate %s, as yet without a verdict, is what its score would make of it',
  async (_, body, code) => {
    expect(await codesOf(body)).toEqual([code]);
  },
);
