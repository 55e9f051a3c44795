/** What GraphQL's fields answer: plain objects whose functions take a field's arguments. */
import { GraphQLError } from 'graphql';
import type { Principal } from './access.ts';
import { checkAccess } from './access.ts';
import { closedByPulls, closingReferences } from './closing-references.ts';
import { commentsOf } from './comments.ts';
import { changedFiles } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import type { PageArguments } from './graphql-connection.ts';
import { connection } from './graphql-connection.ts';
import type { SubjectOrder } from './issue-lists.ts';
import { selectSubjects } from './issue-lists.ts';
import type { Related } from './relation-summaries.ts';
import { relatedOf, renderDependencies, subIssuesOf } from './relation-summaries.ts';
import type { Label } from './shapes.ts';
import { storePath } from './subjects.ts';
import type { Repository, Subject, World } from './world.ts';
import { accountOf, findRepository, isPull } from './world.ts';

type Node = Record<string, unknown>;

interface SubjectArguments extends PageArguments {
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

/** One group for each content, given or not, as GitHub lists them. */
function reactionGroups(repository: Repository, commentId: number): Node[] {
  const given = repository.reactions.get(`comment:${commentId}`) ?? [];
  return Object.entries(REACTION_CONTENTS).map(([rest, content]) => ({
    content,
    reactors: { totalCount: given.filter((one) => one.content === rest).length },
  }));
}

const REACTION_CONTENTS = { '+1': 'THUMBS_UP', '-1': 'THUMBS_DOWN', heart: 'HEART', eyes: 'EYES' } as const;

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

interface CheckFilter {
  readonly filterBy?: { readonly checkName?: string | null } | null;
}

/** One suite for each App that wrote a run on the commit. */
function commitNode(world: World, repository: Repository, oid: string | null): Node {
  const runs = [...repository.checkRuns.values()].filter(({ json }) => json.head_sha === oid);
  return {
    commit: {
      oid,
      checkSuites: (given: PageArguments & CheckFilter) => {
        const named = runs.filter(({ json }) => json.name === (given.filterBy?.checkName ?? json.name));
        const slugs = [...new Set(named.map(({ app }) => app.slug))];
        return connection(slugs, given, (slug) => ({
          app: { slug },
          checkRuns: (page: PageArguments) =>
            connection(
              named.filter(({ app }) => app.slug === slug),
              page,
              ({ id, json }) => ({
                databaseId: id,
                permalink: `${world.url}/${repository.json.full_name}/runs/${id}`,
                conclusion: json.conclusion?.toUpperCase() ?? null,
                title: json.output['title'],
                summary: json.output['summary'],
                text: json.output['text'],
              }),
            ),
        }));
      },
    },
  };
}

async function blobNode(world: World, repository: Repository, expression: string): Promise<Node | null> {
  const path = expression.replace(/^HEAD:/, '');
  const url = `${storePath(repository)}/contents/${path}`;
  const raw = { accept: 'application/vnd.github.raw+json' };
  const answer = await world.store.pass(world.store.authorizationOf(STEWARD), 'GET', url, raw);
  if (answer.status !== 200) return null;
  const text = new TextDecoder().decode(answer.bytes);
  return { __typename: 'Blob', text, isTruncated: false };
}

function milestoneNode(repository: Repository, number: number): Node | null {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) return null;
  const { id, title, description, state, due_on, node_id } = milestone;
  return { id: node_id ?? id, number, title, description, state: state.toUpperCase(), dueOn: due_on };
}

function labelNode(label: Label): Node {
  const { node_id, name, color, description } = label;
  return { id: node_id, name, color, description };
}

function actorNode(world: World, login: string): Node {
  const account = accountOf(world, login);
  const __typename = account.type;
  // GraphQL names a bot without the suffix that REST gives it.
  const shown = __typename === 'Bot' ? account.login.replace(/\[bot\]$/, '') : account.login;
  return {
    __typename,
    id: account['node_id'],
    databaseId: account.id,
    login: shown,
    url: account['html_url'],
  };
}

function stateOf(subject: Subject): string {
  return subject.mergedAt === null ? subject.issue.state.toUpperCase() : 'MERGED';
}

function selectFor(repository: Repository, given: SubjectArguments): Subject[] {
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
