import { describe, expect, it } from 'vitest';
import type { Comment } from '../../src/tasks/ports/issues.ts';
import { findOwnComment, isOwn, planComment, writtenByPeople } from '../../src/tasks/sticky-comment.ts';

const marker = '<!-- chokepoint:candidate acme/app#1 -->';
const account = { login: 'chokepoint[bot]', id: 900 };

function commentBy(author: string, authorId: number, body = `${marker}\n\nReady`, id = 1): Comment {
  const at = '2026-01-01T00:00:00Z';
  return { id, author, authorId, body, createdAt: at, updatedAt: at, reactions: { up: 0, down: 0 } };
}

describe('findOwnComment', () => {
  it('T2: passes over a marker that another account planted', () => {
    const own = commentBy('chokepoint[bot]', 900, undefined, 2);
    expect(findOwnComment([commentBy('mallory', 7), own], marker, account)).toBe(own);
    expect(findOwnComment([commentBy('mallory', 7)], marker, account)).toBeNull();
  });

  it('passes over our comments of another kind', () => {
    expect(findOwnComment([commentBy('chokepoint[bot]', 900, 'Something else')], marker, account)).toBeNull();
  });
});

describe('isOwn', () => {
  it.each([
    ['the same id under a new login', 'renamed[bot]', 900, account, true],
    ['T2: the same login with another id', 'chokepoint[bot]', 7, account, false],
    ['the login in another case, where no id is known', 'Chokepoint[bot]', 7, { ...account, id: null }, true],
    ['another login, where no id is known', 'mallory', 900, { ...account, id: null }, false],
  ])('judges %s', (_name, author, authorId, writer, expected) => {
    expect(isOwn({ author, authorId }, writer)).toBe(expected);
  });
});

describe('writtenByPeople', () => {
  it('leaves out our answers, and keeps what the owner of the token wrote by hand or somebody copied', () => {
    const byHand = commentBy('ana', 5, '/outcome moved because it did');
    const copied = commentBy('mallory', 7);
    const ana = { login: 'ana', id: 5 };
    expect(writtenByPeople([byHand, commentBy('ana', 5), copied], ana)).toEqual([byHand, copied]);
  });
});

describe('planComment', () => {
  const body = `${marker}\n\nReady`;

  it('posts where there is none', () => {
    expect(planComment(4, null, marker, body)).toEqual([{ kind: 'post-comment', number: 4, marker, body }]);
  });

  it.each([
    ['equal', body, body],
    ['equal but for line ends', body.replaceAll('\n', '\r\n'), body],
    ['equal but for an end that was not trimmed', `${body}\n`, body],
    ['equal but for the end that GitHub trimmed', body, `${body}\n`],
  ])('writes nothing where the body is %s', (_name, present, planned) => {
    expect(planComment(4, commentBy('chokepoint[bot]', 900, present), marker, planned)).toEqual([]);
  });

  it('edits the one that is there', () => {
    const changes = planComment(4, commentBy('chokepoint[bot]', 900, 'Before', 31), marker, body);
    expect(changes).toEqual([{ kind: 'edit-comment', commentId: 31, body }]);
  });
});
