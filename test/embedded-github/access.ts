/** Who sends a request, and what that person or App may do with a repository. */
import { Refusal } from './exchange.ts';
import type { AppIdentity, Permissions, Repository, Role, World } from './world.ts';

export type Principal =
  | { readonly kind: 'anonymous' }
  /** A token that nobody holds. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'person'; readonly login: string }
  | { readonly kind: 'app'; readonly authorization: string }
  | {
      readonly kind: 'token';
      readonly login: string;
      readonly app: AppIdentity;
      readonly installationId: number | null;
      readonly covers: (repositoryId: number) => boolean;
      readonly permissions: () => Permissions;
    };

/** What a route asks for: a person's role, and an App's permissions, of which any one suffices. */
export interface Need {
  readonly role: Role;
  readonly permissions: readonly `${string}:${'read' | 'write'}`[];
}

const ROLES: readonly Role[] = ['read', 'triage', 'write', 'maintain', 'admin'];

export function roleOf(world: World, repository: Repository, login: string): Role | null {
  const held = repository.roles.get(login.toLowerCase());
  if (held !== undefined) return held;
  if (repository.json.owner.login.toLowerCase() === login.toLowerCase()) return 'admin';
  return !repository.json.private && world.accounts.has(login.toLowerCase()) ? 'read' : null;
}

export function holdsRole(held: Role | null, wanted: Role): boolean {
  return held !== null && ROLES.indexOf(held) >= ROLES.indexOf(wanted);
}

/** Refuses with 401, 403 or 404 as GitHub does. */
export function checkAccess(world: World, principal: Principal, repository: Repository, need: Need): void {
  const writes = need.permissions.some((permission) => permission.endsWith(':write'));
  const open = !repository.json.private && !writes;
  if (principal.kind === 'app') {
    throw new Refusal(401, 'A JSON web token could not be used for this request');
  }
  if (principal.kind === 'unknown') throw new Refusal(401, 'Bad credentials');
  if (principal.kind === 'anonymous') {
    if (open) return;
    throw writes ? new Refusal(401, 'Requires authentication') : new Refusal(404, 'Not Found');
  }
  if (principal.kind === 'person') {
    const held = roleOf(world, repository, principal.login);
    if (held === null) throw new Refusal(404, 'Not Found');
    if (!holdsRole(held, need.role)) throw new Refusal(403, 'Must have admin rights to Repository.');
  } else {
    checkToken(world, principal, repository, need, open);
  }
  if (writes && repository.json.archived) {
    throw new Refusal(403, 'Repository was archived so is read-only.');
  }
}

function checkToken(
  world: World,
  principal: Extract<Principal, { kind: 'token' }>,
  repository: Repository,
  need: Need,
  open: boolean,
): void {
  checkNotSuspended(world, principal);
  if (open) return;
  if (!principal.covers(repository.id)) {
    if (repository.json.private) throw new Refusal(404, 'Not Found');
    throw notAccessible(need);
  }
  const granted = principal.permissions();
  const suffices = need.permissions.some((permission) => {
    const [name = '', level] = permission.split(':');
    return granted[name] === 'write' || (granted[name] === 'read' && level === 'read');
  });
  if (!suffices) throw notAccessible(need);
}

export function checkNotSuspended(world: World, principal: Principal): void {
  if (principal.kind !== 'token' || principal.installationId === null) return;
  const installation = world.installations.find(({ id }) => id === principal.installationId);
  if (installation === undefined) throw new Refusal(401, 'Bad credentials');
  if (installation.suspendedAt !== null) throw new Refusal(403, 'This installation has been suspended');
}

function notAccessible(need: Need): Refusal {
  const accepted = need.permissions.map((permission) => permission.replace(':', '=')).join('; ');
  return new Refusal(
    403,
    'Resource not accessible by integration',
    {},
    {
      'x-accepted-github-permissions': accepted,
    },
  );
}

/** The login that a write is recorded under; nobody writes without one. */
export function actorOf(principal: Principal): string {
  if (principal.kind === 'person' || principal.kind === 'token') return principal.login;
  throw new Refusal(401, 'Requires authentication');
}

export function writingApp(principal: Principal): AppIdentity | null {
  return principal.kind === 'token' ? principal.app : null;
}

/** The flags GitHub gives beside a role. */
export function permissionFlags(role: Role | null): Record<string, boolean> {
  return {
    admin: holdsRole(role, 'admin'),
    maintain: holdsRole(role, 'maintain'),
    push: holdsRole(role, 'write'),
    triage: holdsRole(role, 'triage'),
    pull: holdsRole(role, 'read'),
  };
}
