import { describe, expect, it } from 'vitest';
import type { CandidateRecord } from '../../../src/core/commands/candidate-record.ts';
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
});
