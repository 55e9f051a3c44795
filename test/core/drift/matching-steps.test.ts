import { describe, expect, it } from 'vitest';
import { canMatch, stepsAtMost, stepsOfCheck } from '../../../src/core/drift/matching-steps.ts';
import { aPolicy } from './builders.ts';

/** By their lengths: a title pattern, an author pattern, exempt and classified paths, each all wildcard. */
function globs(titles: number, authors: number, exempt: number, classified: number) {
  const glob = (length: number) => (length === 0 ? [] : ['?'.repeat(length - 1)]);
  return aPolicy(
    'activation',
    { exempt: { labels: [], titles: glob(titles), authors: glob(authors), paths: glob(exempt) } },
    { classify: { operations: { labels: [], paths: glob(classified) } } },
  );
}

const pull = { title: 'a title', author: 'ben', files: ['abcd', 'ab'] };

describe('the steps of a check', () => {
  it.each([
    ['title', globs(10, 0, 0, 0), pull, 70],
    ['author', globs(0, 10, 0, 0), pull, 30],
    ['exempt files', globs(0, 0, 10, 0), pull, 60],
    ['classified files', globs(0, 0, 0, 10), pull, 60],
    ['all of them', globs(10, 10, 10, 10), pull, 220],
    ['no files', globs(10, 0, 10, 0), { ...pull, files: [] }, 70],
  ])('T15: count %s', (_, policy, about, steps) => {
    expect(stepsOfCheck(about, policy)).toBe(steps);
  });

  it('T15: are those of files only where they can be matched at all', () => {
    const policy = globs(10, 0, 100, 0);
    const most = 'a'.repeat(stepsAtMost / 100);
    expect(canMatch(policy, [most])).toBe(true);
    expect(stepsOfCheck({ ...pull, files: [most] }, policy)).toBe(70 + stepsAtMost);
    expect(canMatch(policy, [`${most}a`])).toBe(false);
    expect(stepsOfCheck({ ...pull, files: [`${most}a`] }, policy)).toBe(70);
  });
});
