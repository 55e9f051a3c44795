import { z } from 'zod';
import { issuesLookedAt } from '../core/drift/select-links.ts';
import { commentFields, commentsSchema } from './issue-fields.ts';
import { settingsFields, settingsSchema } from './keep-settings.ts';

const linkedIssueFields = `
  number title body state createdAt
  author { __typename login }
  repository { nameWithOwner }
  labels(first: 100) { nodes { name } }
  parent { number repository { nameWithOwner } labels(first: 100) { nodes { name } } }`;

const pullRequestFields = `
  number title body state isDraft createdAt mergedAt headRefOid changedFiles
  author { __typename login }
  mergedBy { __typename login }
  labels(first: 100) { nodes { name } }
  milestone { number title }`;

/** One pull request with its closing relation, its files and our check run: all a check needs in one request. */
export const pullRequestQuery = `
query PullRequest($owner: String!, $name: String!, $number: Int!) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    ${settingsFields}
    pullRequest(number: $number) {
      ${pullRequestFields}
      comments { totalCount }
      closingIssuesReferences(first: 50) { nodes { ${linkedIssueFields} comments { totalCount } } }
      files(first: 100) { pageInfo { hasNextPage } nodes { path } }
      commits(last: 1) { nodes { commit {
        checkSuites(first: 20, filterBy: { checkName: "Chokepoint" }) { nodes {
          app { slug }
          checkRuns(first: 10, filterBy: { checkName: "Chokepoint" }) { nodes {
            permalink conclusion title summary text
          } }
        } }
      } } }
    }
  }
}`;

const written = (most: number) =>
  `comments(first: ${most}) { totalCount pageInfo { hasNextPage } nodes { ${commentFields} } }`;

/**
 * Pull requests of one state, the last updated first, with what a check of each may ask for: two such lists come to
 * half of the 500,000 nodes of one query. `tellsBlocking` asks how many open issues a linked one blocks, which older
 * servers do not know.
 */
function listed(states: string, after: string, tellsBlocking: boolean): string {
  const blocking = tellsBlocking ? 'issueDependenciesSummary { blocking }' : '';
  return `pullRequests(states: ${states}, first: 50, after: ${after}, orderBy: { field: UPDATED_AT, direction: DESC }) {
    pageInfo { hasNextPage endCursor }
    nodes {
      updatedAt ${pullRequestFields}
      ${written(50)}
      files(first: 100) { pageInfo { hasNextPage } nodes { path } }
      closingIssuesReferences(first: ${issuesLookedAt}) { nodes { ${linkedIssueFields} ${blocking} ${written(30)} } }
    }
  }`;
}

export function pullRequestsQuery(tellsBlocking: boolean): string {
  return `query PullRequests($owner: String!, $name: String!, $states: [PullRequestState!], $after: String) {
    repository(owner: $owner, name: $name) { ${listed('$states', '$after', tellsBlocking)} }
  }`;
}

/** The first page of those that were merged and of those that are open. */
export function recentPullRequestsQuery(tellsBlocking: boolean): string {
  return `query RecentPullRequests($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) {
      merged: ${listed('MERGED', 'null', tellsBlocking)}
      open: ${listed('OPEN', 'null', tellsBlocking)}
    }
  }`;
}

/** Who owns the token. */
export const viewerQuery = 'query Viewer { viewer { login databaseId } }';

const actor = z.object({ __typename: z.string(), login: z.string() }).nullable();
const labels = z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable();
const repository = z.object({ nameWithOwner: z.string() });

export const linkedIssueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  createdAt: z.string(),
  author: actor,
  repository,
  labels,
  comments: z.object({ totalCount: z.int() }),
  parent: z.object({ number: z.int(), repository, labels }).nullable(),
  issueDependenciesSummary: z.object({ blocking: z.int() }).optional(),
});

export const pullRequestSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED', 'MERGED']),
  isDraft: z.boolean(),
  createdAt: z.string(),
  mergedAt: z.string().nullable(),
  headRefOid: z.string(),
  changedFiles: z.int(),
  author: actor,
  mergedBy: actor,
  comments: z.object({ totalCount: z.int() }),
  labels,
  milestone: z.object({ number: z.int(), title: z.string() }).nullable(),
  closingIssuesReferences: z.object({ nodes: z.array(linkedIssueSchema) }).nullable(),
});

const checkRunSchema = z.object({
  // Ids of check runs have outgrown GraphQL's Int, which `databaseId` is; the address holds the whole number.
  permalink: z
    .string()
    .transform((address) => Number(/\/runs\/(\d+)/.exec(address)?.[1]))
    .pipe(z.int()),
  conclusion: z.string().nullable(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  text: z.string().nullable(),
});

export const viewerSchema = z.object({
  viewer: z.object({ login: z.string(), databaseId: z.int().nullable() }),
});

const filesSchema = z
  .object({
    pageInfo: z.object({ hasNextPage: z.boolean() }),
    nodes: z.array(z.object({ path: z.string() })),
  })
  .nullable();

export const listedPullRequestSchema = pullRequestSchema.extend({
  updatedAt: z.string(),
  comments: commentsSchema,
  files: filesSchema,
  closingIssuesReferences: z
    .object({ nodes: z.array(linkedIssueSchema.extend({ comments: commentsSchema })) })
    .nullable(),
});

export const pullRequestAnswerSchema = viewerSchema.extend({
  repository: settingsSchema.extend({
    pullRequest: pullRequestSchema
      .extend({
        files: filesSchema,
        commits: z.object({
          nodes: z.array(
            z.object({
              commit: z.object({
                checkSuites: z
                  .object({
                    nodes: z.array(
                      z.object({
                        app: z.object({ slug: z.string() }).nullable(),
                        checkRuns: z.object({ nodes: z.array(checkRunSchema) }).nullable(),
                      }),
                    ),
                  })
                  .nullable(),
              }),
            }),
          ),
        }),
      })
      .nullable(),
  }),
});

const listSchema = z.object({
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(listedPullRequestSchema),
});

export type PullRequestPage = z.infer<typeof listSchema>;

export const pullRequestsAnswerSchema = z.object({ repository: z.object({ pullRequests: listSchema }) });

export const recentPullRequestsAnswerSchema = z.object({
  repository: z.object({ merged: listSchema, open: listSchema }),
});
