/** Pull requests: reading, opening, changing, their files. */
import { z } from 'zod';
import { actorOf, writingApp } from './access.ts';
import { branchSha, changedFiles } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import { announceSubject } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody, validationFailed } from './exchange.ts';
import { changeSubject, mayTriage } from './issues.ts';
import { mergePull } from './merge.ts';
import { inRepository } from './routing.ts';
import type { PullJson } from './shapes.ts';
import { PullShape } from './shapes.ts';
import { addSubject, renderPull, rereadSubject, storePath } from './subjects.ts';
import type { AppIdentity, Repository, Subject, World } from './world.ts';
import { isPull, pullOf } from './world.ts';

const READ = { role: 'read', permissions: ['pull_requests:read'] } as const;
const OPEN = { role: 'read', permissions: ['pull_requests:write'] } as const;
const CHANGE = { role: 'read', permissions: ['pull_requests:write'] } as const;
const MERGE = { role: 'write', permissions: ['contents:write'] } as const;
/** GitHub lists no more files than these. */
const MOST_FILES = 3_000;

const NewPull = z.object({
  title: z.string().min(1),
  body: z.string().nullish(),
  head: z.string().min(1),
  base: z.string().min(1),
  draft: z.boolean().optional(),
});
const PullChange = z.object({
  title: z.string().min(1).optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});
const Merge = z.object({
  sha: z.string().optional(),
  merge_method: z.enum(['merge', 'squash', 'rebase']).optional(),
  commit_title: z.string().optional(),
});

export const pullRoutes = [
  inRepository('GET /pulls', READ, list),
  inRepository('POST /pulls', OPEN, async (world, repository, request) => {
    const wanted = readBody(NewPull, request.body, 'PullRequest');
    const subject = await openPull(
      world,
      repository,
      actorOf(request.principal),
      writingApp(request.principal),
      wanted,
    );
    return { status: 201, json: renderPull(world, repository, subject) };
  }),
  inRepository('GET /pulls/:number', READ, (world, repository, request) => ({
    status: 200,
    json: renderPull(world, repository, pullOf(repository, numberParam(request, 'number'))),
  })),
  inRepository('PATCH /pulls/:number', CHANGE, async (world, repository, request) => {
    const subject = pullOf(repository, numberParam(request, 'number'));
    const { base, ...change } = readBody(PullChange, request.body, 'PullRequest');
    const login = actorOf(request.principal);
    if (!mayTriage(world, repository, request) && subject.issue.user.login !== login) {
      throw new Refusal(403, 'Must have admin rights to Repository.');
    }
    if (base !== undefined && base !== subject.pull.base.ref) {
      await changeBase(world, repository, subject, base, login);
    }
    await changeSubject(world, repository, subject, login, change);
    return { status: 200, json: renderPull(world, repository, pullOf(repository, subject.number)) };
  }),
  inRepository('PUT /pulls/:number/merge', MERGE, async (world, repository, request) => {
    const subject = pullOf(repository, numberParam(request, 'number'));
    const wanted = readBody(Merge, request.body, 'PullRequest');
    const sha = await mergePull(world, repository, subject, actorOf(request.principal), wanted.sha);
    return { status: 200, json: { sha, merged: true, message: 'Pull Request successfully merged' } };
  }),
  inRepository('GET /pulls/:number/merge', READ, (_world, repository, request) => {
    if (pullOf(repository, numberParam(request, 'number')).mergedAt === null)
      throw new Refusal(404, 'Not Found');
    return { status: 204 };
  }),
  inRepository('GET /pulls/:number/files', READ, listFiles),
  inRepository('GET /commits/:sha/pulls', READ, (world, repository, request) => {
    const sha = request.params['sha'];
    const holding = [...repository.subjects.values()]
      .filter(isPull)
      .filter((subject) => subject.headSha === sha || subject.mergeCommitSha === sha);
    return { status: 200, json: holding.map((subject) => renderPull(world, repository, subject)) };
  }),
];

export interface NewPullWanted {
  readonly title: string;
  readonly body?: string | null | undefined;
  readonly head: string;
  readonly base: string;
  readonly draft?: boolean | undefined;
  readonly forkOwner?: string | null;
  readonly linkedIssues?: readonly number[];
}

export async function openPull(
  world: World,
  repository: Repository,
  login: string,
  writtenBy: AppIdentity | null,
  wanted: NewPullWanted,
): Promise<Subject & { pull: PullJson }> {
  const branch = wanted.head.includes(':') ? wanted.head.slice(wanted.head.indexOf(':') + 1) : wanted.head;
  const headSha = await branchSha(world, repository, branch);
  const baseSha = await branchSha(world, repository, wanted.base);
  if (headSha === undefined) throw validationFailed('PullRequest', 'head', 'invalid');
  if (baseSha === undefined) throw validationFailed('PullRequest', 'base', 'invalid');
  if (headSha === baseSha) {
    throw validationFailed(
      'PullRequest',
      'head',
      'custom',
      `No commits between ${wanted.base} and ${branch}`,
    );
  }
  const open = [...repository.subjects.values()].filter(isPull).filter(({ issue }) => issue.state === 'open');
  if (open.some(({ pull }) => pull.head.ref === branch && pull.base.ref === wanted.base)) {
    const message = `A pull request already exists for ${repository.json.owner.login}:${branch}.`;
    throw validationFailed('PullRequest', 'head', 'custom', message);
  }
  const pull = await world.store.ask(PullShape, login, 'POST', `${storePath(repository)}/pulls`, {
    title: wanted.title,
    body: wanted.body ?? null,
    head: branch,
    base: wanted.base,
    draft: wanted.draft ?? false,
  });
  const subject = addSubject(world, repository, { pull }, writtenBy);
  subject.headSha = headSha;
  subject.forkOwner = wanted.forkOwner ?? null;
  subject.linkedIssueNumbers = [...(wanted.linkedIssues ?? [])];
  subject.changedFileCount = (await changedFiles(world, repository, baseSha, headSha)).length;
  announceSubject(world, repository, subject, login, 'opened');
  return pullOf(repository, subject.number);
}

async function changeBase(
  world: World,
  repository: Repository,
  subject: Subject,
  base: string,
  login: string,
): Promise<void> {
  if ((await branchSha(world, repository, base)) === undefined) {
    throw validationFailed('PullRequest', 'base', 'invalid');
  }
  const from = subject.pull?.base.ref;
  await world.store.ask(z.unknown(), STEWARD, 'PATCH', `${storePath(repository)}/pulls/${subject.number}`, {
    base,
  });
  await rereadSubject(world, repository, subject);
  announceSubject(world, repository, subject, login, 'edited', { changes: { base: { ref: { from } } } });
}

function list(world: World, repository: Repository, request: ApiRequest): ApiAnswer {
  const { query } = request;
  const state = query.get('state') ?? 'open';
  const head = query.get('head')?.replace(/^[^:]*:/, '') ?? null;
  const base = query.get('base');
  const at = ({ createdAt, updatedAt }: Subject) =>
    Date.parse(query.get('sort') === 'updated' ? updatedAt : createdAt);
  const sorted = [...repository.subjects.values()]
    .filter(isPull)
    .filter(({ issue }) => state === 'all' || issue.state === state)
    .filter(({ pull }) => head === null || pull.head.ref === head)
    .filter(({ pull }) => base === null || pull.base.ref === base)
    .sort((one, other) => at(one) - at(other) || one.number - other.number);
  const ascending = query.get('direction') === 'asc';
  const page = pageOf(world.url, request, ascending ? sorted : sorted.reverse(), world.pageLimit);
  const json = page.items.map((subject) => renderPull(world, repository, subject));
  return { status: 200, json, headers: page.headers };
}

function filesOf(world: World, repository: Repository, subject: Subject & { pull: PullJson }) {
  const head = subject.headSha ?? subject.pull.head.sha;
  return changedFiles(world, repository, subject.pull.base.sha, head);
}

async function listFiles(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const subject = pullOf(repository, numberParam(request, 'number'));
  const files = (await filesOf(world, repository, subject)).slice(0, MOST_FILES);
  const page = pageOf(world.url, request, files, world.pageLimit);
  const url = `${world.url}/repos/${repository.json.full_name}`;
  const json = page.items.map((file) => ({
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.status === 'removed' ? 0 : 1,
    deletions: file.status === 'added' ? 0 : 1,
    changes: file.status === 'modified' ? 2 : 1,
    contents_url: `${url}/contents/${encodeURIComponent(file.path)}?ref=${subject.headSha}`,
  }));
  return { status: 200, json, headers: page.headers };
}
