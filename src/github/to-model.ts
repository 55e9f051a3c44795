import type { components } from '@octokit/openapi-types';
import type { Permission } from '../core/permission.ts';
import type { Comment, Issue, ReactionReading } from '../tasks/ports/issues.ts';

type Schemas = components['schemas'];

/** What REST answers of issues, comments, reactions and permissions, as the tasks read it. */
export function toIssue(repository: string, issue: Schemas['issue']): Issue {
  return {
    repository,
    number: Number(issue.number),
    title: issue.title,
    body: issue.body ?? '',
    author: issue.user?.login ?? 'ghost',
    authorId: Number(issue.user?.id ?? 0),
    state: issue.state === 'closed' ? 'closed' : 'open',
    labels: issue.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? ''))),
    createdAt: issue.created_at,
    updatedAt: issue.updated_at,
    closedAt: issue.closed_at ?? null,
    isDropped: issue.state === 'closed' && isDropped(issue.state_reason),
    commentCount: issue.comments,
    isPullRequest: issue.pull_request !== undefined,
    isLocked: issue.locked,
    milestone: issue.milestone?.number ?? null,
    hasParent: typeof issue.parent_issue_url === 'string',
    blockingCount: issue.issue_dependencies_summary?.blocking ?? 0,
  };
}

/** Whether GitHub's reason of a closing says that nothing was done. */
export function isDropped(reason: string | null | undefined): boolean {
  return ['not_planned', 'duplicate'].includes(reason?.toLowerCase() ?? '');
}

export function toComment(comment: Schemas['issue-comment']): Comment {
  return {
    id: Number(comment.id),
    author: comment.user?.login ?? 'ghost',
    authorId: Number(comment.user?.id ?? 0),
    body: comment.body ?? '',
    createdAt: comment.created_at,
    updatedAt: comment.updated_at,
    reactions: { up: comment.reactions?.['+1'] ?? 0, down: comment.reactions?.['-1'] ?? 0 },
  };
}

export function toReaction({ id, user, content }: Schemas['reaction']): ReactionReading {
  return { id: Number(id), author: user?.login ?? 'ghost', authorId: Number(user?.id ?? 0), content };
}

/** The highest of what GitHub grants; nothing granted is `none`. */
export function toPermission(answer: Schemas['repository-collaborator-permission']): Permission {
  const granted = answer.user?.permissions;
  if (granted === undefined)
    return answer.permission === 'admin' || answer.permission === 'write' ? answer.permission : 'none';
  if (granted.admin) return 'admin';
  if (granted.maintain) return 'maintain';
  if (granted.push) return 'write';
  if (granted.triage) return 'triage';
  return granted.pull ? 'read' : 'none';
}
