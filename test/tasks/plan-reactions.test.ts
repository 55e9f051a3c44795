import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../src/core/commands/candidate-state.ts';
import { planReactions } from '../../src/tasks/plan-reactions.ts';
import { bot, createFakeRepository } from './fake-repository.ts';

const own = { author: bot.login, authorId: bot.id };
const other = { author: 'rea', authorId: 103 };

function outcome(commentId: number, isRefused: boolean): CommandOutcome {
  const problem = isRefused ? { code: 'COMMAND_NOT_ALLOWED', message: 'No.', fix: 'Ask.' } : null;
  return { by: 'tia', at: '2026-01-01T00:00:00Z', commentId, command: 'score', problem };
}

interface Given {
  readonly author: string;
  readonly authorId: number;
  readonly content: string;
}

async function planned(given: readonly Given[], refused: readonly boolean[]) {
  const world = createFakeRepository();
  const id = world.say('tia', '/score 3 3 3 3');
  world.reactions.set(
    id,
    given.map((reaction, at) => ({ ...reaction, id: 50 + at })),
  );
  let looks = 0;
  const watched = {
    ...world,
    readReactions: (commentId: number) => {
      looks += 1;
      return world.readReactions(commentId);
    },
  };
  const outcomes = refused.map((isRefused) => outcome(id, isRefused));
  const changes = await planReactions(watched, await world.readComments(1), outcomes);
  return { looks, changes: changes.map((change) => ('content' in change ? change.content : change)) };
}

describe('planReactions', () => {
  it.each([
    ['nothing for a comment without commands', [], [], []],
    ['👍 where all were taken', [], [false, false], ['+1']],
    ['👎 where one was refused', [], [false, true], ['-1']],
    ['nothing where it is there already', [{ ...own, content: '+1' }], [false], []],
  ])('plans %s, without asking whose the reactions are', async (_name, given, refused, expected) => {
    expect(await planned(given, refused)).toEqual({ looks: 0, changes: expected });
  });

  it('turns our 👎 into a 👍', async () => {
    const { changes } = await planned([{ ...own, content: '-1' }], [false]);
    expect(changes).toEqual([{ kind: 'remove-reaction', commentId: 1, reactionId: 50 }, '+1']);
  });

  it('takes only our own away', async () => {
    const given = [
      { ...other, content: '-1' },
      { ...own, content: '-1' },
      { ...own, content: '+1' },
      { ...own, content: 'heart' },
    ];
    const { changes } = await planned(given, [false]);
    expect(changes).toEqual([{ kind: 'remove-reaction', commentId: 1, reactionId: 51 }]);
  });
});
