/** Which issues and pull requests a list of GraphQL's holds, and how it calls their state. */
import type { PageArguments } from './graphql-connection.ts';
import type { SubjectOrder } from './issue-lists.ts';
import { selectSubjects } from './issue-lists.ts';
import type { Repository, Subject } from './world.ts';

export interface SubjectArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly baseRefName?: string | null;
  readonly headRefName?: string | null;
  readonly orderBy?: { readonly field: string; readonly direction: string } | null;
  readonly filterBy?: {
    readonly assignee?: string | null;
    readonly createdBy?: string | null;
    readonly labels?: readonly string[] | null;
    readonly milestone?: string | null;
    readonly since?: string | null;
    readonly states?: readonly string[] | null;
  } | null;
}

export function selectFor(repository: Repository, given: SubjectArguments): Subject[] {
  const { orderBy, filterBy } = given;
  const by =
    orderBy?.field === 'UPDATED_AT' ? 'updated' : orderBy?.field === 'COMMENTS' ? 'comments' : 'created';
  const order: SubjectOrder = { by, direction: orderBy?.direction === 'DESC' ? 'desc' : 'asc' };
  const filter = {
    state: 'all',
    labels: [],
    since: filterBy?.since ?? null,
    milestone: filterBy?.milestone ?? null,
    assignee: filterBy?.assignee ?? null,
    creator: filterBy?.createdBy ?? null,
  } as const;
  const states = given.states ?? filterBy?.states;
  const labels = (given.labels ?? filterBy?.labels)?.map((name) => name.toLowerCase());
  return selectSubjects(repository, filter, order)
    .filter((subject) => states === null || states === undefined || states.includes(stateOf(subject)))
    .filter((subject) => {
      if (labels === undefined) return true;
      const held = subject.labelIds.map((id) => repository.labels.get(id)?.name.toLowerCase() ?? '');
      return held.some((name) => labels.includes(name));
    });
}

export function stateOf(subject: Subject): string {
  return subject.mergedAt === null ? subject.issue.state.toUpperCase() : 'MERGED';
}
