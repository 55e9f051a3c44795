import { z } from 'zod';
import type { Comment, Issue } from '../tasks/ports/issues.ts';
import { isDropped } from './to-model.ts';

/** GraphQL's fields of an issue and of its comments, and what they are to us. */

const author = 'author { __typename login ... on User { databaseId } ... on Bot { databaseId } }';

/** The ids of comments have outgrown GraphQL's Int: docs.github.com/graphql/reference/objects#issuecomment */
export const commentFields = `
  fullDatabaseId body createdAt updatedAt ${author}
  reactionGroups { content reactors { totalCount } }`;

export const issueFields = `
  number title body state stateReason createdAt updatedAt closedAt locked ${author}
  labels(first: 100) { nodes { name } }
  milestone { number }
  parent { number }`;

const actorSchema = z
  .object({ __typename: z.string(), login: z.string(), databaseId: z.int().nullish() })
  .nullable();

export const commentSchema = z.object({
  fullDatabaseId: z.coerce.number().int(),
  body: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  author: actorSchema,
  reactionGroups: z
    .array(z.object({ content: z.string(), reactors: z.object({ totalCount: z.int() }) }))
    .nullable(),
});

export const commentsSchema = z.object({
  totalCount: z.int(),
  pageInfo: z.object({ hasNextPage: z.boolean() }),
  nodes: z.array(commentSchema),
});

export const issueSchema = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string(),
  state: z.enum(['OPEN', 'CLOSED']),
  createdAt: z.string(),
  updatedAt: z.string(),
  stateReason: z.string().nullable(),
  closedAt: z.string().nullable(),
  locked: z.boolean(),
  author: actorSchema,
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
  milestone: z.object({ number: z.int() }).nullable(),
  parent: z.object({ number: z.int() }).nullable(),
});

/** GraphQL leaves the `[bot]` out of a bot's login; REST and config have it. */
export function toLogin(actor: { readonly __typename: string; readonly login: string } | null): string {
  if (actor === null) return 'ghost';
  return actor.__typename === 'Bot' && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login;
}

export function toComment(comment: z.infer<typeof commentSchema>): Comment {
  const count = (content: string) =>
    comment.reactionGroups?.find((group) => group.content === content)?.reactors.totalCount ?? 0;
  return {
    id: comment.fullDatabaseId,
    author: toLogin(comment.author),
    authorId: comment.author?.databaseId ?? 0,
    body: comment.body,
    createdAt: comment.createdAt,
    updatedAt: comment.updatedAt,
    reactions: { up: count('THUMBS_UP'), down: count('THUMBS_DOWN') },
  };
}

export function toIssue(repository: string, issue: z.infer<typeof issueSchema>, commentCount: number): Issue {
  return {
    repository,
    number: issue.number,
    title: issue.title,
    body: issue.body,
    author: toLogin(issue.author),
    authorId: issue.author?.databaseId ?? 0,
    state: issue.state === 'OPEN' ? 'open' : 'closed',
    labels: issue.labels?.nodes.map(({ name }) => name) ?? [],
    createdAt: issue.createdAt,
    updatedAt: issue.updatedAt,
    closedAt: issue.closedAt,
    isDropped: issue.state === 'CLOSED' && isDropped(issue.stateReason),
    commentCount,
    isPullRequest: false,
    isLocked: issue.locked,
    milestone: issue.milestone?.number ?? null,
    hasParent: issue.parent !== null,
    blockingCount: 0,
  };
}
