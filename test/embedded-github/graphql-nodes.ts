/** What GraphQL's fields answer: plain objects whose functions take a field's arguments. */
import { GraphQLError } from 'graphql';
import type { Principal } from './access.ts';
import { checkAccess } from './access.ts';
import { closedByPulls, closingReferences } from './closing-references.ts';
import { commentsOf } from './comments.ts';
import { changedFiles } from './commits.ts';
import type { PageArguments } from './graphql-connection.ts';
import { connection } from './graphql-connection.ts';
import {
  actorNode,
  blobNode,
  commitNode,
  labelNode,
  milestoneNode,
  type Node,
  reactionGroups,
} from './graphql-leaves.ts';
import { type SubjectArguments, selectFor, stateOf } from './graphql-selection.ts';
import type { Related } from './relation-summaries.ts';
import { relatedOf, renderDependencies, subIssuesOf } from './relation-summaries.ts';
import type { Repository, World } from './world.ts';
import { findRepository, isPull } from './world.ts';

export function queryRoot(world: World, principal: Principal): Node {
  return {
    // GitHub names a bot that asks for itself with its suffix, as REST does.
    viewer: 'login' in principal ? { ...actorNode(world, principal.login), login: principal.login } : null,
    rateLimit: () => ({
      cost: 1,
      limit: 5_000,
      remaining: 4_999,
      used: 1,
      nodeCount: 1,
      resetAt: world.now(),
    }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const repository = findRepository(world, owner, name) ?? formerRepository(world, `${owner}/${name}`);
      if (repository === undefined || !mayRead(world, principal, repository)) {
        throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
      }
      return repositoryNode(world, repository);
    },
  };
}

function repositoryNode(world: World, repository: Repository): Node {
  const { json } = repository;
  return {
    __typename: 'Repository',
    id: json['node_id'],
    databaseId: repository.id,
    name: json.name,
    nameWithOwner: json.full_name,
    owner: actorNode(world, json.owner.login),
    isPrivate: json.private,
    isArchived: json.archived,
    url: json['html_url'],
    defaultBranchRef: { name: json.default_branch },
    object: ({ expression }: { expression?: string | null }) => blobNode(world, repository, expression ?? ''),
    issue: ({ number }: { number: number }) => {
      const subject = repository.subjects.get(number);
      if (subject === undefined || isPull(subject)) {
        throw notFound(`Could not resolve to an Issue with the number of ${number}.`);
      }
      return subjectNode(world, { repository, subject });
    },
    pullRequest: ({ number }: { number: number }) => {
      const subject = repository.subjects.get(number);
      if (subject === undefined || !isPull(subject)) {
        throw notFound(`Could not resolve to a PullRequest with the number of ${number}.`);
      }
      return subjectNode(world, { repository, subject });
    },
    issueOrPullRequest: ({ number }: { number: number }) => {
      const subject = repository.subjects.get(number);
      if (subject !== undefined) return subjectNode(world, { repository, subject });
      throw notFound(`Could not resolve to an issue or pull request with the number of ${number}.`);
    },
    issues: (given: SubjectArguments) => {
      const issues = selectFor(repository, given).filter((subject) => !isPull(subject));
      return connection(issues, given, (subject) => subjectNode(world, { repository, subject }));
    },
    pullRequests: (given: SubjectArguments) => {
      const pulls = selectFor(repository, given)
        .filter(isPull)
        .filter(({ pull }) => (given.baseRefName ?? pull.base.ref) === pull.base.ref)
        .filter(({ pull }) => (given.headRefName ?? pull.head.ref) === pull.head.ref);
      return connection(pulls, given, (subject) => subjectNode(world, { repository, subject }));
    },
    label: ({ name }: { name: string }) => {
      const wanted = name.toLowerCase();
      const label = [...repository.labels.values()].find((one) => one.name.toLowerCase() === wanted);
      return label === undefined ? null : labelNode(label);
    },
    labels: (given: PageArguments) => connection([...repository.labels.values()], given, labelNode),
    milestone: ({ number }: { number: number }) => milestoneNode(repository, number),
    milestones: (given: PageArguments) =>
      connection([...repository.milestones.keys()], given, (number) => milestoneNode(repository, number)),
  };
}

function subjectNode(world: World, related: Related): Node {
  const { repository, subject } = related;
  const { issue } = subject;
  const page = `${world.url}/${repository.json.full_name}/${isPull(subject) ? 'pull' : 'issues'}`;
  const labels = subject.labelIds.flatMap((id) => repository.labels.get(id) ?? []);
  return {
    __typename: isPull(subject) ? 'PullRequest' : 'Issue',
    id: (subject.pull ?? issue)['node_id'],
    databaseId: (subject.pull ?? issue).id,
    number: subject.number,
    title: issue.title,
    body: issue.body ?? '',
    state: stateOf(subject),
    closed: issue.state === 'closed',
    closedAt: subject.closedAt,
    createdAt: subject.createdAt,
    updatedAt: subject.updatedAt,
    locked: subject.locked,
    lastEditedAt: subject.lastEdit?.at ?? null,
    editor: subject.lastEdit === null ? null : actorNode(world, subject.lastEdit.by),
    url: `${page}/${subject.number}`,
    author: actorNode(world, issue.user.login),
    authorAssociation: issue.author_association,
    repository: () => repositoryNode(world, repository),
    labels: (given: PageArguments) => connection(labels, given, labelNode),
    assignees: (given: PageArguments) =>
      connection(subject.assigneeLogins, given, (login) => actorNode(world, login)),
    milestone: () =>
      subject.milestoneNumber === null ? null : milestoneNode(repository, subject.milestoneNumber),
    comments: (given: PageArguments) =>
      connection(commentsOf(repository, subject.number), given, ({ id, json }) => ({
        id: json['node_id'],
        fullDatabaseId: String(id),
        body: json.body,
        author: actorNode(world, json.user.login),
        createdAt: json.created_at,
        updatedAt: json.updated_at,
        reactionGroups: reactionGroups(repository, id),
      })),
    ...(isPull(subject) ? pullFields(world, related) : issueFields(world, related)),
  };
}

function issueFields(world: World, related: Related): Node {
  const { subject } = related;
  const nodes = (found: readonly Related[], given: PageArguments) =>
    connection(found, given, (one) => subjectNode(world, one));
  return {
    stateReason: subject.issue.state_reason?.toUpperCase() ?? null,
    parent: () => {
      const parent = subject.parent === null ? undefined : relatedOf(world, subject.parent)[0];
      return parent === undefined ? null : subjectNode(world, parent);
    },
    issueDependenciesSummary: () => {
      const { issue_dependencies_summary: told } = renderDependencies(world, related.repository, subject);
      return { blocking: told.blocking, blockedBy: told.blocked_by };
    },
    subIssues: (given: PageArguments) => nodes(subIssuesOf(world, related), given),
    timelineItems: (given: PageArguments) =>
      connection(mentioningPulls(related), given, (one) => ({
        __typename: 'CrossReferencedEvent',
        source: subjectNode(world, one),
      })),
    closedByPullRequestsReferences: (given: PageArguments & { includeClosedPrs?: boolean | null }) => {
      const open = closedByPulls(world, subject).filter(
        (one) => given.includeClosedPrs === true || one.subject.issue.state === 'open',
      );
      return nodes(open, given);
    },
  };
}

/** The pull requests of the same repository whose text names the issue. */
function mentioningPulls({ repository, subject }: Related): readonly Related[] {
  const named = new RegExp(`(?<![\\w/])#${subject.number}(?!\\d)`);
  return [...repository.subjects.values()]
    .filter((one) => isPull(one) && named.test(one.issue.body ?? ''))
    .map((one) => ({ repository, subject: one }));
}

function pullFields(world: World, { repository, subject }: Related): Node {
  const { pull } = subject;
  return {
    isDraft: pull?.draft,
    merged: subject.mergedAt !== null,
    mergedAt: subject.mergedAt,
    mergedBy: subject.mergedBy === null ? null : actorNode(world, subject.mergedBy),
    baseRefName: pull?.base.ref,
    headRefName: pull?.head.ref,
    headRefOid: subject.headSha,
    changedFiles: subject.changedFileCount,
    files: async (given: PageArguments) => {
      const base = pull?.base.sha ?? '';
      const files = await changedFiles(world, repository, base, subject.headSha ?? base);
      return connection(files, given, ({ path }) => ({ path }));
    },
    commits: (given: PageArguments) =>
      connection([subject.headSha], given, (oid) => commitNode(world, repository, oid)),
    isCrossRepository: subject.forkOwner !== null,
    permalink: `${world.url}/${repository.json.full_name}/pull/${subject.number}`,
    closingIssuesReferences: (given: PageArguments) =>
      connection(closingReferences(world, repository, subject), given, (one) => subjectNode(world, one)),
  };
}

function formerRepository(world: World, name: string): Repository | undefined {
  const id = world.formerNames.get(name.toLowerCase());
  return id === undefined ? undefined : world.repositories.get(id);
}

function mayRead(world: World, principal: Principal, repository: Repository): boolean {
  try {
    checkAccess(world, principal, repository, { role: 'read', permissions: ['metadata:read'] });
    return true;
  } catch {
    return false;
  }
}

function notFound(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type: 'NOT_FOUND' } });
}
