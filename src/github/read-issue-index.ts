import { z } from 'zod';
import type { IssueIndex } from '../tasks/ports/issue-lists.ts';
import type { Comment, Issues } from '../tasks/ports/issues.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { toHere } from './here.ts';
import { commentFields, commentsSchema, toComment } from './issue-fields.ts';
import { editFields, editSchema, type KnownEdits, toEdit } from './known-edits.ts';
import { threadFields, threadSchema, toThread } from './read-threads.ts';

const milestonesSchema = z.object({
  nodes: z.array(z.object({ number: z.int(), title: z.string(), description: z.string().nullable() })),
});
const countSchema = z.object({ totalCount: z.int() });
const listSchema = z.object({ nodes: z.array(threadSchema) });

const overviewSchema = z.object({
  repository: z.object({ milestones: milestonesSchema }).catchall(z.union([listSchema, countSchema])),
});

/** Newest first: nearly three years of first moves, more than half a year of summaries. */
const threadsRead = 32;
/** Each with up to 100 comments: far below GraphQL's 500,000 nodes. */
const threadsInRequest = 150;

const oldestRead = 20;

const threadsSchema = z.object({
  repository: z.record(z.string(), editSchema.extend({ comments: commentsSchema }).nullable()),
});

/** What takes one request for many issues of one repository, `owner/repo`: an alias for each, through GraphQL. */
export function createIssueIndex(
  client: Client,
  repository: string,
  { readComments }: Pick<Issues, 'readComments'>,
  knownEdits: KnownEdits,
): IssueIndex {
  const { owner, repo: name } = toHere(repository);
  return {
    async readOverview({ counted, threads, oldest }) {
      const labels = [...counted, ...threads, ...oldest];
      const given = Object.fromEntries(labels.map((label, index) => [`l${index}`, label]));
      const query = overviewQuery(counted.length, threads.length, oldest.length);
      const answer = await askGraphql(client, query, { owner, name, ...given });
      const { milestones, ...aliases } = overviewSchema.parse(answer).repository;
      const toThreads = (index: number) => {
        const list = aliases[`t${index}`];
        const nodes = list !== undefined && 'nodes' in list ? list.nodes : [];
        return Promise.all(nodes.map((node) => toThread(repository, node, readComments, knownEdits)));
      };
      return {
        counts: counted.map((_, index) => {
          const count = aliases[`c${index}`];
          return count !== undefined && 'totalCount' in count ? count.totalCount : 0;
        }),
        threads: await Promise.all(threads.map((_, index) => toThreads(counted.length + index))),
        oldest: await Promise.all(
          oldest.map((_, index) => toThreads(counted.length + threads.length + index)),
        ),
        openMilestones: milestones.nodes.map(({ description, ...milestone }) => {
          return { ...milestone, description: description ?? '', state: 'open' };
        }),
      };
    },
    async readCommentsOf(numbers) {
      const read = new Map<number, readonly Comment[]>();
      for (let at = 0; at < numbers.length; at += threadsInRequest) {
        const some = numbers.slice(at, at + threadsInRequest);
        const answer = await askGraphql(client, commentQuery(some), { owner, name });
        const { repository: threads } = threadsSchema.parse(answer);
        for (const number of some) {
          const thread = threads[`i${number}`] ?? null;
          const comments = thread?.comments;
          if (thread !== null) knownEdits.set(number, toEdit(thread));
          const isWhole = comments !== undefined && !comments.pageInfo.hasNextPage;
          read.set(number, isWhole ? comments.nodes.map(toComment) : await readComments(number));
        }
      }
      return read;
    },
  };
}

function overviewQuery(counted: number, threads: number, oldest: number): string {
  const indices = Array.from({ length: counted + threads + oldest }, (_, index) => index);
  const parameters = indices.map((index) => `$l${index}: String!`).join(', ');
  const lists = indices.map((index) => {
    if (index < counted) return `c${index}: issues(states: OPEN, labels: [$l${index}]) { totalCount }`;
    const which =
      index < counted + threads
        ? `first: ${threadsRead}, orderBy: { field: CREATED_AT, direction: DESC }`
        : `first: ${oldestRead}, states: OPEN, orderBy: { field: CREATED_AT, direction: ASC }`;
    return `t${index}: issues(labels: [$l${index}], ${which}) { nodes { ${threadFields} } }`;
  });
  return `query Overview($owner: String!, $name: String!, ${parameters}) {
    repository(owner: $owner, name: $name) {
      milestones(states: OPEN, first: 100) { nodes { number title description } }
      ${lists.join('\n')}
    }
  }`;
}

/** Numbers only: nothing foreign stands in the query. */
function commentQuery(numbers: readonly number[]): string {
  const threads = numbers.map((number) => `i${number}: issue(number: ${number}) { ...thread }`);
  return `query Comments($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) { ${threads.join('\n')} }
  }
  fragment thread on Issue {
    ${editFields}
    comments(first: 100) { totalCount pageInfo { hasNextPage } nodes { ${commentFields} } }
  }`;
}
