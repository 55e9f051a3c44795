import { z } from 'zod';
import type { Comment, IssueIndex, Issues } from '../tasks/ports.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { commentFields, commentsSchema, toComment } from './issue-fields.ts';
import { limits } from './limits.ts';

const countsSchema = z.object({
  repository: z.record(z.string(), z.object({ totalCount: z.int() })),
});

const threadsSchema = z.object({
  repository: z.record(z.string(), z.object({ comments: commentsSchema }).nullable()),
});

/** What takes one request for many issues of one repository, `owner/repo`: an alias for each, through GraphQL. */
export function createIssueIndex(
  client: Client,
  repository: string,
  { readComments }: Pick<Issues, 'readComments'>,
): IssueIndex {
  const [owner = '', name = ''] = repository.split('/');
  return {
    async countOpenIssues(labels) {
      const given = Object.fromEntries(labels.map((label, index) => [`l${index}`, label]));
      const answer = await askGraphql(client, countQuery(labels.length), { owner, name, ...given });
      const { repository: counts } = countsSchema.parse(answer);
      return labels.map((_, index) => counts[`c${index}`]?.totalCount ?? 0);
    },
    async readCommentsOf(numbers) {
      const read = new Map<number, readonly Comment[]>();
      for (let at = 0; at < numbers.length; at += limits.pageSize) {
        const some = numbers.slice(at, at + limits.pageSize);
        const answer = await askGraphql(client, commentQuery(some), { owner, name });
        const { repository: threads } = threadsSchema.parse(answer);
        for (const number of some) {
          const comments = threads[`i${number}`]?.comments;
          const isWhole = comments !== undefined && !comments.pageInfo.hasNextPage;
          read.set(number, isWhole ? comments.nodes.map(toComment) : await readComments(number));
        }
      }
      return read;
    },
  };
}

function countQuery(count: number): string {
  const indices = Array.from({ length: count }, (_, index) => index);
  const parameters = indices.map((index) => `$l${index}: String!`).join(', ');
  const counts = indices.map(
    (index) => `c${index}: issues(states: OPEN, labels: [$l${index}]) { totalCount }`,
  );
  return `query Counts($owner: String!, $name: String!, ${parameters}) {
    repository(owner: $owner, name: $name) { ${counts.join('\n')} }
  }`;
}

/** Numbers only: nothing foreign stands in the query. */
function commentQuery(numbers: readonly number[]): string {
  const threads = numbers.map((number) => `i${number}: issue(number: ${number}) { ...thread }`);
  return `query Comments($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) { ${threads.join('\n')} }
  }
  fragment thread on Issue {
    comments(first: 100) { totalCount pageInfo { hasNextPage } nodes { ${commentFields} } }
  }`;
}
