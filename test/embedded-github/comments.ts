/** Comments of issues and pull requests. */
import { z } from 'zod';
import { actorOf, holdsRole, roleOf, writingApp } from './access.ts';
import { renderApp } from './app-identity.ts';
import { STEWARD } from './emulate-store.ts';
import { announce } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody, validationFailed } from './exchange.ts';
import { renderReactions } from './reactions.ts';
import { inRepository } from './routing.ts';
import { CommentShape } from './shapes.ts';
import { renderIssue, storePath } from './subjects.ts';
import type { AppIdentity, Comment, Repository, Subject, World } from './world.ts';
import { accountOf, isPull, subjectOf } from './world.ts';

const READ = { role: 'read', permissions: ['issues:read', 'pull_requests:read'] } as const;
const WRITE = { role: 'read', permissions: ['issues:write', 'pull_requests:write'] } as const;
const Text = z.object({ body: z.string() });
const LONGEST_BODY = 65_536;

export const commentRoutes = [
  inRepository('GET /issues/comments', READ, (world, repository, request) =>
    list(world, repository, request, [...repository.comments.values()]),
  ),
  inRepository('GET /issues/comments/:id', READ, (world, repository, request) => ({
    status: 200,
    json: renderComment(world, repository, commentOf(repository, request)),
  })),
  inRepository('PATCH /issues/comments/:id', WRITE, edit),
  inRepository('DELETE /issues/comments/:id', WRITE, remove),
  inRepository('GET /issues/:number/comments', READ, (world, repository, request) => {
    const { number } = subjectOf(repository, numberParam(request, 'number'));
    return list(world, repository, request, commentsOf(repository, number));
  }),
  inRepository('POST /issues/:number/comments', WRITE, async (world, repository, request) => {
    const subject = subjectOf(repository, numberParam(request, 'number'));
    const login = actorOf(request.principal);
    refuseWhenLocked(world, repository, subject, request);
    const body = checkedBody(request.body);
    const comment = await addComment(world, repository, subject, login, body, writingApp(request.principal));
    return { status: 201, json: renderComment(world, repository, comment) };
  }),
];

export async function addComment(
  world: World,
  repository: Repository,
  subject: Subject,
  login: string,
  body: string,
  writtenBy: AppIdentity | null,
): Promise<Comment> {
  const path = `${storePath(repository)}/issues/${subject.number}/comments`;
  const stored = await world.store.ask(CommentShape, login, 'POST', path, { body });
  const at = world.now();
  const json = { ...stored, created_at: at, updated_at: at };
  const comment: Comment = { id: stored.id, subjectNumber: subject.number, json, writtenBy };
  repository.comments.set(comment.id, comment);
  subject.updatedAt = at;
  announceComment(world, repository, comment, login, 'created');
  return comment;
}

export function commentsOf(repository: Repository, number: number): Comment[] {
  return [...repository.comments.values()].filter(({ subjectNumber }) => subjectNumber === number);
}

function renderComment(world: World, repository: Repository, comment: Comment): Record<string, unknown> {
  const url = `${world.url}/repos/${repository.json.full_name}`;
  const subject = repository.subjects.get(comment.subjectNumber);
  const page = subject !== undefined && isPull(subject) ? 'pull' : 'issues';
  const html = `${world.url}/${repository.json.full_name}/${page}/${comment.subjectNumber}`;
  const { login } = comment.json.user;
  return {
    ...comment.json,
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${html}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${comment.subjectNumber}`,
    user: accountOf(world, login),
    author_association: login.endsWith('[bot]') ? 'NONE' : comment.json.author_association,
    reactions: renderReactions(repository, `comment:${comment.id}`, `${url}/issues/comments/${comment.id}`),
    performed_via_github_app: comment.writtenBy === null ? null : renderApp(world, comment.writtenBy),
  };
}

function list(world: World, repository: Repository, request: ApiRequest, comments: Comment[]): ApiAnswer {
  const since = request.query.get('since');
  const recent = comments.filter(
    ({ json }) => since === null || Date.parse(json.updated_at) >= Date.parse(since),
  );
  const newestFirst = request.query.get('direction') === 'desc';
  const page = pageOf(world.url, request, newestFirst ? recent.reverse() : recent, world.pageLimit);
  const json = page.items.map((comment) => renderComment(world, repository, comment));
  return { status: 200, json, headers: page.headers };
}

async function edit(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const comment = commentOf(repository, request);
  refuseOthers(world, repository, comment, request);
  const body = checkedBody(request.body);
  const from = comment.json.body;
  const path = `${storePath(repository)}/issues/comments/${comment.id}`;
  const stored = await world.store.ask(CommentShape, STEWARD, 'PATCH', path, { body });
  comment.json = { ...comment.json, body: stored.body, updated_at: world.now() };
  const changes = { changes: from === body ? {} : { body: { from } } };
  announceComment(world, repository, comment, actorOf(request.principal), 'edited', changes);
  return { status: 200, json: renderComment(world, repository, comment) };
}

async function remove(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const comment = commentOf(repository, request);
  refuseOthers(world, repository, comment, request);
  await world.store.ask(
    z.unknown(),
    STEWARD,
    'DELETE',
    `${storePath(repository)}/issues/comments/${comment.id}`,
  );
  repository.comments.delete(comment.id);
  announceComment(world, repository, comment, actorOf(request.principal), 'deleted');
  repository.reactions.delete(`comment:${comment.id}`);
  return { status: 204 };
}

function announceComment(
  world: World,
  repository: Repository,
  comment: Comment,
  login: string,
  action: string,
  extra: Record<string, unknown> = {},
): void {
  const subject = repository.subjects.get(comment.subjectNumber);
  if (subject === undefined) return;
  announce(world, repository, login, 'issue_comment', action, {
    ...extra,
    issue: renderIssue(world, repository, subject),
    comment: renderComment(world, repository, comment),
  });
}

function commentOf(repository: Repository, request: ApiRequest): Comment {
  const comment = repository.comments.get(numberParam(request, 'id'));
  if (comment === undefined) throw new Refusal(404, 'Not Found');
  return comment;
}

function checkedBody(given: unknown): string {
  const { body } = readBody(Text, given, 'IssueComment');
  if (body.trim() === '')
    throw validationFailed('IssueComment', 'data', 'unprocessable', 'Body cannot be blank');
  if (body.length > LONGEST_BODY) {
    throw validationFailed(
      'IssueComment',
      'data',
      'unprocessable',
      'Body is too long (maximum is 65536 characters)',
    );
  }
  return body;
}

/** A locked conversation is closed to everyone without write access. */
function refuseWhenLocked(world: World, repository: Repository, subject: Subject, request: ApiRequest): void {
  if (!subject.locked) return;
  const login = actorOf(request.principal);
  const mayWrite =
    request.principal.kind === 'person' && holdsRole(roleOf(world, repository, login), 'write');
  if (!mayWrite) throw new Refusal(403, 'Unable to create comment because issue is locked.');
}

/** A comment belongs to its writer and to those with write access. */
function refuseOthers(world: World, repository: Repository, comment: Comment, request: ApiRequest): void {
  const login = actorOf(request.principal);
  if (request.principal.kind === 'token' || comment.json.user.login === login) return;
  if (holdsRole(roleOf(world, repository, login), 'write')) return;
  throw new Refusal(403, 'Must have admin rights to Repository.');
}
