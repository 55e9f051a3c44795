import type { components } from '@octokit/openapi-types';
import type { Milestone, MilestoneLists, Milestones } from '../tasks/ports/milestones.ts';
import type { Client } from './client.ts';
import { orNull } from './fault.ts';
import { toHere } from './here.ts';
import { readPages } from './pages.ts';
import { toIssue } from './to-model.ts';

/** Reads milestones of one repository, `owner/repo`, through REST. Rejects with `GitHubFault`. */
export function createMilestoneReader(client: Client, repository: string): Milestones & MilestoneLists {
  const here = toHere(repository);
  return {
    async readMilestone(number) {
      const route = 'GET /repos/{owner}/{repo}/milestones/{milestone_number}';
      const answer = await orNull(client.request(route, { ...here, milestone_number: number }));
      return answer === null ? null : toMilestone(answer.data);
    },
    listMilestones() {
      const route = 'GET /repos/{owner}/{repo}/milestones';
      return readPages((page) => client.request(route, { ...here, state: 'all', ...page }), toMilestone);
    },
    listMilestoneItems(number) {
      const asked = { ...here, milestone: String(number), state: 'open' } as const;
      return readPages(
        (page) => client.request('GET /repos/{owner}/{repo}/issues', { ...asked, ...page }),
        (item) => toIssue(repository, item),
      );
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
