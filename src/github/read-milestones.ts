import type { components } from '@octokit/openapi-types';
import type { Issue } from '../tasks/ports/issues.ts';
import type { Milestone, MilestoneLists, Milestones } from '../tasks/ports/milestones.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { toHere } from './here.ts';
import { limits } from './limits.ts';
import { toIssue } from './to-model.ts';

/** Reads milestones of one repository, `owner/repo`, through REST. Rejects with `GitHubFault`. */
export function createMilestoneReader(client: Client, repository: string): Milestones & MilestoneLists {
  const { owner, repo } = toHere(repository);
  return {
    async readMilestone(number) {
      try {
        const route = 'GET /repos/{owner}/{repo}/milestones/{milestone_number}';
        const { data } = await client.request(route, { owner, repo, milestone_number: number });
        return toMilestone(data);
      } catch (error) {
        if (error instanceof GitHubFault && error.problem.code === 'GITHUB_NOT_FOUND') return null;
        throw error;
      }
    },
    async listMilestones() {
      const milestones: Milestone[] = [];
      for (let page = 1; ; page += 1) {
        const { data } = await client.request('GET /repos/{owner}/{repo}/milestones', {
          owner,
          repo,
          state: 'all',
          per_page: limits.pageSize,
          page,
        });
        milestones.push(...data.map(toMilestone));
        if (data.length < limits.pageSize) return milestones;
      }
    },
    async listMilestoneItems(number) {
      const first = {
        owner,
        repo,
        milestone: String(number),
        state: 'open',
        per_page: limits.pageSize,
      } as const;
      const items: Issue[] = [];
      let answer = await client.request('GET /repos/{owner}/{repo}/issues', first);
      for (;;) {
        items.push(...answer.data.map((item) => toIssue(repository, item)));
        const next = /<([^>]+)>;\s*rel="next"/.exec(answer.headers.link ?? '')?.[1];
        if (next === undefined) return items;
        const cursor = Object.fromEntries(new URL(next).searchParams);
        answer = await client.request('GET /repos/{owner}/{repo}/issues', { ...first, ...cursor });
      }
    },
  };
}

function toMilestone({
  number,
  title,
  description,
  state,
}: Pick<components['schemas']['milestone'], 'number' | 'title' | 'description' | 'state'>): Milestone {
  return { number, title, description: description ?? '', state: state === 'closed' ? 'closed' : 'open' };
}
