import { describe, expect, it } from 'vitest';
import { pullRequestMarker } from '../../src/render/drift-comment.ts';
import { findOwnComment, planComment, writtenByPeople } from '../../src/tasks/sticky-comment.ts';
import { commentBy } from './fake-repository.ts';

const marker = '<!-- chokepoint:candidate acme/app#1 -->';
const answer = `${marker}\n\nReady`;
const account = { login: 'chokepoint[bot]', id: 900 };

describe('findOwnComment', () => {
  it('T2: passes over a marker that another account planted', () => {
    const own = commentBy('chokepoint[bot]', 900, answer, 2);
    expect(findOwnComment([commentBy('mallory', 7, answer), own], marker, account)).toBe(own);
    expect(findOwnComment([commentBy('mallory', 7, answer)], marker, account)).toBeNull();
  });

  it('passes over our comments of another kind', () => {
    expect(findOwnComment([commentBy('chokepoint[bot]', 900, 'Something else')], marker, account)).toBeNull();
  });
});

describe('writtenByPeople', () => {
  it('leaves out our answers, and keeps what the owner of the token wrote by hand or somebody copied', () => {
    const byHand = commentBy('ana', 5, '/outcome moved because it did');
    const copied = commentBy('mallory', 7, answer);
    const ana = { login: 'ana', id: 5 };
    expect(writtenByPeople([byHand, commentBy('ana', 5, answer), copied], ana)).toEqual([byHand, copied]);
  });

  it('T7: leaves out our comment on a pull request, whose marker is its last line', () => {
    const drift = commentBy('chokepoint[bot]', 900, `**Drift**\n\n${pullRequestMarker('acme/app', 1)}`);
    const quoted = commentBy('chokepoint[bot]', 900, `> ${marker}\n\n/outcome moved because it did`);
    expect(writtenByPeople([drift, quoted], account)).toEqual([quoted]);
  });
});

describe('planComment', () => {
  const body = answer;

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
