import type { Reference, References } from '../core/closing-keywords.ts';
import type { Links, ServingIssue } from '../core/drift/facts.ts';
import { issuesLookedAt } from '../core/drift/select-links.ts';
import { isSameRepository } from '../core/repository.ts';
import type { PullRequests } from './ports/pull-requests.ts';

/** The issues of `repository` that a description names by `Enables #n`. */
export function enabledBy({ enables }: References, repository: string): readonly Reference[] {
  return enables.filter((one) => isSameRepository(one.repository, repository));
}

/**
 * The first of the issues that a pull request names by `Enables #n`, and the open ones that its linked issues block;
 * each once.
 */
export async function readEnabled(
  world: Pick<PullRequests, 'readLinkedIssue' | 'readBlockedIssues'>,
  enabled: readonly Reference[],
  { issues }: Links,
): Promise<readonly ServingIssue[]> {
  const named = enabled.slice(0, issuesLookedAt);
  const readings = [
    ...(await Promise.all(named.map(({ number }) => world.readLinkedIssue(number)))),
    ...(await Promise.all(issues.map(({ number }) => world.readBlockedIssues(number)))).flat(),
  ];
  const found = readings.filter((reading) => reading !== null);
  return [...new Map(found.map((issue) => [issue.number, issue])).values()];
}
