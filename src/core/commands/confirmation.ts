import { isTriager } from '../permission.ts';
import { toMoment } from '../scoring/moment.ts';
import type { Confirmation } from '../scoring/score-candidate.ts';
import type { CandidateRecord, CommandComment } from './candidate-record.ts';
import { permissionOf } from './check-command.ts';
import type { Command, CommandName } from './command.ts';

/** A command that was accepted. */
export interface AcceptedCommand {
  readonly command: Command;
  readonly comment: CommandComment;
}

const confirming: readonly CommandName[] = ['confirm', 'score', 'settle'];

/** What says something else of a candidate than its form. */
const changes: readonly CommandName[] = ['answer', 'score'];

/** Whether a comment holds what confirms a candidate, if its author may. */
export function mayConfirm({ reading }: CommandComment): boolean {
  return reading.value.some(({ name }) => confirming.includes(name));
}

/**
 * Whether someone of the team stands behind a candidate as it is now: not where somebody else changed what it says
 * since then (docs/scoring.md, "Confirmed or not").
 */
export function confirmationOf(record: CandidateRecord, accepted: readonly AcceptedCommand[]): Confirmation {
  const isOfTheTeam = (login: string) => isTriager(permissionOf(login, record));
  if (!record.isPublic || isOfTheTeam(record.author)) return 'confirmed';
  const { lastEdit, comments } = record;
  const changing = comments.filter((comment) => {
    const isChanging = accepted.some((one) => one.comment === comment && changes.includes(one.command.name));
    // What was written in it before may have counted until then.
    return isChanging || comment.editedAt !== comment.at;
  });
  const changed = [
    ...(lastEdit === null ? [] : [lastEdit]),
    ...changing.map(({ author, editedAt }) => ({ by: author, at: editedAt })),
  ].filter(({ by }) => !isOfTheTeam(by));
  const isConfirmed = accepted.some(({ command, comment: { author, at } }) => {
    const isTheirs = confirming.includes(command.name) && isOfTheTeam(author);
    return isTheirs && changed.every((change) => toMoment(change.at) < toMoment(at));
  });
  return isConfirmed ? 'confirmed' : 'unconfirmed';
}
