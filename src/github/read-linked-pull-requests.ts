import { z } from 'zod';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
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

const refusalSchema = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).min(1),
});

/**
 * The open pull requests of this repository that close or mention an issue (`Part of #12`, `Refs #12`, or a base that
 * is not the default branch), in one request: the first 50 that close it, and those among its last 100 mentions.
 */
export async function listLinkedPullRequests(
  client: Client,
  repository: string,
  issue: number,
): Promise<readonly number[]> {
  const { owner, repo: name } = toHere(repository);
  const answer = answerSchema.parse(await ask(client, { owner, name, number: issue }));
  const { issue: found } = answer.repository;
  const mentioning = (found?.timelineItems.nodes ?? []).flatMap(({ source }) =>
    'state' in source && source.state === 'OPEN' ? [source] : [],
  );
  const here = [...(found?.closedByPullRequestsReferences?.nodes ?? []), ...mentioning]
    .filter((one) => one.repository.nameWithOwner.toLowerCase() === repository.toLowerCase())
    .map(({ number }) => number);
  return [...new Set(here)];
}

/** GraphQL refuses with status 200; an issue that is gone links nothing. */
async function ask(client: Client, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
  try {
    return await client.graphql(query, variables);
  } catch (error) {
    if (error instanceof GitHubFault) throw error;
    const refusal = refusalSchema.safeParse(error);
    if (!refusal.success) throw error;
    if (refusal.data.errors.every(({ type }) => type === 'NOT_FOUND')) return { repository: { issue: null } };
    const found = refusal.data.errors.map(({ message }) => message).join(' ');
    const message = 'The pull requests linked to the issue could not be read.';
    const fix = 'Check that the token may read pull requests; their own next event checks them again.';
    throw new GitHubFault({ code: 'GITHUB_REFUSED', message, found, fix }, 'never');
  }
}
