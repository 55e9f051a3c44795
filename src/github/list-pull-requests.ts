import type { ListedPullRequest, MergeLists } from '../tasks/ports/pull-requests.ts';
import { askGraphql } from './ask-graphql.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { toHere } from './here.ts';
import {
  type PullRequestPage,
  pullRequestsAnswerSchema,
  pullRequestsQuery,
  recentPullRequestsAnswerSchema,
  recentPullRequestsQuery,
} from './pull-request-query.ts';
import { toListedPullRequest } from './to-pull-request.ts';

/** In a summary open pull requests beyond these, the last updated ones, are not looked at. */
const openRead = 300;

/** Lists the pull requests of one repository, `owner/repo`, through GraphQL. */
export function createPullRequestLister(client: Client, repository: string): MergeLists {
  const { owner, repo: name } = toHere(repository);
  const ask = (query: (tellsBlocking: boolean) => string, variables: Readonly<Record<string, unknown>>) =>
    askKnowing(client, query, { owner, name, ...variables });
  const readPage = async (state: 'MERGED' | 'OPEN', after: string | null): Promise<PullRequestPage> => {
    const answer = await ask(pullRequestsQuery, { states: [state], after });
    return pullRequestsAnswerSchema.parse(answer).repository.pullRequests;
  };
  const toListed = (node: PullRequestPage['nodes'][number]) => toListedPullRequest(repository, node);

  /** Whatever was merged in the window was updated in it, so the list ends with the first older update. */
  const readMerged = async (first: PullRequestPage, since: string): Promise<readonly ListedPullRequest[]> => {
    const isIn = (at: string | null) => at !== null && Date.parse(at) >= Date.parse(since);
    const found: PullRequestPage['nodes'] = [];
    for (let page = first; ; page = await readPage('MERGED', page.pageInfo.endCursor)) {
      const fresh = page.nodes.filter(({ updatedAt }) => isIn(updatedAt));
      found.push(...fresh);
      if (!page.pageInfo.hasNextPage || fresh.length < page.nodes.length) break;
    }
    return found.filter(({ mergedAt }) => isIn(mergedAt)).map(toListed);
  };
  const readOpen = async (first: PullRequestPage, most: number): Promise<readonly ListedPullRequest[]> => {
    const found: PullRequestPage['nodes'] = [];
    for (let page = first; ; page = await readPage('OPEN', page.pageInfo.endCursor)) {
      found.push(...page.nodes);
      if (!page.pageInfo.hasNextPage || found.length >= most) return found.slice(0, most).map(toListed);
    }
  };

  return {
    listMerged: async (since) => readMerged(await readPage('MERGED', null), since),
    listOpenPullRequests: async (most = Number.POSITIVE_INFINITY) =>
      readOpen(await readPage('OPEN', null), most),
    async listRecentPullRequests(since) {
      const answer = await ask(recentPullRequestsQuery, {});
      const { merged, open } = recentPullRequestsAnswerSchema.parse(answer).repository;
      return { merged: await readMerged(merged, since), open: await readOpen(open, openRead) };
    },
  };
}

/** Asks again without what an older server does not know. */
async function askKnowing(
  client: Client,
  query: (tellsBlocking: boolean) => string,
  variables: Readonly<Record<string, unknown>>,
): Promise<unknown> {
  try {
    return await askGraphql(client, query(true), variables);
  } catch (error) {
    const isUnknown =
      error instanceof GitHubFault && error.problem.found?.includes('issueDependenciesSummary');
    if (!isUnknown) throw error;
    return askGraphql(client, query(false), variables);
  }
}
