import { isOwn } from '../core/account.ts';
import type { Change } from '../tasks/change.ts';
import type { IssueLists } from '../tasks/ports/issue-lists.ts';
import type { Comment, Issue, Issues } from '../tasks/ports/issues.ts';
import type { People } from '../tasks/ports/people.ts';
import type { Written } from '../tasks/ports/writer.ts';

export type MarkReader = Pick<People, 'account'> &
  Pick<Issues, 'readComments'> &
  Pick<IssueLists, 'listIssues'>;

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
  reader: MarkReader,
  marker: string,
  candidates: readonly Found[],
  numberOf: (one: Found) => number,
): Promise<Written | null> {
  const account = await reader.account();
  const own = candidates.find((one) => isOwn(one, account) && one.body.includes(marker));
  return own === undefined ? null : { url: null, number: numberOf(own) };
}
