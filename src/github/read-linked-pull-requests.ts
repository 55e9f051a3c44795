import { z } from 'zod';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { toHere } from './here.ts';

const query = `
query LinkedPullRequests($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      closedByPullRequestsReferences(first: 50, includeClosedPrs: false) {
        nodes { number repository { nameWithOwner } }
      }
      timelineItems(last: 100, itemTypes: [CROSS_REFERENCED_EVENT]) {
        nodes { ... on CrossReferencedEvent { source { ... on PullRequest { number state repository { nameWithOwner } } } } }
      }
    }
  }
}`;

const pullRequest = z.object({ number: z.int(), repository: z.object({ nameWithOwner: z.string() }) });

/** What mentions the issue; an issue that does is an empty source here. */
const crossReference = z.object({
  source: z.union([pullRequest.extend({ state: z.enum(['OPEN', 'CLOSED', 'MERGED']) }), z.object({})]),
});

const answerSchema = z.object({
  repository: z.object({
    issue: z
      .object({
        closedByPullRequestsReferences: z.object({ nodes: z.array(pullRequest) }).nullable(),
        timelineItems: z.object({ nodes: z.array(crossReference) }),
      })
      .nullable(),
  }),
});

/**
 * The open pull requests of this repository that close or mention an issue (`Part of #12`, `Refs #12`, or a base that
 * is not the default branch), in one request: the first 50 that close it, and those among its last 100 mentions. An
 * issue that is gone links none. Rejects with `GitHubFault`.
 */
export async function listLinkedPullRequests(
  client: Client,
  repository: string,
  issue: number,
): Promise<readonly number[]> {
  const { owner, repo: name } = toHere(repository);
  const answer = answerSchema.parse(await askGraphql(client, query, { owner, name, number: issue }));
  const { issue: found } = answer.repository;
  const mentioning = (found?.timelineItems.nodes ?? []).flatMap(({ source }) =>
    'state' in source && source.state === 'OPEN' ? [source] : [],
  );
  const here = [...(found?.closedByPullRequestsReferences?.nodes ?? []), ...mentioning]
    .filter((one) => one.repository.nameWithOwner.toLowerCase() === repository.toLowerCase())
    .map(({ number }) => number);
  return [...new Set(here)];
}
