/** Starts `emulate` as the store behind the front, and asks it things over HTTP as any person it knows. */
import { createEmulator } from 'emulate';
import type { z } from 'zod';
import { freePort } from '../support/free-port.ts';
import { Refusal } from './exchange.ts';

/** The store refuses a token's 5,000th request of the hour, so each person has many tokens, used in turn. */
const REQUESTS_PER_TOKEN = 4_900;
const TOKENS_PER_LOGIN = 400;

/** Owns nothing but has a say everywhere; the front's own questions are asked in this name. */
export const STEWARD = 'admin';

export interface EmulateStore {
  /** Asks as `login` and reads the answer by `shape`; a refusal by the store is thrown as a Refusal. */
  ask<T>(shape: z.ZodType<T>, login: string, method: string, path: string, body?: unknown): Promise<T>;
  /** Hands a request through unread. */
  pass(authorization: string, method: string, path: string, options?: PassOptions): Promise<StoreAnswer>;
  /** An Authorization header with which the store knows this person. */
  authorizationOf(login: string): string;
  close(): Promise<void>;
}

export interface PassOptions {
  readonly body?: unknown;
  readonly accept?: string;
}

export interface StoreAnswer {
  readonly status: number;
  readonly json: unknown;
  readonly bytes: Buffer;
}

export interface StoreApp {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly privateKey: string;
  readonly permissions: Readonly<Record<string, string>>;
  readonly events: readonly string[];
  readonly installations: readonly {
    readonly id: number;
    readonly account: string;
    readonly repositories: readonly string[];
  }[];
}

export interface StoreContents {
  readonly frontUrl: string;
  readonly logins: readonly string[];
  readonly organisations: readonly string[];
  readonly repositories: readonly { owner: string; name: string; private: boolean; defaultBranch: string }[];
  readonly apps: readonly StoreApp[];
}

export async function openEmulateStore(contents: StoreContents): Promise<EmulateStore> {
  // The store wants a port chosen for it.
  const port = await freePort();
  const spent = new Map<string, number>();
  const emulator = await createEmulator({
    service: 'github',
    port,
    hostname: '127.0.0.1',
    baseUrl: contents.frontUrl,
    seed: { tokens: tokensOf([STEWARD, ...contents.logins]), github: toStoreSeed(contents) },
  });

  function authorizationOf(login: string): string {
    const used = (spent.get(login) ?? 0) + 1;
    spent.set(login, used);
    return `token ${tokenOf(login, Math.floor(used / REQUESTS_PER_TOKEN) % TOKENS_PER_LOGIN)}`;
  }

  async function pass(authorization: string, method: string, path: string, options: PassOptions = {}) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        authorization,
        accept: options.accept ?? 'application/vnd.github+json',
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    return { status: response.status, bytes, json: isJson ? JSON.parse(bytes.toString('utf8')) : undefined };
  }

  return {
    pass,
    authorizationOf,
    ask: async (shape, login, method, path, body) => {
      const answer = await pass(authorizationOf(login), method, path, { body });
      if (answer.status >= 400) throw new Refusal(answer.status, messageOf(answer.json));
      return shape.parse(answer.json);
    },
    close: () => emulator.close(),
  };
}

function messageOf(json: unknown): string {
  const hasMessage = typeof json === 'object' && json !== null && 'message' in json;
  return hasMessage ? String(json.message) : 'Not Found';
}

function tokenOf(login: string, turn: number): string {
  return `store-${login}-${turn}`;
}

function tokensOf(logins: readonly string[]): Record<string, { login: string }> {
  const tokens: Record<string, { login: string }> = {};
  for (const login of logins) {
    for (let turn = 0; turn < TOKENS_PER_LOGIN; turn += 1) tokens[tokenOf(login, turn)] = { login };
  }
  return tokens;
}

function toStoreSeed(contents: StoreContents): Record<string, unknown> {
  return {
    users: contents.logins.map((login) => ({
      login,
      name: login,
      email: `${login}@users.noreply.github.com`,
    })),
    orgs: contents.organisations.map((login) => ({ login, members: [{ login: STEWARD, role: 'admin' }] })),
    repos: contents.repositories.map((repository) => ({
      owner: repository.owner,
      name: repository.name,
      private: repository.private,
      default_branch: repository.defaultBranch,
      auto_init: true,
    })),
    apps: contents.apps.map((app) => ({
      app_id: app.id,
      slug: app.slug,
      name: app.name,
      private_key: app.privateKey,
      permissions: app.permissions,
      events: app.events,
      installations: app.installations.map((installation) => ({
        installation_id: installation.id,
        account: installation.account,
        repository_selection: 'selected',
        repositories: installation.repositories,
        permissions: app.permissions,
        events: app.events,
      })),
    })),
  };
}
