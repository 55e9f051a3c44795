import { type Account, holdersOf, isOwn } from '../core/account.ts';
import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { isSameRepository } from '../core/repository.ts';
import { readHiddenState, type StateReading } from '../render/summary/hidden-state.ts';
import { readSummaryMarker } from '../render/summary/marker.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Thread } from './ports/issues.ts';
import type { People } from './ports/people.ts';

/** A summary that this writer posted. */
export interface OwnSummary extends Thread {
  /** Its ISO week. */
  readonly week: string;
}

export interface OwnSummaries {
  /** Newest week first; of one week the oldest issue first, an open one before a closed one. */
  readonly summaries: readonly OwnSummary[];
  /** The accounts that hold the duty: the token's own, and those it acts in the place of. */
  readonly accounts: readonly Account[];
}

/** Three months of weekly summaries with their comments: what the readings and the comparison come from. */
export const summariesRead = 16;

/**
 * The newest summaries of a repository, `owner/repo`. Anybody can copy a marker: only issues of the writer's own
 * account count.
 */
export async function readOwnSummaries(
  world: Threads & Pick<People, 'account'>,
  repository: string,
  policy: Policy,
  inPlaceOf: readonly string[],
): Promise<OwnSummaries> {
  const threads = await world.listThreads(labelName('chokepoint: summary', policy.labels), summariesRead);
  if (threads.length === 0) return { summaries: [], accounts: [] };
  const accounts = holdersOf(await world.account(), inPlaceOf);
  const summaries = threads
    .filter(({ issue }) => isOwn(issue, ...accounts))
    .flatMap((thread) => {
      const marker = readSummaryMarker(thread.issue.body);
      return marker === null || !isSameRepository(marker.repository, repository)
        ? []
        : [{ ...thread, week: marker.week }];
    });
  return { summaries: summaries.toSorted(byWeek), accounts };
}

/** What the summary left for the next one. */
export function readStateOf({ issue, week }: OwnSummary, repository: string): StateReading {
  return readHiddenState(issue.body, { repository, week });
}

function byWeek(one: OwnSummary, other: OwnSummary): number {
  if (one.week !== other.week) return one.week < other.week ? 1 : -1;
  const isClosed = ({ issue }: OwnSummary) => Number(issue.state === 'closed');
  return isClosed(one) - isClosed(other) || one.issue.number - other.issue.number;
}
