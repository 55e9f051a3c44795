/** Issues and pull requests as documents: read back from the store, completed with what only the front knows. */

import { renderApp } from './app-identity.ts';
import { STEWARD } from './emulate-store.ts';
import { renderCommentCount, renderReactions } from './reactions.ts';
import { renderDependencies, renderSubIssues } from './relation-summaries.ts';
import type { IssueJson, PullJson } from './shapes.ts';
import { IssueShape, PullShape } from './shapes.ts';
import type { AppIdentity, Repository, Subject, World } from './world.ts';
import { accountOf, isPull } from './world.ts';

type Json = Record<string, unknown>;

export function storePath(repository: Repository): string {
  return `/repos/${repository.json.full_name}`;
}

export function addSubject(
  world: World,
  repository: Repository,
  json: { issue: IssueJson } | { pull: PullJson },
  writtenBy: AppIdentity | null,
): Subject {
  const pull = 'pull' in json ? json.pull : null;
  const issue = 'issue' in json ? json.issue : toIssueJson(json.pull);
  const at = world.now();
  const subject: Subject = {
    number: issue.number,
    issue,
    pull,
    writtenBy,
    labelIds: issue.labels.map(({ id }) => id),
    milestoneNumber: null,
    assigneeLogins: [],
    lockReason: null,
    locked: false,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    closedBy: null,
    lastEdit: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
    headSha: pull?.head.sha ?? null,
    forkOwner: null,
    linkedIssueNumbers: [],
    changedFileCount: 0,
    parent: null,
    blockedBy: [],
  };
  repository.subjects.set(subject.number, subject);
  return subject;
}

/** Reads a subject back from the store after a write, and dates the change. */
export async function rereadSubject(world: World, repository: Repository, subject: Subject): Promise<void> {
  const path = storePath(repository);
  if (isPull(subject)) {
    subject.pull = await world.store.ask(PullShape, STEWARD, 'GET', `${path}/pulls/${subject.number}`);
    subject.issue = toIssueJson(subject.pull);
  } else {
    subject.issue = await world.store.ask(IssueShape, STEWARD, 'GET', `${path}/issues/${subject.number}`);
  }
  subject.labelIds = subject.issue.labels.map(({ id }) => id);
  subject.updatedAt = world.now();
}

export function renderIssue(world: World, repository: Repository, subject: Subject): Json {
  const url = `${world.url}/repos/${repository.json.full_name}`;
  const page = `${world.url}/${repository.json.full_name}`;
  const { issue, pull } = subject;
  return {
    ...issue,
    ...renderShared(world, repository, subject),
    url: `${url}/issues/${subject.number}`,
    repository_url: url,
    labels_url: `${url}/issues/${subject.number}/labels{/name}`,
    comments_url: `${url}/issues/${subject.number}/comments`,
    events_url: `${url}/issues/${subject.number}/events`,
    timeline_url: `${url}/issues/${subject.number}/timeline`,
    html_url: `${page}/${pull === null ? 'issues' : 'pull'}/${subject.number}`,
    closed_by: subject.closedBy === null ? null : accountOf(world, subject.closedBy),
    comments: renderCommentCount(repository, subject.number),
    reactions: renderReactions(repository, `issue:${subject.number}`, `${url}/issues/${subject.number}`),
    performed_via_github_app: subject.writtenBy === null ? null : renderApp(world, subject.writtenBy),
    ...(pull === null
      ? { ...renderSubIssues(world, repository, subject), ...renderDependencies(world, repository, subject) }
      : { draft: pull.draft, state_reason: null, pull_request: renderPullLinks(url, page, subject) }),
  };
}

export function renderPull(
  world: World,
  repository: Repository,
  subject: Subject & { pull: PullJson },
): Json {
  const { pull } = subject;
  const url = `${world.url}/repos/${repository.json.full_name}`;
  const owner = subject.forkOwner ?? repository.json.owner.login;
  const repositoryJson = renderRepository(repository);
  const headRepository =
    subject.forkOwner === null
      ? repositoryJson
      : {
          ...repositoryJson,
          id: repository.id + 900_000_000,
          full_name: `${owner}/${repository.json.name}`,
          owner: accountOf(world, owner),
          fork: true,
        };
  return {
    ...pull,
    ...renderShared(world, repository, subject),
    url: `${url}/pulls/${subject.number}`,
    issue_url: `${url}/issues/${subject.number}`,
    merged: subject.mergedAt !== null,
    merged_at: subject.mergedAt,
    merged_by: subject.mergedBy === null ? null : accountOf(world, subject.mergedBy),
    merge_commit_sha: subject.mergeCommitSha,
    changed_files: subject.changedFileCount,
    additions: subject.changedFileCount,
    commits: 1,
    mergeable: subject.issue.state === 'open' ? true : null,
    comments: renderCommentCount(repository, subject.number),
    head: {
      label: `${owner}:${pull.head.ref}`,
      ref: pull.head.ref,
      sha: subject.headSha ?? pull.head.sha,
      user: accountOf(world, owner),
      repo: headRepository,
    },
    base: {
      label: `${repository.json.owner.login}:${pull.base.ref}`,
      ref: pull.base.ref,
      sha: pull.base.sha,
      user: repository.json.owner,
      repo: repositoryJson,
    },
  };
}

/** The repository as it stands in other documents: without what the asker may do. */
export function renderRepository(repository: Repository): Json {
  const { permissions: _asker, ...json } = repository.json;
  const open = [...repository.subjects.values()].filter(({ issue }) => issue.state === 'open').length;
  return { ...json, open_issues_count: open, open_issues: open };
}

export function renderMilestone(world: World, repository: Repository, number: number): Json | null {
  const milestone = repository.milestones.get(number);
  if (milestone === undefined) return null;
  const inside = [...repository.subjects.values()].filter(
    ({ milestoneNumber }) => milestoneNumber === number,
  );
  const open = inside.filter(({ issue }) => issue.state === 'open').length;
  const url = `${world.url}/repos/${repository.json.full_name}/milestones/${number}`;
  return {
    ...milestone,
    url,
    labels_url: `${url}/labels`,
    open_issues: open,
    closed_issues: inside.length - open,
  };
}

function renderShared(world: World, repository: Repository, subject: Subject): Json {
  const assignees = subject.assigneeLogins.map((login) => accountOf(world, login));
  return {
    user: accountOf(world, subject.issue.user.login),
    author_association: subject.issue.user.login.endsWith('[bot]')
      ? 'NONE'
      : subject.issue.author_association,
    labels: subject.labelIds.flatMap((id) => repository.labels.get(id) ?? []),
    milestone:
      subject.milestoneNumber === null ? null : renderMilestone(world, repository, subject.milestoneNumber),
    assignees,
    assignee: assignees[0] ?? null,
    locked: subject.locked,
    active_lock_reason: subject.lockReason,
    created_at: subject.createdAt,
    updated_at: subject.updatedAt,
    closed_at: subject.closedAt,
  };
}

function renderPullLinks(url: string, page: string, subject: Subject): Json {
  return {
    url: `${url}/pulls/${subject.number}`,
    html_url: `${page}/pull/${subject.number}`,
    diff_url: `${page}/pull/${subject.number}.diff`,
    patch_url: `${page}/pull/${subject.number}.patch`,
    merged_at: subject.mergedAt,
  };
}

/** A pull request's issue has an id of its own, which the store does not show. */
function toIssueJson(pull: PullJson): IssueJson {
  return {
    id: pull.id + 500_000_000,
    node_id: `I_pull_${pull.id}`,
    number: pull.number,
    title: pull.title,
    body: pull.body,
    state: pull.state,
    user: pull.user,
    labels: pull.labels,
    author_association: pull.author_association,
  };
}
