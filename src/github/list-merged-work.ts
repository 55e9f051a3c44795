import { z } from 'zod';
import type { MergedWork } from '../core/audit/merged-work.ts';
import type { MergedWorkList } from '../tasks/ports/merged-work.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { type Here, toHere } from './here.ts';
import { toLogin } from './issue-fields.ts';
import { pageSize } from './pages.ts';

/** A hundred merges a request, each with all that may say what it served. */
const mergedWorkQuery = `
query MergedWork($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequests(states: [MERGED], first: 100, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title updatedAt mergedAt
        author { __typename login }
        labels(first: 50) { nodes { name } }
        files(first: 100) { pageInfo { hasNextPage } nodes { path } }
        closingIssuesReferences(first: 5) { nodes { labels(first: 50) { nodes { name } } } }
      }
    }
  }
}`;

const names = z
  .object({ nodes: z.array(z.object({ name: z.string() })) })
  .nullable()
  .transform((labels) => labels?.nodes.map(({ name }) => name) ?? []);

const mergedSchema = z.object({
  number: z.int(),
  title: z.string(),
  updatedAt: z.string(),
  mergedAt: z.string(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
  labels: names,
  files: z
    .object({
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: z.array(z.object({ path: z.string() })),
    })
    .nullable(),
  closingIssuesReferences: z.object({ nodes: z.array(z.object({ labels: names })) }).nullable(),
});

const answerSchema = z.object({
  repository: z.object({
    pullRequests: z.object({
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      nodes: z.array(mergedSchema),
    }),
  }),
});

const closedSchema = z.array(
  z.object({
    number: z.int(),
    title: z.string(),
    updated_at: z.string(),
    merged_at: z.string().nullable(),
    user: z.object({ login: z.string() }).nullable(),
    labels: z.array(z.object({ name: z.string() })),
  }),
);

/**
 * Lists what was merged into `owner/repo`, a request for a hundred merges. `isGuest`: without a token, by which GraphQL
 * does not answer; REST then tells labels and titles only.
 */
export function listMergedWork(client: Client, repository: string, isGuest: boolean): MergedWorkList {
  const { owner, repo: name } = toHere(repository);
  return {
    tellsFiles: !isGuest,
    listMergedWork: (since) =>
      isGuest
        ? listByRest(client, { owner, repo: name }, since)
        : listByGraphql(client, { owner, name }, since),
  };
}

/** Whatever was merged in the window was updated in it, so the list ends with the first older update. */
async function listByGraphql(
  client: Client,
  here: { readonly owner: string; readonly name: string },
  since: string,
): Promise<readonly MergedWork[]> {
  const found: MergedWork[] = [];
  for (let after: string | null = null; ; ) {
    const answer = await askGraphql(client, mergedWorkQuery, { ...here, after });
    const { pullRequests } = answerSchema.parse(answer).repository;
    const fresh = pullRequests.nodes.filter(({ updatedAt }) => isIn(updatedAt, since));
    found.push(...fresh.filter(({ mergedAt }) => isIn(mergedAt, since)).map(toMergedWork));
    after = pullRequests.pageInfo.endCursor;
    if (!pullRequests.pageInfo.hasNextPage || fresh.length < pullRequests.nodes.length) return found;
  }
}

function toMergedWork(node: z.infer<typeof mergedSchema>): MergedWork {
  const { number, title, author, mergedAt, labels, files, closingIssuesReferences } = node;
  return {
    number,
    title,
    author: toLogin(author),
    mergedAt,
    labels,
    issueLabels: closingIssuesReferences?.nodes.flatMap((issue) => issue.labels) ?? [],
    files: files === null || files.pageInfo.hasNextPage ? null : files.nodes.map(({ path }) => path),
  };
}

async function listByRest(client: Client, here: Here, since: string): Promise<readonly MergedWork[]> {
  const found: MergedWork[] = [];
  for (let page = 1; ; page += 1) {
    const { data } = await client.request('GET /repos/{owner}/{repo}/pulls', {
      ...here,
      state: 'closed',
      sort: 'updated',
      direction: 'desc',
      per_page: pageSize,
      page,
    });
    const closed = closedSchema.parse(data);
    const fresh = closed.filter((pull) => isIn(pull.updated_at, since));
    found.push(...fresh.flatMap((pull) => toMergedWorkByRest(pull, since)));
    if (closed.length < pageSize || fresh.length < closed.length) return found;
  }
}

function toMergedWorkByRest(
  pull: z.infer<typeof closedSchema>[number],
  since: string,
): readonly MergedWork[] {
  const { number, title, merged_at: mergedAt, user, labels } = pull;
  if (mergedAt === null || !isIn(mergedAt, since)) return [];
  const own = labels.map(({ name }) => name);
  return [
    { number, title, author: user?.login ?? 'ghost', mergedAt, labels: own, issueLabels: [], files: null },
  ];
}

function isIn(instant: string, since: string): boolean {
  return Date.parse(instant) >= Date.parse(since);
}
