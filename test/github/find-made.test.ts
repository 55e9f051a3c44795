import { describe, expect, it } from 'vitest';
import { findMade } from '../../src/github/find-made.ts';
import { commentBy } from '../tasks/fake-repository.ts';

const marker = '<!-- chokepoint:candidate acme/app#1 -->';
const change = { kind: 'post-comment', number: 1, marker, body: marker } as const;

describe('what a broken post made', () => {
  it.each([
    ['the account’s own', 'chokepoint[bot]', 900, 900, 4],
    ['written under its login in another case, where no id is known', 'Chokepoint[bot]', 900, null, 4],
    ['T2: planted by another account', 'mallory', 7, 900, undefined],
    ['T2: planted by another account, where no id is known', 'mallory', 7, null, undefined],
  ])('is looked for by marker and author: %s', async (_name, author, authorId, id, found) => {
    const made = await findMade(
      {
        account: async () => ({ login: 'chokepoint[bot]', id }),
        readComments: async () => [commentBy(author, authorId, marker, 4)],
        listIssues: async () => [],
      },
      change,
    );
    expect(made?.number).toBe(found);
  });
});
