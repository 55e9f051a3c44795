import { z } from 'zod';
import type { Client } from './client.ts';

const query = `
query LinkedPullRequests($owner: String!, $name: String!, $number: Int!) {
  repository(owner: $owner, name: $name) {
    issue(number: $number) {
      closedByPullRequestsReferences(first: 50, includeClosedPrs: false) {
        nodes { number repository { nameWithOwner } }
      }
    }
  }
}`;

const answerSchema = z.object({
  repository: z.object({
    issue: z.object({
      closedByPullRequestsReferences: z
        .object({
          nodes: z.array(z.object({ number: z.int(), repository: z.object({ nameWithOwner: z.string() }) })),
        })
        .nullable(),
    }),
  }),
});

/** The open pull requests of this repository that close an issue, in one request; the first 50 of them. */
export async function listLinkedPullRequests(
  client: Client,
  repository: string,
  issue: number,
): Promise<readonly number[]> {
  const [owner = '', name = ''] = repository.split('/');
  const answer = answerSchema.parse(await client.graphql(query, { owner, name, number: issue }));
  const linked = answer.repository.issue.closedByPullRequestsReferences?.nodes ?? [];
  return linked
    .filter((one) => one.repository.nameWithOwner.toLowerCase() === repository.toLowerCase())
    .map(({ number }) => number);
}
