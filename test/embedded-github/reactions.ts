/** Reactions to comments, issues and pull requests; the store behind the front has none. */
import { z } from 'zod';
import { actorOf } from './access.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody } from './exchange.ts';
import { inRepository } from './routing.ts';
import type { Reaction, Repository, World } from './world.ts';
import { accountOf, subjectOf } from './world.ts';

const CONTENTS = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'] as const;
const NewReaction = z.object({ content: z.enum(CONTENTS) });
const READ = { role: 'read', permissions: ['issues:read', 'pull_requests:read'] } as const;
const WRITE = { role: 'read', permissions: ['issues:write', 'pull_requests:write'] } as const;

export const reactionRoutes = [
  inRepository('GET /issues/comments/:id/reactions', READ, (world, repository, request) =>
    list(world, repository, request, commentKey(repository, request)),
  ),
  inRepository('POST /issues/comments/:id/reactions', WRITE, (world, repository, request) =>
    create(world, repository, request, commentKey(repository, request)),
  ),
  inRepository('DELETE /issues/comments/:id/reactions/:reaction', WRITE, (_world, repository, request) =>
    remove(repository, request, commentKey(repository, request)),
  ),
  inRepository('GET /issues/:number/reactions', READ, (world, repository, request) =>
    list(world, repository, request, issueKey(repository, request)),
  ),
  inRepository('POST /issues/:number/reactions', WRITE, (world, repository, request) =>
    create(world, repository, request, issueKey(repository, request)),
  ),
  inRepository('DELETE /issues/:number/reactions/:reaction', WRITE, (_world, repository, request) =>
    remove(repository, request, issueKey(repository, request)),
  ),
];

/** The summary that stands in every comment and issue. */
export function renderReactions(repository: Repository, key: string, url: string): Record<string, unknown> {
  const given = repository.reactions.get(key) ?? [];
  const counts = CONTENTS.map((content) => [content, given.filter((one) => one.content === content).length]);
  return { url: `${url}/reactions`, total_count: given.length, ...Object.fromEntries(counts) };
}

export function renderCommentCount(repository: Repository, number: number): number {
  let count = 0;
  for (const comment of repository.comments.values()) if (comment.subjectNumber === number) count += 1;
  return count;
}

function commentKey(repository: Repository, request: ApiRequest): string {
  const id = numberParam(request, 'id');
  if (!repository.comments.has(id)) throw new Refusal(404, 'Not Found');
  return `comment:${id}`;
}

function issueKey(repository: Repository, request: ApiRequest): string {
  return `issue:${subjectOf(repository, numberParam(request, 'number')).number}`;
}

function list(world: World, repository: Repository, request: ApiRequest, key: string): ApiAnswer {
  const wanted = request.query.get('content');
  const given = (repository.reactions.get(key) ?? []).filter(
    ({ content }) => wanted === null || content === wanted,
  );
  const page = pageOf(world.url, request, given, world.pageLimit);
  return { status: 200, json: page.items.map((one) => render(world, one)), headers: page.headers };
}

function create(world: World, repository: Repository, request: ApiRequest, key: string): ApiAnswer {
  const { content } = readBody(NewReaction, request.body, 'Reaction');
  const login = actorOf(request.principal);
  const given = repository.reactions.get(key) ?? [];
  const before = given.find((one) => one.content === content && one.login === login);
  if (before !== undefined) return { status: 200, json: render(world, before) };
  const reaction: Reaction = { id: world.nextId(), content, login, createdAt: world.now() };
  repository.reactions.set(key, [...given, reaction]);
  return { status: 201, json: render(world, reaction) };
}

function remove(repository: Repository, request: ApiRequest, key: string): ApiAnswer {
  const id = numberParam(request, 'reaction');
  const given = repository.reactions.get(key) ?? [];
  const found = given.find((one) => one.id === id);
  if (found === undefined) throw new Refusal(404, 'Not Found');
  if (found.login !== actorOf(request.principal))
    throw new Refusal(403, 'Must have admin rights to Repository.');
  repository.reactions.set(
    key,
    given.filter((one) => one.id !== id),
  );
  return { status: 204 };
}

function render(world: World, reaction: Reaction): Record<string, unknown> {
  return {
    id: reaction.id,
    node_id: `REA_${reaction.id}`,
    user: accountOf(world, reaction.login),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}
