import type { IssueLists, IssuePage, IssuePageQuery, IssuePages } from '../tasks/ports/issue-lists.ts';
import type { Issue } from '../tasks/ports/issues.ts';
import type { Client } from './client.ts';
import { toHere } from './here.ts';
import { nextOf, pageSize } from './pages.ts';
import { toIssue } from './to-model.ts';

const orders = {
  newest: { sort: 'created', direction: 'desc' },
  oldest: { sort: 'created', direction: 'asc' },
  'last-updated': { sort: 'updated', direction: 'desc' },
} as const;

/**
 * Lists the issues of one repository, `owner/repo`, through REST, without its pull requests. Rejects with `GitHubFault`.
 */
export function createIssueLister(client: Client, repository: string): IssueLists & IssuePages {
  const readIssuePage = (query: IssuePageQuery) => readPage(client, repository, query);
  return {
    readIssuePage,
    async listIssues(query) {
      const issues: Issue[] = [];
      for (let after: string | null = null; ; ) {
        const page: IssuePage = await readIssuePage({ ...query, after });
        issues.push(...page.issues);
        if (page.next === null) return issues;
        after = page.next;
      }
    },
  };
}

async function readPage(
  client: Client,
  repository: string,
  { state, labels, since, milestone, order = 'newest', size = pageSize, after = null }: IssuePageQuery,
): Promise<IssuePage> {
  const { owner, repo } = toHere(repository);
  const answer = await client.request('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    state,
    per_page: size,
    ...orders[order],
    ...(labels === undefined ? {} : { labels: labels.join(',') }),
    ...(since === undefined ? {} : { since }),
    ...(milestone === undefined ? {} : { milestone: String(milestone) }),
    ...(after === null ? {} : Object.fromEntries(new URLSearchParams(after))),
  });
  return {
    issues: answer.data.map((issue) => toIssue(repository, issue)).filter((one) => !one.isPullRequest),
    next: nextOf(answer.headers)?.toString() ?? null,
  };
}
