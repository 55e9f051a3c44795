import { expect, test } from 'vitest';
import { defaultPolicy } from '../../src/core/policy.ts';
import { decisionMarker } from '../../src/render/decision/record.ts';
import { summaryMarker } from '../../src/render/summary/marker.ts';
import { readOwnSummaries } from '../../src/tasks/read-own-summaries.ts';
import { readReviews } from '../../src/tasks/read-reviews.ts';
import { bot, createFakeRepository, repository } from './fake-repository.ts';

const declaration = { constraint: 'activation', since: '2026-11-02' } as const;

/** A world that lists issues by these accounts, each with the marker of a repository in its first line. */
function listing(markerOf: (name: string) => string, issues: readonly (readonly [string, number, string])[]) {
  const fake = createFakeRepository();
  const threads = issues.map(([author, authorId, name], index) => ({
    issue: { ...fake.issue, number: index + 1, author, authorId, body: `${markerOf(name)}\nText` },
    comments: [],
  }));
  return { ...fake, listThreads: async () => threads };
}

const issues = [
  ['mallory', 7, repository],
  [bot.login, bot.id, 'acme/other'],
  [bot.login, bot.id, 'Acme/App'],
  ['github-actions[bot]', 41, repository],
] as const;

test('T2: a summary is ours only by our account, or one we act in the place of, and about this repository', async () => {
  const world = listing((name) => summaryMarker(name, '2026-W48'), issues);
  const numbersBy = async (inPlaceOf: readonly string[]) => {
    const { summaries } = await readOwnSummaries(world, repository, defaultPolicy, inPlaceOf);
    return summaries.map(({ issue }) => issue.number);
  };
  expect(await numbersBy([])).toEqual([3]);
  expect(await numbersBy(['github-actions[bot]'])).toEqual([3, 4]);
});

test('T2: so is a decision', async () => {
  const world = listing((name) => decisionMarker(name, declaration), issues);
  const numbersBy = async (inPlaceOf: readonly string[]) => {
    const { threads } = await readReviews(world, repository, defaultPolicy, inPlaceOf);
    return threads.map(({ thread }) => thread.issue.number);
  };
  expect(await numbersBy([])).toEqual([3]);
  expect(await numbersBy(['github-actions[bot]'])).toEqual([3, 4]);
});
