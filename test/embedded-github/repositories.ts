/** Repositories themselves, and who may do what in them. */
import { z } from 'zod';
import { actorOf, permissionFlags, roleOf } from './access.ts';
import { STEWARD } from './emulate-store.ts';
import { announce } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { pageOf, Refusal, readBody } from './exchange.ts';
import { inRepository } from './routing.ts';
import { RepositoryShape } from './shapes.ts';
import { renderRepository, storePath } from './subjects.ts';
import type { Repository, Role, World } from './world.ts';
import { accountOf } from './world.ts';

const READ = { role: 'read', permissions: ['metadata:read'] } as const;
const LOOK = { role: 'write', permissions: ['metadata:read'] } as const;
const ADMIN = { role: 'admin', permissions: ['administration:write'] } as const;
const Change = z.looseObject({ name: z.string().optional(), archived: z.boolean().optional() });
const Transfer = z.object({ new_owner: z.string() });
const Collaborator = z.object({ permission: z.string().optional() });
/** GitHub names roles one way in requests and another in answers. */
const ROLE_OF: Readonly<Record<string, Role>> = {
  pull: 'read',
  read: 'read',
  triage: 'triage',
  push: 'write',
  write: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

export const repositoryRoutes = [
  inRepository('GET ', READ, (world, repository, request) => {
    const { principal } = request;
    const role = principal.kind === 'person' ? roleOf(world, repository, principal.login) : null;
    const permissions = principal.kind === 'person' ? { permissions: permissionFlags(role) } : {};
    return { status: 200, json: { ...renderRepository(repository), ...permissions } };
  }),
  inRepository('PATCH ', ADMIN, change),
  inRepository('POST /transfer', ADMIN, transfer),
  inRepository('GET /collaborators', LOOK, (world, repository, request) => {
    const people = [...repository.roles.keys()].filter((login) => !login.endsWith('[bot]'));
    const page = pageOf(world.url, request, people, world.pageLimit);
    return { status: 200, json: page.items.map((login) => accountOf(world, login)), headers: page.headers };
  }),
  inRepository('GET /collaborators/:login/permission', READ, (world, repository, request) => {
    const account = accountOf(world, request.params['login'] ?? '');
    const role = roleOf(world, repository, account.login);
    return { status: 200, json: renderPermission(account, role) };
  }),
  inRepository('PUT /collaborators/:login', ADMIN, (world, repository, request) => {
    const account = accountOf(world, request.params['login'] ?? '');
    const { permission = 'push' } = readBody(Collaborator, request.body, 'Repository');
    const role = ROLE_OF[permission];
    if (role === undefined) throw new Refusal(422, 'Validation Failed');
    repository.roles.set(account.login.toLowerCase(), role);
    return { status: 204 };
  }),
  inRepository('DELETE /collaborators/:login', ADMIN, (_world, repository, request) => {
    repository.roles.delete((request.params['login'] ?? '').toLowerCase());
    return { status: 204 };
  }),
];

function renderPermission(account: Record<string, unknown>, role: Role | null): Record<string, unknown> {
  const legacy = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read' } as const;
  return {
    permission: role === null ? 'none' : legacy[role],
    role_name: role ?? '',
    user: { ...account, permissions: permissionFlags(role), role_name: role ?? '' },
  };
}

async function change(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const wanted = readBody(Change, request.body, 'Repository');
  const before = repository.json;
  await rewrite(world, repository, 'PATCH', storePath(repository), wanted);
  const login = actorOf(request.principal);
  const after = repository.json;
  const tell = (action: string, changes?: Record<string, unknown>) =>
    announce(world, repository, login, 'repository', action, changes === undefined ? {} : { changes });
  if (before.name !== after.name) tell('renamed', { repository: { name: { from: before.name } } });
  if (before.archived !== after.archived) tell(after.archived ? 'archived' : 'unarchived');
  if (before.private !== after.private) tell(after.private ? 'privatized' : 'publicized');
  if (before.default_branch !== after.default_branch) {
    tell('edited', { default_branch: { from: before.default_branch } });
  }
  return { status: 200, json: renderRepository(repository) };
}

async function transfer(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const from = repository.json.owner;
  const wanted = readBody(Transfer, request.body, 'Repository');
  const owner = accountOf(world, wanted.new_owner);
  await rewrite(world, repository, 'POST', `${storePath(repository)}/transfer`, { new_owner: owner.login });
  const kind = from.type === 'Organization' ? 'organization' : 'user';
  announce(world, repository, actorOf(request.principal), 'repository', 'transferred', {
    changes: { owner: { from: { [kind]: from } } },
  });
  return { status: 202, json: renderRepository(repository) };
}

/** Changes the repository in the store and keeps its former name for redirects. */
async function rewrite(
  world: World,
  repository: Repository,
  method: string,
  path: string,
  body: unknown,
): Promise<void> {
  const { created_at } = repository.json;
  const former = repository.json.full_name.toLowerCase();
  const stored = await world.store.ask(RepositoryShape, STEWARD, method, path, body);
  const owner = accountOf(world, stored.owner.login);
  repository.json = { ...stored, owner, created_at, updated_at: world.now() };
  if (stored.full_name.toLowerCase() !== former) world.formerNames.set(former, repository.id);
}
