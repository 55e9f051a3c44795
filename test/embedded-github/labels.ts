/** Labels of a repository, and of issues and pull requests alike. */
import { z } from 'zod';
import { actorOf } from './access.ts';
import { STEWARD } from './emulate-store.ts';
import { announce, announceChanges, pictureOf } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody, validationFailed } from './exchange.ts';
import { inRepository } from './routing.ts';
import type { Label } from './shapes.ts';
import { LabelShape } from './shapes.ts';
import { rereadSubject, storePath } from './subjects.ts';
import type { Repository, Subject, World } from './world.ts';
import { findLabel, subjectOf } from './world.ts';

const READ = { role: 'read', permissions: ['issues:read', 'pull_requests:read'] } as const;
const EDIT = { role: 'write', permissions: ['issues:write', 'pull_requests:write'] } as const;
const GIVE = { role: 'triage', permissions: ['issues:write', 'pull_requests:write'] } as const;

const Color = z.string().regex(/^#?[0-9a-fA-F]{6}$/);
const NewLabel = z.object({
  name: z.string().min(1).max(50),
  color: Color.optional(),
  description: z.string().max(100).nullish(),
});
const LabelChange = z.object({
  new_name: z.string().min(1).max(50).optional(),
  color: Color.optional(),
  description: z.string().max(100).nullish(),
});
const NamedLabel = z.union([z.string().min(1), z.object({ name: z.string().min(1) })]);
export const LabelNames = z
  .union([z.array(NamedLabel), z.object({ labels: z.array(NamedLabel) })])
  .transform((given) => (Array.isArray(given) ? given : given.labels))
  .transform((given) => given.map((label) => (typeof label === 'string' ? label : label.name)));

export const labelRoutes = [
  inRepository('GET /labels', READ, (world, repository, request) => {
    const sorted = [...repository.labels.values()].sort((one, other) => one.name.localeCompare(other.name));
    const page = pageOf(world.url, request, sorted, world.pageLimit);
    return { status: 200, json: page.items, headers: page.headers };
  }),
  inRepository('POST /labels', EDIT, async (world, repository, request) => {
    const wanted = readBody(NewLabel, request.body, 'Label');
    return { status: 201, json: await createLabel(world, repository, wanted, actorOf(request.principal)) };
  }),
  inRepository('GET /labels/:name', READ, (_world, repository, request) => ({
    status: 200,
    json: labelOf(repository, request),
  })),
  inRepository('PATCH /labels/:name', EDIT, changeLabel),
  inRepository('DELETE /labels/:name', EDIT, deleteLabel),
  inRepository('GET /issues/:number/labels', READ, (world, repository, request) => {
    const labels = labelsOf(repository, subjectOf(repository, numberParam(request, 'number')));
    const page = pageOf(world.url, request, labels, world.pageLimit);
    return { status: 200, json: page.items, headers: page.headers };
  }),
  inRepository('POST /issues/:number/labels', GIVE, (world, repository, request) =>
    giveLabels(world, repository, request, 'POST'),
  ),
  inRepository('PUT /issues/:number/labels', GIVE, (world, repository, request) =>
    giveLabels(world, repository, request, 'PUT'),
  ),
  inRepository('DELETE /issues/:number/labels/:name', GIVE, takeLabel),
  inRepository('DELETE /issues/:number/labels', GIVE, async (world, repository, request) => {
    const subject = subjectOf(repository, numberParam(request, 'number'));
    await setLabels(world, repository, subject, [], 'PUT', actorOf(request.principal));
    return { status: 204 };
  }),
];

export async function createLabel(
  world: World,
  repository: Repository,
  wanted: z.infer<typeof NewLabel>,
  login: string,
): Promise<Label> {
  if (findLabel(repository, wanted.name) !== undefined) {
    throw validationFailed('Label', 'name', 'already_exists');
  }
  const label = await world.store.ask(LabelShape, STEWARD, 'POST', `${storePath(repository)}/labels`, {
    name: wanted.name,
    color: (wanted.color ?? 'ededed').replace('#', ''),
    description: wanted.description ?? null,
  });
  repository.labels.set(label.id, label);
  announce(world, repository, login, 'label', 'created', { label });
  return label;
}

/** Adds (`POST`) or replaces (`PUT`) a subject's labels; a label the repository lacks is created grey. */
export async function setLabels(
  world: World,
  repository: Repository,
  subject: Subject,
  names: readonly string[],
  method: 'POST' | 'PUT',
  login: string,
): Promise<void> {
  const before = pictureOf(repository, subject);
  const labels: string[] = [];
  for (const name of names) {
    const label = findLabel(repository, name) ?? (await createLabel(world, repository, { name }, login));
    labels.push(label.name);
  }
  const path = `${storePath(repository)}/issues/${subject.number}/labels`;
  await world.store.ask(z.unknown(), STEWARD, method, path, { labels });
  const { updatedAt } = subject;
  await rereadSubject(world, repository, subject);
  const unchanged = subject.labelIds.join() === before.labels.map(({ id }) => id).join();
  if (unchanged) subject.updatedAt = updatedAt;
  announceChanges(world, repository, subject, before, login);
}

function labelsOf(repository: Repository, subject: Subject): Label[] {
  return subject.labelIds.flatMap((id) => repository.labels.get(id) ?? []);
}

function labelOf(repository: Repository, request: ApiRequest): Label {
  const label = findLabel(repository, request.params['name'] ?? '');
  if (label === undefined) throw new Refusal(404, 'Not Found');
  return label;
}

async function giveLabels(
  world: World,
  repository: Repository,
  request: ApiRequest,
  method: 'POST' | 'PUT',
): Promise<ApiAnswer> {
  const subject = subjectOf(repository, numberParam(request, 'number'));
  const names = readBody(LabelNames, request.body, 'Label');
  await setLabels(world, repository, subject, names, method, actorOf(request.principal));
  return { status: 200, json: labelsOf(repository, subject) };
}

async function takeLabel(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const subject = subjectOf(repository, numberParam(request, 'number'));
  const label = findLabel(repository, request.params['name'] ?? '');
  if (label === undefined || !subject.labelIds.includes(label.id)) {
    throw new Refusal(404, 'Label does not exist');
  }
  const before = pictureOf(repository, subject);
  const path = `${storePath(repository)}/issues/${subject.number}/labels/${encodeURIComponent(label.name)}`;
  await world.store.ask(z.unknown(), STEWARD, 'DELETE', path);
  await rereadSubject(world, repository, subject);
  announceChanges(world, repository, subject, before, actorOf(request.principal));
  return { status: 200, json: labelsOf(repository, subject) };
}

async function changeLabel(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const label = labelOf(repository, request);
  const change = readBody(LabelChange, request.body, 'Label');
  const taken = change.new_name === undefined ? undefined : findLabel(repository, change.new_name);
  if (taken !== undefined && taken.id !== label.id) throw validationFailed('Label', 'name', 'already_exists');
  const path = `${storePath(repository)}/labels/${encodeURIComponent(label.name)}`;
  const changed = await world.store.ask(LabelShape, STEWARD, 'PATCH', path, change);
  repository.labels.set(changed.id, changed);
  const changes = {
    ...(changed.name === label.name ? {} : { name: { from: label.name } }),
    ...(changed.color === label.color ? {} : { color: { from: label.color } }),
    ...(changed.description === label.description ? {} : { description: { from: label.description ?? '' } }),
  };
  announce(world, repository, actorOf(request.principal), 'label', 'edited', { label: changed, changes });
  return { status: 200, json: changed };
}

async function deleteLabel(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const label = labelOf(repository, request);
  const path = `${storePath(repository)}/labels/${encodeURIComponent(label.name)}`;
  await world.store.ask(z.unknown(), STEWARD, 'DELETE', path);
  repository.labels.delete(label.id);
  for (const subject of repository.subjects.values()) {
    subject.labelIds = subject.labelIds.filter((id) => id !== label.id);
  }
  announce(world, repository, actorOf(request.principal), 'label', 'deleted', { label });
  return { status: 204 };
}
