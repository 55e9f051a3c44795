/** The tokens in circulation, and who each speaks for. */
import { randomBytes } from 'node:crypto';
import type { Principal } from './access.ts';
import { botLoginOf } from './app-identity.ts';
import { APP_PERMISSIONS } from './built-in-apps.ts';
import type { AppIdentity, Installation, Permissions, World } from './world.ts';

export interface Tokens {
  person(login: string): string;
  workflow(repositoryId: number, permissions: () => Permissions): string;
  remember(token: string, installation: Installation, permissions: Readonly<Record<string, string>>): void;
  principalOf(authorization: string | undefined): Principal;
}

/** `world` is asked late: tokens exist before it is complete. */
export function createTokens(world: () => World): Tokens {
  const known = new Map<string, Principal>();
  const people = new Map<string, string>();

  function appPrincipal(
    app: AppIdentity,
    installationId: number | null,
    covers: (repositoryId: number) => boolean,
    permissions: () => Permissions,
  ): Principal {
    return { kind: 'token', login: botLoginOf(app), app, installationId, covers, permissions };
  }

  return {
    person: (login) => {
      const key = login.toLowerCase();
      if (!world().accounts.has(key)) throw new Error(`Nobody is called ${login} here`);
      const token = people.get(key) ?? newToken('ghp');
      people.set(key, token);
      known.set(token, { kind: 'person', login: world().accounts.get(key)?.login ?? login });
      return token;
    },
    workflow: (repositoryId, permissions) => {
      const token = newToken('ghs');
      const covers = (id: number) => id === repositoryId;
      known.set(token, appPrincipal(world().workflowApp, null, covers, permissions));
      return token;
    },
    remember: (token, installation, granted) => {
      const covers = (id: number) => installation.repositoryIds.has(id);
      const permissions = () => lesserOf(granted, world().appPermissions);
      known.set(token, appPrincipal(world().app, installation.id, covers, permissions));
    },
    principalOf: (authorization) => {
      if (authorization === undefined) return { kind: 'anonymous' };
      const token = bareToken(authorization);
      if (token.startsWith('eyJ')) return { kind: 'app', authorization: `Bearer ${token}` };
      return known.get(token) ?? { kind: 'unknown' };
    },
  };
}

/** A token's own permissions, as far as the App still has them; the store knows only those of its manifest. */
function lesserOf(granted: Readonly<Record<string, string>>, held: Permissions): Permissions {
  const lesser: Permissions = {};
  for (const [name, level] of Object.entries(held)) {
    const own = granted[name] ?? (name in APP_PERMISSIONS ? undefined : level);
    if (own !== undefined) lesser[name] = level === 'write' && own === 'write' ? 'write' : 'read';
  }
  return lesser;
}

function bareToken(authorization: string): string {
  const basic = /^basic\s+(.+)$/i.exec(authorization)?.[1];
  if (basic !== undefined) return Buffer.from(basic, 'base64').toString('utf8').split(':').at(-1) ?? '';
  return authorization.replace(/^(bearer|token)\s+/i, '').trim();
}

function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(18).toString('hex')}`;
}
