/** Puts the embedded GitHub together: the store, the front, the App and the seed. */
import { generateKeyPair } from 'node:crypto';
import type { Server } from 'node:http';
import { createActing } from './act.ts';
import { appRoutes, renderInstallation } from './app-routes.ts';
import {
  APP_EVENTS,
  APP_PERMISSIONS,
  BOT_LOGINS,
  CHOKEPOINT,
  FIRST_INSTALLATION_ID,
  WEBHOOK_SECRET,
} from './built-in-apps.ts';
import { checkRunRoutes } from './check-runs.ts';
import { commentRoutes } from './comments.ts';
import { contentRoutes } from './contents.ts';
import { openEmulateStore, STEWARD } from './emulate-store.ts';
import type { InstallationPlan } from './fill-world.ts';
import { fillWorld } from './fill-world.ts';
import type { RequestRecord } from './front.ts';
import { createFront } from './front.ts';
import { graphqlRoutes } from './graphql.ts';
import { issueFieldRoutes } from './issue-fields.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { milestoneRoutes } from './milestones.ts';
import { loginsOf, ownersOf, plantSeed } from './plant-seed.ts';
import { pullRoutes } from './pull-requests.ts';
import { reactionRoutes } from './reactions.ts';
import { relationRoutes } from './relations.ts';
import { repositoryRoutes } from './repositories.ts';
import type { Seed } from './seed.ts';
import type { EmbeddedGitHub, EmbeddedGitHubOptions } from './start.ts';
import { createTokens } from './tokens.ts';
import { userRoutes } from './users.ts';
import type { Installation, Repository, World } from './world.ts';
import { accountOf, findRepository } from './world.ts';

let privateKey: Promise<string> | undefined;

export async function openWorld(options: EmbeddedGitHubOptions): Promise<EmbeddedGitHub> {
  const { seed } = options;
  privateKey ??= createPrivateKey();
  const key = await privateKey;
  const requests: RequestRecord[] = [];
  let world: World | undefined;
  const opened = (): World => {
    if (world === undefined) throw new Error('The embedded GitHub is still starting');
    return world;
  };
  const tokens = createTokens(opened);
  const routes = [
    ...appRoutes(tokens),
    ...graphqlRoutes,
    ...userRoutes,
    ...issueFieldRoutes,
    ...commentRoutes,
    ...reactionRoutes,
    ...labelRoutes,
    ...relationRoutes,
    ...issueRoutes,
    ...milestoneRoutes,
    ...pullRoutes,
    ...checkRunRoutes,
    ...contentRoutes,
    ...repositoryRoutes,
  ];
  const server = createFront({ world: opened, routes, requests, principalOf: tokens.principalOf });
  const url = await listen(server, options.port ?? 0);
  const installations = planInstallations(seed);
  const store = await openEmulateStore({
    frontUrl: url,
    logins: [...loginsOf(seed), ...BOT_LOGINS],
    organisations: ownersOf(seed).organisations,
    repositories: seed.repositories.map((repository) => {
      const [owner = '', name = ''] = repository.fullName.split('/');
      return {
        owner,
        name,
        private: repository.private ?? false,
        defaultBranch: repository.defaultBranch ?? 'main',
      };
    }),
    apps: [
      {
        ...CHOKEPOINT,
        privateKey: key,
        permissions: APP_PERMISSIONS,
        events: APP_EVENTS,
        installations,
      },
    ],
  });
  const owner = seed.repositories[0]?.fullName.split('/')[0] ?? STEWARD;
  world = await fillWorld({ options, url, store, owner, installations });
  world.muted = true;
  await plantSeed(world, seed);
  world.muted = false;
  return present({ world, server, requests, tokens, key, seed });
}

function planInstallations(seed: Seed): InstallationPlan[] {
  const accounts = [...new Set(seed.repositories.map(({ fullName }) => fullName.split('/')[0] ?? ''))];
  return accounts.map((account, index) => ({
    id: FIRST_INSTALLATION_ID + index,
    account,
    repositories: seed.repositories
      .filter(({ installed }) => installed !== false)
      .map(({ fullName }) => fullName)
      .filter((fullName) => fullName.startsWith(`${account}/`)),
  }));
}

interface Presenting {
  readonly world: World;
  readonly server: Server;
  readonly requests: RequestRecord[];
  readonly tokens: ReturnType<typeof createTokens>;
  readonly key: string;
  readonly seed: Seed;
}

function present({ world, server, requests, tokens, key }: Presenting): EmbeddedGitHub {
  const first = [...world.repositories.values()][0];
  const bot = `${CHOKEPOINT.slug}[bot]`;
  const find = (fullName: string): Repository => {
    const [owner = '', name = ''] = fullName.split('/');
    const repository = findRepository(world, owner, name);
    if (repository === undefined) throw new Error(`There is no repository ${fullName} here`);
    return repository;
  };
  return {
    url: world.url,
    app: {
      id: CHOKEPOINT.id,
      slug: CHOKEPOINT.slug,
      privateKey: key,
      webhookSecret: WEBHOOK_SECRET,
      installationId: FIRST_INSTALLATION_ID,
      botLogin: bot,
      botUserId: world.accounts.get(bot)?.id ?? 0,
    },
    ...createActing(world, find),
    token: tokens.person,
    workflowToken: tokens.workflow(first?.id ?? 0, () => world.workflowPermissions),
    createWorkflowToken: (repository, permissions) => tokens.workflow(find(repository).id, () => permissions),
    setWorkflowPermissions: (permissions) => {
      world.workflowPermissions = permissions;
    },
    setAppPermissions: (permissions) => {
      world.appPermissions = permissions;
    },
    setSuspended: (suspended) => {
      for (const installation of world.installations) setSuspended(world, installation, suspended);
    },
    requests,
    deliveries: world.deliveries.log,
    redeliver: world.deliveries.redeliver,
    settle: world.deliveries.settle,
    setWebhookUrl: world.deliveries.setUrl,
    inject: world.faults.add,
    injectByChoice: world.faults.setChoice,
    clearFaults: world.faults.clear,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await world.deliveries.settle();
      await world.store.close();
    },
  };
}

function setSuspended(world: World, installation: Installation, suspended: boolean): void {
  installation.suspendedAt = suspended ? world.now() : null;
  const payload = {
    action: suspended ? 'suspend' : 'unsuspend',
    installation: renderInstallation(world, installation),
    sender: accountOf(world, installation.account),
  };
  // Sent to every App, whatever it subscribes to.
  world.deliveries.send('installation', payload, { installationId: installation.id, repositoryId: null });
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The front has no port');
  return `http://127.0.0.1:${address.port}`;
}

function createPrivateKey(): Promise<string> {
  const format = { type: 'pkcs1', format: 'pem' } as const;
  const options = { modulusLength: 2048, publicKeyEncoding: format, privateKeyEncoding: format } as const;
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', options, (fault, _publicKey, made) =>
      fault === null ? resolve(made) : reject(fault),
    );
  });
}
