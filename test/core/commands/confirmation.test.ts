import { describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../../src/core/commands/candidate-record.ts';
import { mayConfirm } from '../../../src/core/commands/confirmation.ts';
import { resolveCandidate } from '../../../src/core/commands/resolve-candidate.ts';
import { recordWith } from './builders.ts';

describe('T8: a candidate on a public repository', () => {
  const confirmation = (
    comments: readonly (readonly [string, string])[],
    changes: Partial<CandidateRecord> = {},
  ) => resolveCandidate(recordWith(comments, { isPublic: true, ...changes })).confirmation;

  it.each([
    ['is unconfirmed when its author may not triage', [], 'unconfirmed'],
    ['is confirmed by a triager', [['tom', '/confirm']], 'confirmed'],
    ['is confirmed by a triager’s rating', [['tom', '/score impact=3']], 'confirmed'],
    ['is confirmed by a settlement', [['mia', '/settle 3 3 3 3 because x']], 'confirmed'],
    [
      'is not confirmed by a settlement of somebody who may not settle',
      [['tom', '/settle 3 3 3 3 because x']],
      'unconfirmed',
    ],
    ['is not confirmed by its author', [['ana', '/confirm\n/score 5 5 5 5']], 'unconfirmed'],
    ['is not confirmed by an answer filled in', [['tom', '/answer metric: x']], 'unconfirmed'],
  ] as const)('%s', (_name, comments, expected) => {
    expect(confirmation(comments)).toBe(expected);
  });

  it('is not confirmed by a stranger where everyone may score', () => {
    expect(confirmation([['eve', '/score 5 5 5 5']], { whoMayScore: 'all' })).toBe('unconfirmed');
  });

  it('is confirmed when a triager filed it, or when the repository is private', () => {
    expect(confirmation([], { author: 'tom' })).toBe('confirmed');
    expect(confirmation([], { isPublic: false })).toBe('confirmed');
  });

  it('is unconfirmed while GitHub has not told who its author is', () => {
    expect(confirmation([], { author: 'tom', permissions: new Map() })).toBe('unconfirmed');
  });

  const confirmed = [['tom', '/confirm']] as const;
  const edit = (by: string, minute: string) => ({ lastEdit: { by, at: `2026-11-02T10:${minute}:00Z` } });

  it.each([
    ['its body before that', edit('ana', '00'), [['ben', 'hello'], ...confirmed], 'confirmed'],
    ['its body after that', edit('ana', '01'), confirmed, 'unconfirmed'],
    ['its body in the same second', edit('ana', '00'), confirmed, 'unconfirmed'],
    ['nobody knows who its body after that', edit('ghost', '01'), confirmed, 'unconfirmed'],
    ['its body after a rating', edit('ana', '01'), [['tom', '/score 3 3 3 3']], 'unconfirmed'],
    [
      'its body, and a triager confirmed again',
      edit('ana', '01'),
      [...confirmed, ['eve', 'hm'], ...confirmed],
      'confirmed',
    ],
    ['an answer after that', {}, [...confirmed, ['ana', '/answer impact: 5']], 'unconfirmed'],
    ['a rating after that', { whoMayScore: 'all' }, [...confirmed, ['ana', '/score 5 5 5 5']], 'unconfirmed'],
    ['an answer before that', {}, [['ana', '/answer impact: 5'], ...confirmed], 'confirmed'],
  ] as const)('is, where somebody of no team changed %s, %#', (_when, changes, comments, expected) => {
    expect(confirmation(comments, changes)).toBe(expected);
  });

  it.each(['tom', 'mia'])('stays confirmed where %s of the team edits its body', (by) => {
    expect(confirmation(confirmed, edit(by, '09'))).toBe('confirmed');
  });

  it('stays confirmed where somebody of the team answers', () => {
    expect(confirmation([...confirmed, ['tom', '/answer impact: 5']])).toBe('confirmed');
  });

  it('is unconfirmed where its author took a command out of a comment after that', () => {
    const record = recordWith([['ana', 'never mind'], ...confirmed], { isPublic: true });
    const [emptied, ...others] = record.comments;
    if (emptied === undefined) throw new Error('There is a comment.');
    const edited = { ...emptied, editedAt: '2026-11-02T10:05:00Z' };
    expect(resolveCandidate({ ...record, comments: [edited, ...others] }).confirmation).toBe('unconfirmed');
  });

  it('stays confirmed where somebody else writes what changes nothing', () => {
    expect(confirmation([...confirmed, ['ana', '/help']])).toBe('confirmed');
    expect(confirmation([['ana', '/answer impact: 3'], ...confirmed, ['ana', 'Thanks!']])).toBe('confirmed');
  });

  it.each([
    ['/confirm', true],
    ['/score 3 3 3 3', true],
    ['/help\n/settle 3 3 3 3 because agreed', true],
    ['/help', false],
    ['fine', false],
  ])('may be confirmed by %j: %j', (body, may) => {
    expect(recordWith([['tom', body]]).comments.map(mayConfirm)).toEqual([may]);
  });

  it('is unconfirmed where an answer of its author was edited after that', () => {
    const record = recordWith([['ana', '/answer impact: 3'], ...confirmed], { isPublic: true });
    const [answer, ...others] = record.comments;
    if (answer === undefined) throw new Error('There is an answer.');
    const edited = { ...answer, editedAt: '2026-11-02T10:05:00Z' };
    expect(resolveCandidate({ ...record, comments: [edited, ...others] }).confirmation).toBe('unconfirmed');
  });
});
