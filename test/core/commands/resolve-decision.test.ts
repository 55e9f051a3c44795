import { describe, expect, it } from 'vitest';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { resolveDecision } from '../../../src/core/commands/resolve-decision.ts';

function decided(...said: readonly (readonly [author: string, body: string])[]) {
  return resolveDecision({
    comments: said.map(([author, body], index) => ({
      id: index + 1,
      author,
      at: `2027-01-2${index}T10:00:00Z`,
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
    expect(decision).toMatchObject({ decision: 'move', because: 'it stalled', by: 'ana', commentId: 2 });
    expect(outcomes.map(({ problem }) => problem)).toEqual([null, null]);
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

  it('needs its reason', () => {
    expect(decided(['ana', '/decide move']).decision).toBeNull();
  });
});
