/** The HTTP front: records, injects faults, finds who asks, routes, and answers as GitHub does. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Principal } from './access.ts';
import { checkAccess } from './access.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { Refusal } from './exchange.ts';
import type { Fault } from './faults.ts';
import type { RepositoryRoute, Route } from './routing.ts';
import { matchPath } from './routing.ts';
import type { World } from './world.ts';
import { findRepository } from './world.ts';

export interface RequestRecord {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** 0 while it is under way, and when the connection was dropped. */
  status: number;
  readonly login: string | null;
  readonly at: string;
}

export interface FrontOptions {
  readonly world: () => World;
  readonly routes: readonly (Route | RepositoryRoute)[];
  readonly requests: RequestRecord[];
  readonly principalOf: (authorization: string | undefined) => Principal;
}

const REQUESTS_PER_HOUR = 5_000;
const READS: readonly string[] = ['GET', 'HEAD'];

export function createFront(options: FrontOptions): Server {
  const used = new Map<string, number>();

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const world = options.world();
    const text = await readText(incoming);
    const target = new URL(incoming.url ?? '/', world.url);
    const method = incoming.method ?? 'GET';
    const path = `${target.pathname}${target.search}`;
    const principal = options.principalOf(incoming.headers.authorization);
    const login = 'login' in principal ? principal.login : null;
    const record: RequestRecord = { method, path, status: 0, login, at: world.now() };
    options.requests.push(record);

    const fault = world.faults.take(method, path, principal.kind === 'person');
    const answer = await answerWithFaults(fault, () => {
      const { headers } = incoming;
      const request = {
        method,
        path: target.pathname,
        query: target.searchParams,
        headers,
        params: {},
        principal,
      };
      const run = async () => dispatch(options, world, { ...request, body: readJson(text) });
      const reads = READS.includes(method) || target.pathname === '/graphql';
      return (reads ? run() : world.inTurn(run)).catch(toAnswer);
    });
    if (answer === 'dropped') {
      incoming.socket.destroy();
      return;
    }
    const sent = withEtag(method, incoming.headers['if-none-match'], answer);
    record.status = sent.status;
    const key = incoming.headers.authorization ?? 'anonymous';
    const spent = (used.get(key) ?? 0) + (sent.status === 304 ? 0 : 1);
    used.set(key, spent);
    send(outgoing, world, sent, Math.max(1, REQUESTS_PER_HOUR - spent));
  }

  return createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch((fault: unknown) => {
      outgoing.statusCode = 500;
      outgoing.end(JSON.stringify({ message: fault instanceof Error ? fault.message : String(fault) }));
    });
  });
}

/** GitHub's answer, or what the fault makes of it. */
async function answerWithFaults(
  fault: Fault | undefined,
  run: () => Promise<ApiAnswer>,
): Promise<ApiAnswer | 'dropped'> {
  if (fault === undefined) return run();
  if (fault.delayMilliseconds !== undefined) await pause(fault.delayMilliseconds);
  if (fault.outcome === 'reset') return 'dropped';
  if (fault.outcome === 'did-it-then-failed') {
    await run();
    return fault.status === undefined ? 'dropped' : faultAnswer(fault);
  }
  return fault.status === undefined ? run() : faultAnswer(fault);
}

async function dispatch(options: FrontOptions, world: World, request: ApiRequest): Promise<ApiAnswer> {
  if (request.principal.kind === 'unknown') throw new Refusal(401, 'Bad credentials');
  const byId = /^\/repositories\/(\d+)(\/.*)?$/.exec(request.path);
  const home = byId === null ? undefined : world.repositories.get(Number(byId[1]));
  const path = home === undefined ? request.path : `/repos/${home.json.full_name}${byId?.[2] ?? ''}`;
  for (const route of options.routes) {
    if (route.method !== request.method && !(request.method === 'HEAD' && route.method === 'GET')) continue;
    const params = matchPath(route.segments, path);
    if (params === undefined) continue;
    const matched = { ...request, path, params };
    return 'run' in route ? route.run(world, matched) : runInRepository(world, route, matched);
  }
  throw new Refusal(404, 'Not Found');
}

async function runInRepository(
  world: World,
  route: RepositoryRoute,
  request: ApiRequest,
): Promise<ApiAnswer> {
  const { owner = '', repo = '' } = request.params;
  const repository = findRepository(world, owner, repo);
  if (repository === undefined) return moved(world, `${owner}/${repo}`, request);
  const unarchives =
    route.method === 'PATCH' &&
    route.segments.length === 3 &&
    isRecord(request.body) &&
    request.body['archived'] === false;
  const archived = unarchives ? { ...repository, json: { ...repository.json, archived: false } } : repository;
  checkAccess(world, request.principal, archived, route.need);
  return route.runIn(world, repository, request);
}

/** A renamed or transferred repository answers at its old name with a redirect to its id. */
function moved(world: World, name: string, request: ApiRequest): ApiAnswer {
  const id = world.formerNames.get(name.toLowerCase());
  if (id === undefined) throw new Refusal(404, 'Not Found');
  const rest = request.path.split('/').slice(4).join('/');
  const query = request.query.size > 0 ? `?${request.query}` : '';
  const url = `${world.url}/repositories/${id}${rest === '' ? '' : `/${rest}`}${query}`;
  const status = READS.includes(request.method) ? 301 : 307;
  return { status, json: { message: 'Moved Permanently', url }, headers: { location: url } };
}

function toAnswer(fault: unknown): ApiAnswer {
  if (!(fault instanceof Refusal)) throw fault;
  const json = {
    message: fault.message,
    ...fault.details,
    documentation_url: 'https://docs.github.com/rest',
    status: String(fault.status),
  };
  return { status: fault.status, json, headers: fault.headers };
}

function faultAnswer(fault: Fault): ApiAnswer {
  const [status, headers] = [fault.status ?? 500, fault.headers ?? {}];
  if (fault.text !== undefined) {
    const bytes = { content: Buffer.from(fault.text), type: 'application/json; charset=utf-8' };
    return { status, bytes, headers };
  }
  return { status, json: fault.body ?? { message: `Injected: ${status}` }, headers };
}

function withEtag(method: string, wanted: string | undefined, answer: ApiAnswer): ApiAnswer {
  if (!READS.includes(method) || answer.status !== 200) return answer;
  const content = answer.bytes?.content ?? JSON.stringify(answer.json);
  const etag = `W/"${createHash('sha256').update(content).digest('hex')}"`;
  const headers = { ...answer.headers, etag, 'cache-control': 'private, max-age=60, s-maxage=60' };
  const strong = etag.replace('W/', '');
  const same = (wanted ?? '').split(',').some((one) => one.trim().replace('W/', '') === strong);
  return same ? { status: 304, headers } : { ...answer, headers };
}

function send(outgoing: ServerResponse, world: World, answer: ApiAnswer, remaining: number): void {
  outgoing.statusCode = answer.status;
  const headers = {
    'x-github-media-type': 'github.v3; format=json',
    'x-github-request-id': `${world.nextId()}`,
    'x-ratelimit-limit': String(REQUESTS_PER_HOUR),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(REQUESTS_PER_HOUR - remaining),
    'x-ratelimit-reset': String(Math.floor(Date.parse(world.now()) / 1_000) + 3_600),
    'x-ratelimit-resource': 'core',
    ...answer.headers,
  };
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
  if (answer.status === 204 || answer.status === 304) {
    outgoing.end();
    return;
  }
  outgoing.setHeader('content-type', answer.bytes?.type ?? 'application/json; charset=utf-8');
  outgoing.end(answer.bytes?.content ?? JSON.stringify(answer.json ?? null));
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function readJson(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
