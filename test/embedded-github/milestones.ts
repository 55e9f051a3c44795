/** Milestones of a repository. */
import { z } from 'zod';
import { actorOf } from './access.ts';
import { STEWARD } from './emulate-store.ts';
import { announce } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody, validationFailed } from './exchange.ts';
import { inRepository } from './routing.ts';
import type { Milestone } from './shapes.ts';
import { MilestoneShape } from './shapes.ts';
import { renderMilestone, storePath } from './subjects.ts';
import type { Repository, World } from './world.ts';
import { accountOf } from './world.ts';

const READ = { role: 'read', permissions: ['issues:read', 'pull_requests:read'] } as const;
const WRITE = { role: 'write', permissions: ['issues:write', 'pull_requests:write'] } as const;

const DueOn = z.iso.datetime({ offset: true }).nullish();
const NewMilestone = z.object({
  title: z.string().min(1),
  state: z.enum(['open', 'closed']).optional(),
  description: z.string().nullish(),
  due_on: DueOn,
});
const MilestoneChange = NewMilestone.partial();

export const milestoneRoutes = [
  inRepository('GET /milestones', READ, list),
  inRepository('POST /milestones', WRITE, async (world, repository, request) => {
    const wanted = readBody(NewMilestone, request.body, 'Milestone');
    const milestone = await createMilestone(world, repository, wanted, actorOf(request.principal));
    return { status: 201, json: renderMilestone(world, repository, milestone.number) };
  }),
  inRepository('GET /milestones/:number', READ, (world, repository, request) => ({
    status: 200,
    json: renderMilestone(world, repository, milestoneOf(repository, request).number),
  })),
  inRepository('PATCH /milestones/:number', WRITE, change),
  inRepository('DELETE /milestones/:number', WRITE, remove),
];

export async function createMilestone(
  world: World,
  repository: Repository,
  wanted: z.infer<typeof NewMilestone>,
  login: string,
): Promise<Milestone> {
  checkTitle(repository, wanted.title, null);
  const path = `${storePath(repository)}/milestones`;
  const body = { ...wanted, due_on: wholeSeconds(wanted.due_on) ?? null };
  const stored = await world.store.ask(MilestoneShape, STEWARD, 'POST', path, body);
  const at = world.now();
  const milestone = {
    ...stored,
    creator: accountOf(world, login),
    created_at: at,
    updated_at: at,
    closed_at: stored.state === 'closed' ? at : null,
  };
  repository.milestones.set(milestone.number, milestone);
  announceMilestone(world, repository, milestone.number, login, 'created');
  return milestone;
}

function list(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const state = request.query.get('state') ?? 'open';
  const descending = request.query.get('direction') === 'desc';
  const dueOn = (milestone: Milestone) => milestone.due_on ?? '9999';
  const selected = [...repository.milestones.values()]
    .filter((milestone) => state === 'all' || milestone.state === state)
    .sort((one, other) => dueOn(one).localeCompare(dueOn(other)) || one.number - other.number);
  const page = pageOf(world.url, request, descending ? selected.reverse() : selected, world.pageLimit);
  const json = page.items.map(({ number }) => renderMilestone(world, repository, number));
  return { status: 200, json, headers: page.headers };
}

async function change(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const before = milestoneOf(repository, request);
  const wanted = readBody(MilestoneChange, request.body, 'Milestone');
  if (wanted.title !== undefined) checkTitle(repository, wanted.title, before.number);
  const path = `${storePath(repository)}/milestones/${before.number}`;
  const body = { ...wanted, ...(wanted.due_on === undefined ? {} : { due_on: wholeSeconds(wanted.due_on) }) };
  const stored = await world.store.ask(MilestoneShape, STEWARD, 'PATCH', path, body);
  const at = world.now();
  const closedAt = stored.state === 'closed' ? (before.closed_at ?? at) : null;
  const after = {
    ...stored,
    creator: before['creator'],
    created_at: before.created_at,
    updated_at: at,
    closed_at: closedAt,
  };
  repository.milestones.set(after.number, after);
  const login = actorOf(request.principal);
  if (before.state !== after.state) {
    announceMilestone(world, repository, after.number, login, after.state === 'closed' ? 'closed' : 'opened');
  }
  const changes = {
    ...(before.title === after.title ? {} : { title: { from: before.title } }),
    ...(before.description === after.description ? {} : { description: { from: before.description ?? '' } }),
    ...(before.due_on === after.due_on ? {} : { due_on: { from: before.due_on ?? '' } }),
  };
  if (Object.keys(changes).length > 0) {
    announceMilestone(world, repository, after.number, login, 'edited', { changes });
  }
  return { status: 200, json: renderMilestone(world, repository, after.number) };
}

async function remove(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const { number } = milestoneOf(repository, request);
  const milestone = renderMilestone(world, repository, number);
  await world.store.ask(z.unknown(), STEWARD, 'DELETE', `${storePath(repository)}/milestones/${number}`);
  repository.milestones.delete(number);
  for (const subject of repository.subjects.values()) {
    if (subject.milestoneNumber === number) subject.milestoneNumber = null;
  }
  announce(world, repository, actorOf(request.principal), 'milestone', 'deleted', { milestone });
  return { status: 204 };
}

function announceMilestone(
  world: World,
  repository: Repository,
  number: number,
  login: string,
  action: string,
  extra: Record<string, unknown> = {},
): void {
  const milestone = renderMilestone(world, repository, number);
  announce(world, repository, login, 'milestone', action, { ...extra, milestone });
}

function milestoneOf(repository: Repository, request: ApiRequest): Milestone {
  const milestone = repository.milestones.get(numberParam(request, 'number'));
  if (milestone === undefined) throw new Refusal(404, 'Not Found');
  return milestone;
}

function checkTitle(repository: Repository, title: string, own: number | null): void {
  for (const milestone of repository.milestones.values()) {
    if (milestone.title === title && milestone.number !== own) {
      throw validationFailed('Milestone', 'title', 'already_exists');
    }
  }
}

function wholeSeconds(instant: string | null | undefined): string | null | undefined {
  return typeof instant === 'string' ? new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z') : instant;
}
