import type { Change } from '../tasks/change.ts';
import type { IssueLists } from '../tasks/ports/issue-lists.ts';
import type { Comment, Issue } from '../tasks/ports/issues.ts';
import type { Written } from '../tasks/ports/writer.ts';
import type { RepositoryReader } from './read-repository.ts';

export type MarkReader = RepositoryReader & IssueLists;

/** What a broken POST made all the same, found by its marker and its author; `null` where there is none. */
export async function findMade(reader: MarkReader, change: Change): Promise<Written | null> {
  if (change.kind === 'post-comment') {
    const { marker, number } = change;
    return findOwn(reader, marker, await reader.readComments(number), ({ id }) => id);
  }
  if (change.kind !== 'open-issue') return null;
  const { marker, labels } = change.issue;
  return findOwn(reader, marker, await reader.listIssues({ state: 'open', labels }), ({ number }) => number);
}

async function findOwn<Found extends Comment | Issue>(
  reader: RepositoryReader,
  marker: string,
  candidates: readonly Found[],
  numberOf: (one: Found) => number,
): Promise<Written | null> {
  const account = await reader.account();
  const isOwn = ({ author, authorId }: Found) =>
    account.id === null ? author === account.login : authorId === account.id;
  const own = candidates.find((one) => isOwn(one) && one.body.includes(marker));
  return own === undefined ? null : { url: null, number: numberOf(own) };
}
