import { describe, expect, it } from 'vitest';
import {
  nothingTold,
  resolvePullRequestCommands,
  whoCommanded,
} from '../../../src/core/commands/resolve-pull-request.ts';
import { recordWith } from './builders.ts';

const told = (...comments: readonly (readonly [string, string])[]) =>
  resolvePullRequestCommands(recordWith(comments));

describe('the comments of a pull request', () => {
  it('say nothing where nobody commanded', () => {
    expect(told(['mia', 'looks good'])).toEqual(nothingTold);
    expect(nothingTold).toEqual({
      commands: { constraint: null, acceptance: null },
      outcomes: [],
      helpAsked: false,
    });
  });

  it('say the constraint and the acceptance that a maintainer wrote last', () => {
    const { commands, outcomes, helpAsked } = told(
      ['mia', '/constraint adoption\n/accept because of the audit'],
      ['mia', '/constraint reliability\n/accept because of the law\n/help'],
      ['eve', '/constraint throughput\n/accept because of me'],
    );
    expect(commands).toEqual({
      constraint: { constraint: 'reliability', by: 'mia' },
      acceptance: { by: 'mia', because: 'of the law', self: false },
    });
    expect(
      outcomes.map(({ commentId, by, command, problem }) => [commentId, by, command, problem?.code]),
    ).toEqual([
      [1, 'mia', 'constraint', undefined],
      [1, 'mia', 'accept', undefined],
      [2, 'mia', 'constraint', undefined],
      [2, 'mia', 'accept', undefined],
      [2, 'mia', 'help', undefined],
      [3, 'eve', 'constraint', 'COMMAND_NOT_ALLOWED'],
      [3, 'eve', 'accept', 'COMMAND_NOT_ALLOWED'],
    ]);
    expect(outcomes[0]?.at).toBe('2026-11-02T10:00:00Z');
    expect(helpAsked).toBe(true);
  });

  it('tell an acceptance by the author’s own hand, whatever the case of the name', () => {
    const permissions = new Map([['ana', 'write' as const]]);
    const record = recordWith([['ANA', '/accept because of the audit']], { permissions });
    expect(resolvePullRequestCommands(record).commands.acceptance?.self).toBe(true);
  });

  it('are told who may write a command, also to the author', () => {
    expect(told(['ana', '/constraint adoption']).outcomes[0]?.problem).toEqual({
      code: 'COMMAND_NOT_ALLOWED',
      message: '`/constraint` is for a maintainer of this repository.',
      found: 'ana (read)',
      fix: 'Ask a maintainer to write `/constraint reliability`.',
    });
  });

  it('are told of commands that belong elsewhere, and of those that cannot be read, after the others', () => {
    const { commands, outcomes, helpAsked } = told(['mia', '/accept\n/confirm\n/constraint adoption']);
    expect(helpAsked).toBe(false);
    expect(commands.constraint).toEqual({ constraint: 'adoption', by: 'mia' });
    expect(outcomes.map(({ command, problem }) => [command, problem?.code])).toEqual([
      ['confirm', 'COMMAND_MISPLACED'],
      ['constraint', undefined],
      ['accept', 'COMMAND_MALFORMED'],
    ]);
    expect(outcomes.every(({ by, commentId }) => by === 'mia' && commentId === 1)).toBe(true);
  });

  it('ask for help, which anyone may', () => {
    expect(told(['eve', '/help']).helpAsked).toBe(true);
  });
});

describe('GitHub is asked what somebody may do', () => {
  it.each([
    [
      'once for each who wrote what is for maintainers',
      [
        ['Mia', '/accept because x'],
        ['mia', '/constraint adoption'],
        ['tom', '/constraint adoption'],
      ],
      ['mia', 'tom'],
    ],
    ['not for help', [['eve', '/help']], []],
    [
      'not for commands of other places',
      [
        ['mia', '/confirm'],
        ['mia', '/decide move because x'],
      ],
      [],
    ],
    ['not for what cannot be read', [['mia', '/accept']], []],
    ['for one of several commands', [['mia', '/help\n/accept because x']], ['mia']],
  ] as const)('%s', (_, comments, logins) => {
    expect(whoCommanded(recordWith(comments).comments)).toEqual(logins);
  });
});
