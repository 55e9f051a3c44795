import { describe, expect, it } from 'vitest';
import { holdersOf, isOwn } from '../../src/core/account.ts';

const account = { login: 'chokepoint[bot]', id: 900 };

describe('isOwn', () => {
  it.each([
    ['the same id under a new login', 'renamed[bot]', 900, account, true],
    ['T2: the same login with another id', 'chokepoint[bot]', 7, account, false],
    ['the login in another case, where no id is known', 'Chokepoint[bot]', 7, { ...account, id: null }, true],
    ['another login, where no id is known', 'mallory', 900, { ...account, id: null }, false],
  ])('judges %s', (_name, author, authorId, writer, expected) => {
    expect(isOwn({ author, authorId }, writer)).toBe(expected);
  });

  it('judges by each of several accounts, and none is nobody', () => {
    const ana = { author: 'ana', authorId: 5 };
    expect(isOwn(ana, account, { login: 'ana', id: null })).toBe(true);
    expect(isOwn(ana)).toBe(false);
  });
});

describe('holdersOf', () => {
  it('knows those in whose place the account acts by their logins', () => {
    const workflow = { login: 'github-actions[bot]', id: null };
    expect(holdersOf(account, ['github-actions[bot]'])).toEqual([account, workflow]);
  });
});
