import { isOwn } from '../core/account.ts';
import type { CommandOutcome } from '../core/commands/candidate-state.ts';
import type { Change, Reaction } from './change.ts';
import type { Comment, Reactions } from './ports/issues.ts';
import type { People } from './ports/people.ts';

/**
 * 👍 for a comment whose commands were all taken, 👎 where one was refused. Whose reactions they are is only
 * asked where the other one stands there: it may be ours from before the comment or a permission changed.
 */
export async function planReactions(
  world: Reactions & Pick<People, 'account'>,
  comments: readonly Comment[],
  outcomes: readonly CommandOutcome[],
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const comment of comments) {
    const here = outcomes.filter(({ commentId }) => commentId === comment.id);
    if (here.length === 0) continue;
    const isRefused = here.some(({ problem }) => problem !== null);
    changes.push(...(await planReaction(world, comment, isRefused ? '-1' : '+1')));
  }
  return changes;
}

async function planReaction(
  world: Reactions & Pick<People, 'account'>,
  { id: commentId, reactions }: Comment,
  content: Reaction,
): Promise<readonly Change[]> {
  const [wanted, other] = content === '+1' ? [reactions.up, reactions.down] : [reactions.down, reactions.up];
  const give = { kind: 'react' as const, commentId, content };
  if (other === 0) return wanted > 0 ? [] : [give];
  const account = await world.account();
  const own = (await world.readReactions(commentId)).filter((reaction) => isOwn(reaction, account));
  const outdated = own.filter((reaction) => reaction.content === (content === '+1' ? '-1' : '+1'));
  return [
    ...outdated.map(({ id }) => ({ kind: 'remove-reaction' as const, commentId, reactionId: id })),
    ...(own.some((reaction) => reaction.content === content) ? [] : [give]),
  ];
}
