/** The App's own endpoints: who it is, its installations and tokens, and the log of its webhooks. */
import { z } from 'zod';
import { checkNotSuspended } from './access.ts';
import { renderApp } from './app-identity.ts';
import type { DeliveryRecord } from './deliveries.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { linkTo, numberParam, pageOf, pageSize, Refusal } from './exchange.ts';
import { route } from './routing.ts';
import { renderRepository } from './subjects.ts';
import type { Installation, World } from './world.ts';
import { accountOf, findRepository } from './world.ts';

const DELIVERIES_KEPT_MILLISECONDS = 3 * 24 * 60 * 60 * 1_000;
const IssuedToken = z.looseObject({ token: z.string(), permissions: z.record(z.string(), z.string()) });

export interface IssuedTokens {
  remember(token: string, installation: Installation, permissions: Readonly<Record<string, string>>): void;
}

export function appRoutes(tokens: IssuedTokens) {
  return [
    route('GET /app', async (world, request) => {
      await signIn(world, request);
      return {
        status: 200,
        json: { ...renderApp(world, world.app), installations_count: world.installations.length },
      };
    }),
    route('GET /app/installations', async (world, request) => {
      await signIn(world, request);
      const page = pageOf(world.url, request, world.installations, world.pageLimit);
      return {
        status: 200,
        json: page.items.map((one) => renderInstallation(world, one)),
        headers: page.headers,
      };
    }),
    route('GET /app/installations/:id', async (world, request) => {
      await signIn(world, request);
      return {
        status: 200,
        json: renderInstallation(world, installationOf(world, numberParam(request, 'id'))),
      };
    }),
    route('POST /app/installations/:id/access_tokens', (world, request) =>
      issueToken(world, request, tokens),
    ),
    route('GET /repos/:owner/:repo/installation', async (world, request) => {
      await signIn(world, request);
      const repository = findRepository(world, request.params['owner'] ?? '', request.params['repo'] ?? '');
      const found = world.installations.find(({ repositoryIds }) => repositoryIds.has(repository?.id ?? -1));
      if (found === undefined) throw new Refusal(404, 'Not Found');
      return { status: 200, json: renderInstallation(world, found) };
    }),
    route('GET /installation/repositories', listRepositories),
    route('GET /app/hook/deliveries', listDeliveries),
    route('GET /app/hook/deliveries/:id', async (world, request) => {
      await signIn(world, request);
      const record = deliveryOf(world, request);
      const details = {
        request: {
          headers: { 'X-GitHub-Delivery': record.guid, 'X-GitHub-Event': record.event },
          payload: record.payload,
        },
        response: { headers: {}, payload: '' },
      };
      return { status: 200, json: { ...renderDelivery(record), ...details } };
    }),
    route('POST /app/hook/deliveries/:id/attempts', async (world, request) => {
      await signIn(world, request);
      void world.deliveries.redeliver(deliveryOf(world, request).guid);
      return { status: 202, json: {} };
    }),
  ];
}

/** The store checks the signature of the App's web token. */
async function signIn(world: World, request: ApiRequest): Promise<string> {
  if (request.principal.kind !== 'app') throw new Refusal(401, 'A JSON web token could not be decoded');
  const { authorization } = request.principal;
  const answer = await world.store.pass(authorization, 'GET', '/app');
  if (answer.status !== 200) throw new Refusal(401, 'A JSON web token could not be decoded');
  return authorization;
}

async function issueToken(world: World, request: ApiRequest, tokens: IssuedTokens): Promise<ApiAnswer> {
  const authorization = await signIn(world, request);
  const installation = installationOf(world, numberParam(request, 'id'));
  if (installation.suspendedAt !== null) throw new Refusal(403, 'This installation has been suspended');
  const answer = await world.store.pass(authorization, 'POST', request.path, { body: request.body ?? {} });
  if (answer.status !== 201) return { status: answer.status, json: answer.json };
  const issued = IssuedToken.parse(answer.json);
  tokens.remember(issued.token, installation, issued.permissions);
  const expires_at = new Date(Date.parse(world.now()) + 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z');
  return { status: 201, json: { ...issued, expires_at, repository_selection: 'selected' } };
}

function listRepositories(world: World, request: ApiRequest): ApiAnswer {
  const { principal } = request;
  if (principal.kind !== 'token')
    throw new Refusal(
      403,
      'You must authenticate with an installation access token in order to list repositories for an installation.',
    );
  checkNotSuspended(world, principal);
  const covered = [...world.repositories.values()].filter(({ id }) => principal.covers(id));
  const page = pageOf(world.url, request, covered, world.pageLimit);
  const json = {
    total_count: covered.length,
    repository_selection: 'selected',
    repositories: page.items.map(renderRepository),
  };
  return { status: 200, json, headers: page.headers };
}

async function listDeliveries(world: World, request: ApiRequest): Promise<ApiAnswer> {
  await signIn(world, request);
  const cursor = request.query.get('cursor');
  const size = pageSize(request, world.pageLimit);
  const now = Date.parse(world.now());
  const kept = world.deliveries.log
    .filter(({ deliveredAt }) => now - Date.parse(deliveredAt) <= DELIVERIES_KEPT_MILLISECONDS)
    .filter(({ id }) => cursor === null || id < Number(cursor.replace('v1_', '')))
    .filter(({ statusCode }) => statusCode !== null)
    .toReversed();
  const items = kept.slice(0, size);
  const next = kept.length > size ? `v1_${items.at(-1)?.id}` : null;
  const headers: Record<string, string> =
    next === null ? {} : { link: `<${linkTo(world.url, request, { cursor: next })}>; rel="next"` };
  return { status: 200, json: items.map(renderDelivery), headers };
}

function deliveryOf(world: World, request: ApiRequest): DeliveryRecord {
  const id = numberParam(request, 'id');
  const record = world.deliveries.log.find((one) => one.id === id);
  if (record === undefined) throw new Refusal(404, 'Not Found');
  return record;
}

function renderDelivery(record: DeliveryRecord): Record<string, unknown> {
  const code = record.statusCode ?? 0;
  return {
    id: record.id,
    guid: record.guid,
    delivered_at: record.deliveredAt,
    redelivery: record.redelivery,
    duration: record.durationSeconds,
    status: code === 0 ? 'failed to connect to host' : code < 300 ? 'OK' : `Invalid HTTP Response: ${code}`,
    status_code: code,
    event: record.event,
    action: record.action,
    installation_id: record.installationId,
    repository_id: record.repositoryId,
    throttled_at: null,
  };
}

function installationOf(world: World, id: number): Installation {
  const installation = world.installations.find((one) => one.id === id);
  if (installation === undefined) throw new Refusal(404, 'Not Found');
  return installation;
}

export function renderInstallation(world: World, installation: Installation): Record<string, unknown> {
  const account = accountOf(world, installation.account);
  return {
    id: installation.id,
    account,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: account.id,
    target_type: account.type,
    repository_selection: 'selected',
    access_tokens_url: `${world.url}/app/installations/${installation.id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    permissions: world.appPermissions,
    events: world.appEvents,
    suspended_at: installation.suspendedAt,
    suspended_by: null,
  };
}
