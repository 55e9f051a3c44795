/** Issues, and pull requests through the issues routes. */
import { z } from 'zod';
import { actorOf, holdsRole, roleOf, writingApp } from './access.ts';
import { STEWARD } from './emulate-store.ts';
import { announceChanges, announceSubject, pictureOf } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, Refusal, readBody, validationFailed } from './exchange.ts';
import { cursorPage, readFilter, readOrder, selectSubjects } from './issue-lists.ts';
import { createLabel, LabelNames, setLabels } from './labels.ts';
import { inRepository } from './routing.ts';
import { IssueShape } from './shapes.ts';
import { addSubject, renderIssue, rereadSubject, storePath } from './subjects.ts';
import type { AppIdentity, Repository, Subject, World } from './world.ts';
import { findLabel, isPull, subjectOf } from './world.ts';

const READ = { role: 'read', permissions: ['issues:read', 'pull_requests:read'] } as const;
const FILE = { role: 'read', permissions: ['issues:write'] } as const;
const CHANGE = { role: 'read', permissions: ['issues:write', 'pull_requests:write'] } as const;
const GIVE = { role: 'triage', permissions: ['issues:write', 'pull_requests:write'] } as const;
const LOCK = { role: 'write', permissions: ['issues:write', 'pull_requests:write'] } as const;
const LONGEST_BODY = 65_536;

const Body = z.string().max(LONGEST_BODY).nullish();
const Milestone = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]).nullish();
const NewIssue = z.object({
  title: z.union([z.string(), z.number()]).transform(String),
  body: Body,
  labels: LabelNames.optional(),
  milestone: Milestone,
  assignees: z.array(z.string()).optional(),
});
const IssueChange = z.object({
  title: z.union([z.string(), z.number()]).transform(String).optional(),
  body: Body,
  state: z.enum(['open', 'closed']).optional(),
  state_reason: z.enum(['completed', 'not_planned', 'duplicate', 'reopened']).nullish(),
  labels: LabelNames.optional(),
  milestone: Milestone,
  assignees: z.array(z.string()).optional(),
});
const Assignees = z.object({ assignees: z.array(z.string()) });
const Lock = z.object({ lock_reason: z.string().optional() });
export type SubjectChange = z.infer<typeof IssueChange>;

export const issueRoutes = [
  inRepository('GET /issues', READ, (world, repository, request) => {
    const selected = selectSubjects(repository, readFilter(request.query), readOrder(request.query));
    const page = cursorPage(world.url, request, repository, selected, world.pageLimit);
    const json = page.items.map((subject) => renderIssue(world, repository, subject));
    return { status: 200, json, headers: page.headers };
  }),
  inRepository('POST /issues', FILE, async (world, repository, request) => {
    const wanted = readBody(NewIssue, request.body, 'Issue');
    const login = actorOf(request.principal);
    const mayGive = mayTriage(world, repository, request);
    const subject = await openIssue(world, repository, login, writingApp(request.principal), {
      title: wanted.title,
      body: wanted.body ?? null,
      labels: mayGive ? (wanted.labels ?? []) : [],
      milestoneNumber: mayGive ? (wanted.milestone ?? null) : null,
      assignees: mayGive ? (wanted.assignees ?? []) : [],
    });
    return { status: 201, json: renderIssue(world, repository, subject) };
  }),
  inRepository('GET /issues/:number', READ, (world, repository, request) => ({
    status: 200,
    json: renderIssue(world, repository, subjectOf(repository, numberParam(request, 'number'))),
  })),
  inRepository('PATCH /issues/:number', CHANGE, async (world, repository, request) => {
    const subject = subjectOf(repository, numberParam(request, 'number'));
    const change = readBody(IssueChange, request.body, 'Issue');
    const login = actorOf(request.principal);
    const mayGive = mayTriage(world, repository, request);
    if (!mayGive && subject.issue.user.login !== login) {
      throw new Refusal(403, 'Must have admin rights to Repository.');
    }
    const { labels: _labels, milestone: _milestone, assignees: _assignees, ...authors } = change;
    await changeSubject(world, repository, subject, login, mayGive ? change : authors);
    return { status: 200, json: renderIssue(world, repository, subject) };
  }),
  inRepository('POST /issues/:number/assignees', GIVE, (world, repository, request) =>
    assign(world, repository, request, (held, named) => [...new Set([...held, ...named])], 201),
  ),
  inRepository('DELETE /issues/:number/assignees', GIVE, (world, repository, request) =>
    assign(world, repository, request, (held, named) => held.filter((login) => !named.includes(login)), 200),
  ),
  inRepository('PUT /issues/:number/lock', LOCK, (world, repository, request) => {
    const { lock_reason } = readBody(Lock, request.body, 'Issue');
    return lock(world, repository, request, true, lock_reason ?? null);
  }),
  inRepository('DELETE /issues/:number/lock', LOCK, (world, repository, request) =>
    lock(world, repository, request, false, null),
  ),
];

export interface NewSubject {
  readonly title: string;
  readonly body: string | null;
  readonly labels: readonly string[];
  readonly milestoneNumber: number | null;
  readonly assignees: readonly string[];
}

export async function openIssue(
  world: World,
  repository: Repository,
  login: string,
  writtenBy: AppIdentity | null,
  wanted: NewSubject,
): Promise<Subject> {
  if (wanted.title.trim() === '') throw validationFailed('Issue', 'title', 'missing_field');
  checkMilestone(repository, wanted.milestoneNumber);
  checkAssignees(world, wanted.assignees);
  const labels: string[] = [];
  for (const name of wanted.labels) {
    labels.push(
      (findLabel(repository, name) ?? (await createLabel(world, repository, { name }, login))).name,
    );
  }
  const issue = await world.store.ask(IssueShape, login, 'POST', `${storePath(repository)}/issues`, {
    title: wanted.title,
    body: wanted.body,
    labels,
  });
  const subject = addSubject(world, repository, { issue }, writtenBy);
  subject.milestoneNumber = wanted.milestoneNumber;
  subject.assigneeLogins = [...wanted.assignees];
  announceSubject(world, repository, subject, login, 'opened');
  const bare = { ...pictureOf(repository, subject), labels: [], milestoneNumber: null, assigneeLogins: [] };
  announceChanges(world, repository, subject, bare, login);
  return subject;
}

/** Changes an issue or pull request as `PATCH` does, and announces what changed. */
export async function changeSubject(
  world: World,
  repository: Repository,
  subject: Subject,
  login: string,
  change: SubjectChange,
): Promise<void> {
  const before = pictureOf(repository, subject);
  const { milestone, assignees, labels } = change;
  checkMilestone(repository, milestone ?? null);
  checkAssignees(world, assignees ?? []);
  if (milestone !== undefined) subject.milestoneNumber = milestone;
  if (assignees !== undefined) subject.assigneeLogins = [...assignees];

  const kind = isPull(subject) ? 'pulls' : 'issues';
  const text: Record<string, unknown> = {};
  if (change.title !== undefined) text['title'] = change.title;
  if (change.body !== undefined) text['body'] = change.body;
  if (change.body !== undefined && change.body !== subject.issue.body) {
    subject.lastEdit = { at: world.now(), by: login };
  }
  if (change.state !== undefined) text['state'] = change.state;
  if (change.state_reason !== undefined && !isPull(subject)) text['state_reason'] = change.state_reason;
  await world.store.ask(
    z.unknown(),
    STEWARD,
    'PATCH',
    `${storePath(repository)}/${kind}/${subject.number}`,
    text,
  );
  await rereadSubject(world, repository, subject);
  noteClosing(world, subject, before.state, login);
  announceChanges(world, repository, subject, before, login);
  if (labels !== undefined) await setLabels(world, repository, subject, labels, 'PUT', login);
}

/** Keeps when, and by whom, a subject was closed. */
function noteClosing(world: World, subject: Subject, stateBefore: string, login: string): void {
  if (stateBefore === subject.issue.state) return;
  const closed = subject.issue.state === 'closed';
  subject.closedAt = closed ? world.now() : null;
  subject.closedBy = closed ? login : null;
}

export function mayTriage(world: World, repository: Repository, request: ApiRequest): boolean {
  if (request.principal.kind === 'token') return true;
  return holdsRole(roleOf(world, repository, actorOf(request.principal)), 'triage');
}

function checkMilestone(repository: Repository, number: number | null): void {
  if (number === null || repository.milestones.has(number)) return;
  throw validationFailed('Issue', 'milestone', 'invalid');
}

function checkAssignees(world: World, logins: readonly string[]): void {
  const unknown = logins.find((login) => !world.accounts.has(login.toLowerCase()));
  if (unknown !== undefined) throw validationFailed('Issue', 'assignees', 'invalid');
}

async function assign(
  world: World,
  repository: Repository,
  request: ApiRequest,
  combine: (held: readonly string[], named: readonly string[]) => string[],
  status: number,
): Promise<ApiAnswer> {
  const subject = subjectOf(repository, numberParam(request, 'number'));
  const { assignees } = readBody(Assignees, request.body, 'Issue');
  const before = pictureOf(repository, subject);
  const known = assignees.filter((login) => world.accounts.has(login.toLowerCase()));
  subject.assigneeLogins = combine(subject.assigneeLogins, known);
  subject.updatedAt = world.now();
  announceChanges(world, repository, subject, before, actorOf(request.principal));
  return { status, json: renderIssue(world, repository, subject) };
}

function lock(
  world: World,
  repository: Repository,
  request: ApiRequest,
  locked: boolean,
  reason: string | null,
): ApiAnswer {
  const subject = subjectOf(repository, numberParam(request, 'number'));
  const before = pictureOf(repository, subject);
  subject.locked = locked;
  subject.lockReason = reason;
  announceChanges(world, repository, subject, before, actorOf(request.principal));
  return { status: 204 };
}
