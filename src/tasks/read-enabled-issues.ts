import { type Reference, readReferences } from '../core/closing-keywords.ts';
import type { Links, ServingIssue } from '../core/drift/facts.ts';
import { linkedAtMost } from '../core/drift/select-links.ts';
import type { PullRequest, PullRequests } from './ports/pull-requests.ts';

/** Whether it is worth asking what a pull request enables: it names something, or what it links may block. */
export function mayEnable(pullRequest: PullRequest, { issues }: Links): boolean {
  return namedBy(pullRequest).length > 0 || issues.length > 0;
}

/** How many it names by `Enables #n` beyond those that are looked at. */
export function moreEnabledBy(pullRequest: PullRequest): number {
  return Math.max(0, namedBy(pullRequest).length - linkedAtMost);
}

/** The issues it names by `Enables #n`, and the open ones that its linked issues block. */
export async function readEnabled(
  world: Pick<PullRequests, 'readLinkedIssue' | 'readBlockedIssues'>,
  pullRequest: PullRequest,
  { issues }: Links,
): Promise<readonly ServingIssue[]> {
  const named = namedBy(pullRequest).slice(0, linkedAtMost);
  const readings = [
    ...(await Promise.all(named.map(({ number }) => world.readLinkedIssue(number)))),
    ...(await Promise.all(issues.map(({ number }) => world.readBlockedIssues(number)))).flat(),
  ];
  return readings.filter((reading) => reading !== null);
}

function namedBy({ body, repository }: PullRequest): readonly Reference[] {
  return readReferences(body, repository).enables.filter(
    (one) => one.repository.toLowerCase() === repository.toLowerCase(),
  );
}
