import type { Answers, CandidateField } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Permission } from '../permission.ts';
import type { Policy } from '../policy.ts';
import type { CommandReading } from './read-commands.ts';

/** One comment on an issue, read. Chokepoint's own comments are left out by whoever reads them. */
export interface CommandComment {
  readonly id: number;
  /** A login without `@`. */
  readonly author: string;
  /** When it was written, an instant; an edited comment keeps its place. */
  readonly at: string;
  /** When its text was changed last. */
  readonly editedAt: string;
  readonly reading: CommandReading;
}

/** A change of an issue's body. */
export interface Edit {
  /** A login; `ghost` where GitHub does not tell. */
  readonly by: string;
  /** An instant. */
  readonly at: string;
}

/** All that is known of an issue when its commands are judged. The comments are the record, nothing else is. */
export interface CandidateRecord {
  readonly author: string;
  /** What the body says. */
  readonly answers: Answers;
  /** The last change of the body; `null` where there was none, or where it makes no difference. */
  readonly lastEdit: Edit | null;
  /** Fields that the body gives in more than one way (`FORM_AMBIGUOUS`). */
  readonly ambiguous: readonly CandidateField[];
  /** In the order they were written. */
  readonly comments: readonly CommandComment[];
  readonly isCandidate: boolean;
  readonly isOpen: boolean;
  readonly isPublic: boolean;
  /** Whether it carries the label `first move`. */
  readonly isFirstMove: boolean;
  readonly primary: Constraint | null;
  readonly whoMayScore: Policy['scoring']['whoMayScore'];
  /** By login in lower case, as GitHub told; a login that is not here may do nothing. */
  readonly permissions: ReadonlyMap<string, Permission>;
}

/**
 * The logins whose permission GitHub has to be asked for before `resolveCandidate`: those who wrote commands that
 * not everyone may use, and on a public repository the author and who edited the body. In lower case, each once, in a
 * stable order.
 */
export function whomToAsk({
  author,
  comments,
  isPublic,
  lastEdit,
}: Pick<CandidateRecord, 'author' | 'comments' | 'isPublic' | 'lastEdit'>): readonly string[] {
  const isOwn = (login: string) => login.toLowerCase() === author.toLowerCase();
  const askers = comments.filter(({ author: by, reading }) =>
    reading.value.some(({ name }) => name !== 'help' && !(name === 'answer' && isOwn(by))),
  );
  const editors = isPublic ? [author, ...(lastEdit === null ? [] : [lastEdit.by])] : [];
  const logins = [...editors, ...askers.map(({ author: by }) => by)];
  return [...new Set(logins.map((login) => login.toLowerCase()))];
}
