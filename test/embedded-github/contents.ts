/** Files, read and written through the store's git. */

import { z } from 'zod';
import { actorOf } from './access.ts';
import { announcePush, branchSha } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { Refusal } from './exchange.ts';
import { inRepository } from './routing.ts';
import { storePath } from './subjects.ts';
import type { Repository, World } from './world.ts';

const READ = { role: 'read', permissions: ['contents:read'] } as const;
const WRITE = { role: 'write', permissions: ['contents:write'] } as const;
const Written = z.object({ message: z.string(), branch: z.string().optional() }).loose();
const RefMove = z.object({ sha: z.string(), ref: z.string().optional() }).loose();

export const contentRoutes = [
  inRepository('GET /contents/*path', READ, read),
  inRepository('GET /contents', READ, read),
  inRepository('PUT /contents/*path', WRITE, write),
  inRepository('DELETE /contents/*path', WRITE, write),
  inRepository('POST /git/refs', WRITE, moveRef),
  inRepository('PATCH /git/refs/*ref', WRITE, moveRef),
  inRepository('POST /git/*rest', WRITE, hand),
  inRepository('GET /git/*rest', READ, hand),
  inRepository('GET /branches/*rest', READ, hand),
  inRepository('GET /commits/*rest', READ, hand),
  inRepository('GET /compare/*rest', READ, hand),
];

async function read(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const accept = request.headers.accept ?? '';
  const raw = /application\/vnd\.github(\.v3)?(\.raw|-raw|\.raw\+json)/.test(accept);
  const answer = await world.store.pass(
    world.store.authorizationOf(STEWARD),
    'GET',
    storeUrl(repository, request),
    {
      accept: raw ? 'application/vnd.github.raw+json' : 'application/vnd.github+json',
    },
  );
  if (answer.status !== 200) throw new Refusal(404, 'Not Found');
  if (!raw) return { status: 200, json: answer.json };
  if (answer.json !== undefined) return { status: 200, json: answer.json };
  return {
    status: 200,
    bytes: { content: answer.bytes, type: 'application/vnd.github.raw+json; charset=utf-8' },
  };
}

async function write(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const login = actorOf(request.principal);
  const body = Written.parse(request.body ?? {});
  const branch = body.branch ?? repository.json.default_branch;
  const before = await branchSha(world, repository, branch);
  const author = { name: login, email: `${login}@users.noreply.github.com`, date: world.now() };
  const answer = await world.store.pass(
    world.store.authorizationOf(STEWARD),
    request.method,
    storeUrl(repository, request),
    { body: { ...body, author, committer: author } },
  );
  if (answer.status >= 400) return { status: answer.status, json: answer.json };
  const after = await branchSha(world, repository, branch);
  if (after !== undefined) await announcePush(world, repository, login, branch, before, after, body.message);
  return { status: answer.status, json: answer.json };
}

async function moveRef(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const { sha, ref = `refs/${request.params['ref']}` } = RefMove.parse(request.body ?? {});
  const branch = ref.replace(/^refs\/heads\//, '');
  const before = await branchSha(world, repository, branch);
  const answer = await hand(world, repository, request);
  if (answer.status < 400) {
    await announcePush(world, repository, actorOf(request.principal), branch, before, sha, 'Push');
  }
  return answer;
}

/** What the store answers as GitHub does goes through as it is. */
async function hand(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const { method, body } = request;
  const authorization = world.store.authorizationOf(STEWARD);
  const answer = await world.store.pass(authorization, method, storeUrl(repository, request), { body });
  return { status: answer.status, json: answer.json };
}

function storeUrl(repository: Repository, request: ApiRequest): string {
  const rest = request.path.split('/').slice(4).join('/');
  const asked = new URLSearchParams(request.query);
  const pullNumber = /^(?:refs\/)?pull\/(\d+)\/(?:head|merge)$/.exec(asked.get('ref') ?? '')?.[1];
  const headSha = pullNumber === undefined ? null : repository.subjects.get(Number(pullNumber))?.headSha;
  if (typeof headSha === 'string') asked.set('ref', headSha);
  const query = asked.size > 0 ? `?${asked}` : '';
  return `${storePath(repository)}/${rest}${query}`;
}
