/** Sub-issues and dependencies between issues. */
import { z } from 'zod';
import { actorOf } from './access.ts';
import { announce } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody } from './exchange.ts';
import type { Related } from './relation-summaries.ts';
import {
  blockedByOf,
  blockingOf,
  everySubject,
  keyOf,
  relatedOf,
  sameKey,
  subIssuesOf,
} from './relation-summaries.ts';
import { inRepository } from './routing.ts';
import { renderIssue, renderRepository } from './subjects.ts';
import type { Repository, World } from './world.ts';
import { subjectOf } from './world.ts';

const READ = { role: 'read', permissions: ['issues:read'] } as const;
const WRITE = { role: 'triage', permissions: ['issues:write'] } as const;
const SubIssue = z.object({ sub_issue_id: z.number(), replace_parent: z.boolean().optional() });
const Blocker = z.object({ issue_id: z.number() });

export const relationRoutes = [
  inRepository('GET /issues/:number/parent', READ, (world, repository, request) => {
    const { subject } = here(repository, request);
    const parent = subject.parent === null ? undefined : relatedOf(world, subject.parent)[0];
    if (parent === undefined) throw new Refusal(404, 'Not Found');
    return { status: 200, json: render(world, parent) };
  }),
  inRepository('GET /issues/:number/sub_issues', READ, (world, repository, request) =>
    list(world, request, subIssuesOf(world, here(repository, request))),
  ),
  inRepository('POST /issues/:number/sub_issues', WRITE, addSubIssue),
  inRepository('DELETE /issues/:number/sub_issue', WRITE, removeSubIssue),
  inRepository('GET /issues/:number/dependencies/blocked_by', READ, (world, repository, request) =>
    list(world, request, blockedByOf(world, here(repository, request))),
  ),
  inRepository('GET /issues/:number/dependencies/blocking', READ, (world, repository, request) =>
    list(world, request, blockingOf(world, here(repository, request))),
  ),
  inRepository('POST /issues/:number/dependencies/blocked_by', WRITE, addBlocker),
  inRepository('DELETE /issues/:number/dependencies/blocked_by/:id', WRITE, removeBlocker),
];

function addSubIssue(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const parent = here(repository, request);
  const wanted = readBody(SubIssue, request.body, 'SubIssue');
  const child = byId(world, wanted.sub_issue_id);
  if (child.subject.parent !== null && wanted.replace_parent !== true) {
    throw new Refusal(
      422,
      'An error occurred while adding the sub-issue to the parent issue. Sub issue may only have one parent',
    );
  }
  child.subject.parent = keyOf(parent);
  world.related.subIssues = true;
  announceSubIssue(world, parent, child, actorOf(request.principal), 'added');
  return { status: 201, json: render(world, parent) };
}

function removeSubIssue(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const parent = here(repository, request);
  const child = byId(world, readBody(SubIssue, request.body, 'SubIssue').sub_issue_id);
  if (!sameKey(child.subject.parent, keyOf(parent))) throw new Refusal(404, 'Not Found');
  child.subject.parent = null;
  announceSubIssue(world, parent, child, actorOf(request.principal), 'removed');
  return { status: 200, json: render(world, parent) };
}

function announceSubIssue(world: World, parent: Related, child: Related, login: string, done: string): void {
  const extra = {
    parent_issue_id: parent.subject.issue.id,
    parent_issue: render(world, parent),
    parent_issue_repo: renderRepository(parent.repository),
    sub_issue_id: child.subject.issue.id,
    sub_issue: render(world, child),
    sub_issue_repo: renderRepository(child.repository),
  };
  announce(world, parent.repository, login, 'sub_issues', `sub_issue_${done}`, extra);
  announce(world, child.repository, login, 'sub_issues', `parent_issue_${done}`, extra);
}

function addBlocker(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const blocked = here(repository, request);
  const blocker = byId(world, readBody(Blocker, request.body, 'IssueDependency').issue_id);
  if (blocked.subject.blockedBy.some((key) => sameKey(key, keyOf(blocker)))) {
    throw new Refusal(422, 'Validation Failed', { errors: ['The issue is already blocked by this issue'] });
  }
  blocked.subject.blockedBy.push(keyOf(blocker));
  world.related.dependencies = true;
  announceDependency(world, blocked, blocker, actorOf(request.principal), 'added');
  return { status: 201, json: render(world, blocked) };
}

function removeBlocker(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const blocked = here(repository, request);
  const blocker = byId(world, numberParam(request, 'id'));
  const kept = blocked.subject.blockedBy.filter((key) => !sameKey(key, keyOf(blocker)));
  if (kept.length === blocked.subject.blockedBy.length) throw new Refusal(404, 'Not Found');
  blocked.subject.blockedBy = kept;
  announceDependency(world, blocked, blocker, actorOf(request.principal), 'removed');
  return { status: 200, json: render(world, blocked) };
}

function announceDependency(
  world: World,
  blocked: Related,
  blocker: Related,
  login: string,
  done: string,
): void {
  const extra = {
    blocked_issue_id: blocked.subject.issue.id,
    blocked_issue: render(world, blocked),
    blocked_issue_repo: renderRepository(blocked.repository),
    blocking_issue_id: blocker.subject.issue.id,
    blocking_issue: render(world, blocker),
    blocking_issue_repo: renderRepository(blocker.repository),
  };
  announce(world, blocked.repository, login, 'issue_dependencies', `blocked_by_${done}`, extra);
  announce(world, blocker.repository, login, 'issue_dependencies', `blocking_${done}`, extra);
}

function list(world: World, request: ApiRequest, related: readonly Related[]): ApiAnswer {
  const page = pageOf(world.url, request, related, world.pageLimit);
  return { status: 200, json: page.items.map((one) => render(world, one)), headers: page.headers };
}

function render(world: World, { repository, subject }: Related): Record<string, unknown> {
  return { ...renderIssue(world, repository, subject), repository: renderRepository(repository) };
}

function here(repository: Repository, request: ApiRequest): Related {
  return { repository, subject: subjectOf(repository, numberParam(request, 'number')) };
}

function byId(world: World, id: number): Related {
  const found = everySubject(world, ({ subject }) => subject.issue.id === id)[0];
  if (found === undefined) throw new Refusal(404, 'Not Found');
  return found;
}
