import { expect, it } from 'vitest';

import { planPullRequestCheck } from '../../src/tasks/check-pull-request.ts';
import { readPullRequestsOfWeek } from '../../src/tasks/read-merges.ts';
import { bodyOf, filed } from '../cli/bodies.ts';
import { aPolicy } from '../core/drift/builders.ts';
import { askAs } from '../embedded-github/client.ts';
import { openRepository, repository } from '../support/open-repository.ts';

async function start(issueBody: string, pullRequestBody: string) {
  return openRepository({
    issues: [{ title: 'Filed', body: issueBody, labels: ['candidate', 'constraint: activation'] }],
    pullRequests: [{ title: 'Work on it', body: pullRequestBody, files: ['app/start.ts'] }],
  });
}

const settings = { repository, side: 'reader', now: '2026-11-30T08:00:00Z' } as const;

/** What the check says of work on a candidate that was filed with this body and has no verdict yet. */
async function codesOf(body: string) {
  const { world } = await start(body, 'Closes #1');
  return (await planPullRequestCheck(world, 2, settings))?.report.report.codes;
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

it('the kind of a candidate is what its only comment answers', async () => {
  const { github, world } = await start(complete, 'Closes #1');
  const say = { body: '/answer kind: expansion' };
  await askAs(github, 'ana')(`POST /repos/${repository}/issues/1/comments`, say);
  const checked = await planPullRequestCheck(world, 2, settings);
  expect(checked?.report.report.codes).toEqual(['SEQ-1']);
});

it('T24: a description full of references costs a check, and a summary, a bounded number of requests', async () => {
  const named = Array.from(
    { length: 2_900 },
    (_, index) => `Refs #${index + 1_000} Enables #${index + 5_000}`,
  );
  const { github, world } = await start(complete, named.join(' '));
  github.requests.length = 0;
  const checked = (await planPullRequestCheck(world, 2, settings))?.report.report;
  expect(checked?.reasons[1]?.text).toMatch(/#1003 and 6 more: not found or not readable; 2890 more are not/);
  expect(github.requests.length).toBeLessThan(50);
  github.requests.length = 0;
  await readPullRequestsOfWeek(world, '2026-11-01T00:00:00Z', aPolicy());
  expect(github.requests.length).toBeLessThan(50);
});
