import { describe, expect, it } from 'vitest';
import { resolveConstraint } from '../../../src/core/drift/resolve-constraint.ts';
import { aCandidate, anIssue, aPullRequest, linkedTo } from './builders.ts';
import { policy, resolved, textOf } from './resolved.ts';

const commands = { constraint: { constraint: 'throughput', by: 'ana' }, acceptance: null } as const;
const enables = [anIssue(20, 'activation')];

describe('work that enables the constraint', () => {
  it.each([
    ['an issue off it', { links: linkedTo(anIssue(126, 'throughput')) }],
    ['mixed issues', { links: linkedTo(anIssue(1, 'activation'), anIssue(2, 'operations')) }],
    ['a label off it', { labels: ['bug'] }],
    ['a candidate ahead of its time', { links: linkedTo(aCandidate(1, 'activation', 'expansion')) }],
    ['an incomplete candidate', { links: linkedTo(aCandidate(1, 'activation', null, 'incomplete')) }],
  ] as const)('is on it in spite of %s', (_case, facts) => {
    const resolution = resolved({ ...facts, enables });
    expect(resolution).toMatchObject({ constraint: 'activation', resolvedBy: 'enables' });
  });

  it('is not looked for when the work is on the constraint anyway', () => {
    const links = linkedTo(anIssue(1, 'activation'));
    const resolution = resolved({ links, enables: 'unread' });
    expect(resolution).toMatchObject({ constraint: 'activation', resolvedBy: 'linked-issue' });
    expect(textOf(resolution, 'enables')).toBe('Not looked at: the linked issues answered.');
  });

  it('stays what a maintainer commanded', () => {
    expect(resolved({ commands, enables }).resolvedBy).toBe('command');
  });

  it.each([
    [
      'closed',
      [anIssue(20, 'activation', { state: 'closed' })],
      'It enables #20, but no open issue that serves Activation.',
    ],
    [
      'off the constraint',
      [anIssue(20, 'adoption')],
      'It enables #20, but no open issue that serves Activation.',
    ],
    ['unreadable', 'unreadable', 'Which issues it enables could not be read.'],
  ] as const)('needs an open issue on the constraint: %s is skipped', (_case, enables, sentence) => {
    const resolution = resolved({ enables });
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'enables')).toBe(sentence);
  });

  it('is asked for, and the parents of what it enables', () => {
    expect(resolveConstraint(aPullRequest({ enables: 'unread' }), policy)).toEqual({
      needs: { fact: 'enables' },
    });
    const enables = [anIssue(20, null, { parent: 'unread' })];
    expect(resolveConstraint(aPullRequest({ enables }), policy)).toEqual({
      needs: { fact: 'parents', issues: [20] },
    });
  });
});
