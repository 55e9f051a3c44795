/** Reads accounts and repositories from the store into a new world. */
import { z } from 'zod';
import {
  APP_EVENTS,
  APP_PERMISSIONS,
  BOT_LOGINS,
  CHOKEPOINT,
  GITHUB_ACTIONS,
  HOOK_ID,
  WEBHOOK_SECRET,
} from './built-in-apps.ts';
import { createDeliveries } from './deliveries.ts';
import type { EmulateStore } from './emulate-store.ts';
import { STEWARD } from './emulate-store.ts';
import { createFaultQueue } from './faults.ts';
import { loginsOf, ownersOf } from './plant-seed.ts';
import type { Seed } from './seed.ts';
import { AccountShape, RepositoryShape } from './shapes.ts';
import type { EmbeddedGitHubOptions } from './start.ts';
import type { Repository, World } from './world.ts';
import { findRepository } from './world.ts';

export interface InstallationPlan {
  readonly id: number;
  readonly account: string;
  readonly repositories: readonly string[];
}

export interface Filling {
  readonly options: EmbeddedGitHubOptions;
  readonly url: string;
  readonly store: EmulateStore;
  readonly owner: string;
  readonly installations: readonly InstallationPlan[];
}

export async function fillWorld({ options, url, store, owner, installations }: Filling): Promise<World> {
  const clock = options.clock ?? (() => new Date());
  let lastId = 9_000_000;
  const now = (): string => (world.instant ?? clock().toISOString()).replace(/\.\d+Z$/, 'Z');
  let writing: Promise<unknown> = Promise.resolve();
  const world: World = {
    url,
    store,
    deliveries: createDeliveries({
      secret: WEBHOOK_SECRET,
      hookId: HOOK_ID,
      url: options.webhookUrl ?? null,
      now: () => now(),
    }),
    faults: createFaultQueue(),
    accounts: new Map(),
    repositories: new Map(),
    issueFields: (options.seed.issueFields ?? []).map((field, index) => ({ ...field, id: index + 1 })),
    issueFieldValues: new Map(),
    formerNames: new Map(),
    installations: [],
    app: { ...CHOKEPOINT, owner },
    appEvents: options.events ?? APP_EVENTS,
    workflowApp: { ...GITHUB_ACTIONS, owner: 'github' },
    appPermissions: APP_PERMISSIONS,
    workflowPermissions: APP_PERMISSIONS,
    pageLimit: options.pageLimit ?? 100,
    related: { subIssues: false, dependencies: false },
    muted: false,
    instant: null,
    now,
    nextId: () => {
      lastId += 1;
      return lastId;
    },
    inTurn: (write) => {
      const turn = writing.then(write);
      writing = turn.catch(() => undefined);
      return turn;
    },
  };
  await readAccounts(world, options.seed);
  await readRepositories(world, options.seed);
  for (const plan of installations) {
    const ids = plan.repositories.flatMap((fullName) => {
      const [account = '', name = ''] = fullName.split('/');
      return findRepository(world, account, name)?.id ?? [];
    });
    world.installations.push({ ...plan, repositoryIds: new Set(ids), suspendedAt: null });
  }
  return world;
}

async function readAccounts(world: World, seed: Seed): Promise<void> {
  for (const login of [...loginsOf(seed), ...BOT_LOGINS]) {
    const account = await world.store.ask(
      AccountShape,
      STEWARD,
      'GET',
      `/users/${encodeURIComponent(login)}`,
    );
    const brief = Object.fromEntries(
      Object.entries(account).filter(([name]) => !/_at$|^(bio|email|name)$/.test(name)),
    );
    const bot = { type: 'Bot', html_url: `${world.url}/apps/${login.replace('[bot]', '')}` };
    const known = AccountShape.parse({
      ...brief,
      site_admin: false,
      ...(login.endsWith('[bot]') ? bot : {}),
    });
    world.accounts.set(login.toLowerCase(), known);
  }
  for (const login of ownersOf(seed).organisations) {
    const account = await world.store.ask(
      z.looseObject({ login: z.string(), id: z.number() }),
      STEWARD,
      'GET',
      `/orgs/${login}`,
    );
    // The store counts people and organisations apart; on GitHub no two accounts share an id.
    const id = account.id + 70_000;
    const page = { url: `${world.url}/users/${login}`, html_url: `${world.url}/${login}` };
    world.accounts.set(login.toLowerCase(), { login: account.login, id, type: 'Organization', ...page });
  }
}

async function readRepositories(world: World, seed: Seed): Promise<void> {
  for (const { fullName } of seed.repositories) {
    const owner = fullName.split('/')[0] ?? '';
    const asking = ownersOf(seed).people.includes(owner) ? owner : STEWARD;
    const stored = await world.store.ask(RepositoryShape, asking, 'GET', `/repos/${fullName}`);
    const at = world.now();
    const account = world.accounts.get(owner.toLowerCase()) ?? stored.owner;
    const repository: Repository = {
      id: stored.id,
      json: { ...stored, owner: account, created_at: at, updated_at: at, pushed_at: at },
      roles: new Map(),
      labels: new Map(),
      milestones: new Map(),
      subjects: new Map(),
      deletedNumbers: new Set(),
      comments: new Map(),
      checkRuns: new Map(),
      reactions: new Map(),
    };
    world.repositories.set(repository.id, repository);
  }
}
