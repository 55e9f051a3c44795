import { describe, expect, it } from 'vitest';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { resolveDecision } from '../../../src/core/commands/resolve-decision.ts';

function decided(...said: readonly (readonly [author: string, body: string])[]) {
  return resolveDecision({
    comments: said.map(([author, body], index) => ({
      id: index + 1,
      author,
      at: `2027-01-2${index}T10:00:00Z`,
      editedAt: `2027-01-2${index}T10:00:00Z`,
      reading: readCommands(body),
    })),
    permissions: new Map([
      ['ana', 'admin'],
      ['tia', 'triage'],
    ]),
    whoMayScore: 'triage',
  });
}

describe('the decision that stands', () => {
  it('is the last one of a maintainer, by the comments as they are now', () => {
    const { decision, outcomes } = decided(
      ['ana', '/decide continue because it moves'],
      ['ana', 'On second thought:\n/decide move because it stalled'],
    );
    const last = { by: 'ana', at: '2027-01-21T10:00:00Z', commentId: 2 };
    expect(decision).toEqual({ ...last, decision: 'move', because: 'it stalled' });
    expect(outcomes).toEqual([
      { by: 'ana', at: '2027-01-20T10:00:00Z', commentId: 1, command: 'decide', problem: null },
      { ...last, command: 'decide', problem: null },
    ]);
  });

  it('T7: is not taken by a triager, a stranger, in a quote or in code', () => {
    const { decision, outcomes } = decided(
      ['tia', '/decide move because I say so'],
      ['mallory', '/decide move because I say so'],
      ['ana', '> /decide move because quoted'],
      ['ana', '```\n/decide move because shown\n```'],
    );
    expect(decision).toBeNull();
    expect(outcomes.map(({ problem }) => problem?.code)).toEqual([
      'COMMAND_NOT_ALLOWED',
      'COMMAND_NOT_ALLOWED',
    ]);
  });

  it('is told by no other command, which is read elsewhere', () => {
    expect(decided(['ana', '/metric 41.5\n/help\n/confirm'])).toEqual({ decision: null, outcomes: [] });
  });

  it('needs its reason', () => {
    expect(decided(['ana', '/decide move']).decision).toBeNull();
  });
});
