import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/core/policy.ts';
import { readJudged } from '../../src/tasks/read-judged.ts';
import { bot, commentBy, createFakeRepository } from './fake-repository.ts';

const candidate = { labels: ['candidate'] };
const never = async () => {
  throw new Error('Nothing asks for this.');
};

describe('a candidate that is judged by itself', () => {
  it('asks for neither comments nor account where nobody commented', async () => {
    const world = { ...createFakeRepository({ issue: candidate }), readComments: never, account: never };
    const { scored } = await readJudged(world, world.issue, defaultPolicy);
    expect(scored.verdict).toBe('incomplete');
  });

  it('T7: hears people and copies of our marker, never our own comments', async () => {
    const world = createFakeRepository({ issue: { ...candidate, commentCount: 3 } });
    const ours = '<!-- chokepoint:candidate acme/app#1 -->\n\n/score';
    world.comments.push(commentBy(bot.login, bot.id, ours, 90));
    const [plain, copied] = [world.say('rea', '/score'), world.say('mallory', ours)];
    const { state } = await readJudged(world, world.issue, defaultPolicy);
    expect(state.outcomes.map(({ commentId }) => commentId)).toEqual([plain, copied]);
  });
});
