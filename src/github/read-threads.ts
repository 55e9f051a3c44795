import { z } from 'zod';
import type { Threads } from '../tasks/ports/issue-lists.ts';
import type { Issues, Thread } from '../tasks/ports/issues.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { toHere } from './here.ts';
import {
  commentFields,
  commentsSchema,
  issueFields,
  issueSchema,
  toComment,
  toIssue,
} from './issue-fields.ts';
import { editFields, editSchema, type KnownEdits, toEdit } from './known-edits.ts';

/** An issue with its comments. */
export const threadFields = `
  ${issueFields} ${editFields}
  comments(first: 100) { totalCount pageInfo { hasNextPage } nodes { ${commentFields} } }`;

export const threadSchema = issueSchema.extend({ comments: commentsSchema, ...editSchema.shape });

const query = `
query Threads($owner: String!, $name: String!, $label: String!, $most: Int!) {
  repository(owner: $owner, name: $name) {
    issues(labels: [$label], first: $most, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { ${threadFields} }
    }
  }
}`;

const answerSchema = z.object({
  repository: z.object({
    issues: z.object({ nodes: z.array(threadSchema) }),
  }),
});

/** Reads issues of one repository, `owner/repo`, with their comments, in one request; long threads take more. */
export function createThreadReader(
  client: Client,
  repository: string,
  { readComments }: Pick<Issues, 'readComments'>,
  knownEdits: KnownEdits,
): Threads {
  const { owner, repo: name } = toHere(repository);
  return {
    async listThreads(label, most) {
      const answer = await askGraphql(client, query, { owner, name, label, most });
      const { nodes } = answerSchema.parse(answer).repository.issues;
      return Promise.all(nodes.map((node) => toThread(repository, node, readComments, knownEdits)));
    },
  };
}

/** The thread, whose comments are asked for where not all of them came along. */
export async function toThread(
  repository: string,
  { comments, ...issue }: z.infer<typeof threadSchema>,
  readComments: Issues['readComments'],
  knownEdits: KnownEdits,
): Promise<Thread> {
  knownEdits.set(issue.number, toEdit(issue));
  return {
    issue: toIssue(repository, issue, comments.totalCount),
    comments: comments.pageInfo.hasNextPage
      ? await readComments(issue.number)
      : comments.nodes.map(toComment),
  };
}
