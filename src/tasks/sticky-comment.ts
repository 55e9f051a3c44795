import { type Account, isOwn } from '../core/account.ts';
import { ownCommentStart } from '../render/own-comment-start.ts';
import type { Change } from './change.ts';
import { isSameText } from './is-same-text.ts';
import type { Comment } from './ports/issues.ts';

/** Our comment here: by its hidden marker and its author, since anybody can copy a marker. */
export function findOwnComment(
  comments: readonly Comment[],
  marker: string,
  account: Account,
): Comment | null {
  return comments.find((comment) => isOwn(comment, account) && comment.body.includes(marker)) ?? null;
}

/** Posts or edits the one comment; nothing where it would not change. */
export function planComment(
  number: number,
  existing: Comment | null,
  marker: string,
  body: string,
): readonly Change[] {
  if (existing === null) return [{ kind: 'post-comment', number, marker, body }];
  if (isSameText(existing.body, body)) return [];
  return [{ kind: 'edit-comment', commentId: existing.id, body }];
}

/** The comments but Chokepoint's own. */
export function writtenByPeople(comments: readonly Comment[], account: Account): readonly Comment[] {
  return comments.filter((comment) => !isOwnAnswer(comment, account));
}

/**
 * Whether Chokepoint wrote it. At a terminal the token's owner is a person: what they wrote by hand counts as
 * anybody's, so an own comment is one with our marker.
 */
export function isOwnAnswer(comment: Comment, ...accounts: readonly Account[]): boolean {
  const isMarked = comment.body.split('\n').some((line) => line.startsWith(ownCommentStart));
  return isMarked && isOwn(comment, ...accounts);
}
