import type { CommandComment } from '../core/commands/candidate-record.ts';
import { readCommands } from '../core/commands/read-commands.ts';
import type { Comment } from './ports/issues.ts';

/** A comment as the rules of commands take it, with the commands in it read. */
export function toCommandComment({ id, author, createdAt, updatedAt, body }: Comment): CommandComment {
  return { id, author, at: createdAt, editedAt: updatedAt, reading: readCommands(body) };
}
