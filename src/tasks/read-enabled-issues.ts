import { readReferences } from '../core/closing-keywords.ts';
import type { LinkedIssue, Links } from '../core/drift/facts.ts';
import type { Policy } from '../core/policy.ts';
import type { PullRequest } from './ports/pull-requests.ts';
import { type LinkedIssueWorld, toLinkedIssue } from './read-linked-issues.ts';

/** Whether it is worth asking what a pull request enables: it names something, or what it links may block. */
export function mayEnable({ body, repository }: PullRequest, { issues }: Links): boolean {
  return readReferences(body, repository).enables.length > 0 || issues.length > 0;
}

/** The issues it names by `Enables #n`, and the open ones that its linked issues block. */
export async function readEnabled(
  world: LinkedIssueWorld,
  { body, repository }: PullRequest,
  { issues }: Links,
  policy: Policy,
): Promise<readonly LinkedIssue[]> {
  const named = readReferences(body, repository).enables.filter(
    (one) => one.repository.toLowerCase() === repository.toLowerCase(),
  );
  const readings = [
    ...(await Promise.all(named.map(({ number }) => world.readLinkedIssue(number)))),
    ...(await Promise.all(issues.map(({ number }) => world.readBlockedIssues(number)))).flat(),
  ];
  const found = readings.filter((reading) => reading !== null);
  return Promise.all(found.map((reading) => toLinkedIssue(world, reading, policy)));
}
