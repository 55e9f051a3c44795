/** Check runs, each belonging to the App that wrote it. */
import { z } from 'zod';
import { actorOf, writingApp } from './access.ts';
import { renderApp } from './app-identity.ts';
import { branchSha } from './commits.ts';
import { STEWARD } from './emulate-store.ts';
import { announce } from './events.ts';
import type { ApiAnswer, ApiRequest } from './exchange.ts';
import { numberParam, pageOf, Refusal, readBody, validationFailed } from './exchange.ts';
import { inRepository } from './routing.ts';
import { CheckRunShape } from './shapes.ts';
import { storePath } from './subjects.ts';
import type { CheckRun, Repository, World } from './world.ts';
import { isPull } from './world.ts';

const READ = { role: 'read', permissions: ['checks:read'] } as const;
const WRITE = { role: 'read', permissions: ['checks:write'] } as const;
const RERUN = { role: 'write', permissions: ['checks:write'] } as const;
const MOST_ANNOTATIONS = 50;
const LONGEST_TEXT = 65_535;

const Annotation = z.object({
  path: z.string(),
  start_line: z.number().int(),
  end_line: z.number().int(),
  start_column: z.number().int().optional(),
  end_column: z.number().int().optional(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});
const Output = z.object({
  title: z.string().optional(),
  summary: z.string().max(LONGEST_TEXT).optional(),
  text: z.string().max(LONGEST_TEXT).nullish(),
  annotations: z.array(Annotation).max(MOST_ANNOTATIONS).optional(),
});
const Action = z.object({
  label: z.string().max(20),
  description: z.string().max(40),
  identifier: z.string().max(20),
});
const CONCLUSIONS = [
  'success',
  'failure',
  'neutral',
  'cancelled',
  'skipped',
  'timed_out',
  'action_required',
] as const;
const CheckRunChange = z.object({
  name: z.string().min(1).optional(),
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z.enum(CONCLUSIONS).optional(),
  details_url: z.string().optional(),
  external_id: z.string().optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: Output.optional(),
  actions: z.array(Action).max(3).optional(),
});
const NewCheckRun = CheckRunChange.extend({ name: z.string().min(1), head_sha: z.string().min(1) });

export const checkRunRoutes = [
  inRepository('POST /check-runs', WRITE, create),
  inRepository('GET /check-runs/:id', READ, (world, repository, request) => ({
    status: 200,
    json: renderCheckRun(world, repository, checkRunOf(repository, numberParam(request, 'id'))),
  })),
  inRepository('PATCH /check-runs/:id', WRITE, update),
  inRepository('GET /check-runs/:id/annotations', READ, (world, repository, request) => {
    const { annotations } = checkRunOf(repository, numberParam(request, 'id'));
    const page = pageOf(world.url, request, annotations, world.pageLimit);
    return { status: 200, json: page.items, headers: page.headers };
  }),
  inRepository('POST /check-runs/:id/rerequest', RERUN, (world, repository, request) => {
    const run = checkRunOf(repository, numberParam(request, 'id'));
    announceCheckRun(world, repository, run, actorOf(request.principal), 'rerequested');
    return { status: 201, json: {} };
  }),
  inRepository('GET /commits/:ref/check-runs', READ, list),
];

export function checkRunOf(repository: Repository, id: number): CheckRun {
  const run = repository.checkRuns.get(id);
  if (run === undefined) throw new Refusal(404, 'Not Found');
  return run;
}

export function announceCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  login: string,
  action: string,
  extra: Record<string, unknown> = {},
): void {
  const mine = run.app.id === world.app.id;
  if (!mine && action !== 'created' && action !== 'completed') return;
  const check_run = renderCheckRun(world, repository, run);
  announce(world, repository, login, 'check_run', action, { check_run, ...extra });
}

function renderCheckRun(world: World, repository: Repository, run: CheckRun): Record<string, unknown> {
  const url = `${world.url}/repos/${repository.json.full_name}`;
  const pulls = [...repository.subjects.values()]
    .filter(isPull)
    .filter(({ headSha }) => headSha === run.json.head_sha);
  return {
    ...run.json,
    url: `${url}/check-runs/${run.id}`,
    html_url: `${world.url}/${repository.json.full_name}/runs/${run.id}`,
    output: {
      ...run.json.output,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/check-runs/${run.id}/annotations`,
    },
    app: renderApp(world, run.app),
    pull_requests: pulls.map(({ number, pull, headSha }) => ({
      url: `${url}/pulls/${number}`,
      number,
      head: { ref: pull.head.ref, sha: headSha },
      base: { ref: pull.base.ref, sha: pull.base.sha },
    })),
  };
}

async function create(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const app = writingApp(request.principal);
  if (app === null) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  const wanted = completed(world, readBody(NewCheckRun, request.body, 'CheckRun'));
  checkOutput(wanted.output);
  const path = `${storePath(repository)}/check-runs`;
  const json = await world.store.ask(CheckRunShape, STEWARD, 'POST', path, {
    ...wanted,
    started_at: wanted.started_at ?? world.now(),
  });
  const run: CheckRun = {
    id: json.id,
    json,
    app,
    annotations: wanted.output?.annotations ?? [],
    actions: wanted.actions ?? [],
  };
  repository.checkRuns.set(run.id, run);
  const login = actorOf(request.principal);
  announceCheckRun(world, repository, run, login, 'created');
  if (json.status === 'completed') announceCheckRun(world, repository, run, login, 'completed');
  return { status: 201, json: renderCheckRun(world, repository, run) };
}

async function update(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const run = checkRunOf(repository, numberParam(request, 'id'));
  const app = writingApp(request.principal);
  if (app === null || app.id !== run.app.id) {
    const message = `Invalid app_id \`${app?.id ?? ''}\` - check run can only be modified by the GitHub App that created it.`;
    throw new Refusal(403, message);
  }
  const wanted = completed(world, readBody(CheckRunChange, request.body, 'CheckRun'));
  checkOutput(wanted.output);
  const wasCompleted = run.json.status === 'completed';
  const path = `${storePath(repository)}/check-runs/${run.id}`;
  run.json = await world.store.ask(CheckRunShape, STEWARD, 'PATCH', path, wanted);
  run.annotations = [...run.annotations, ...(wanted.output?.annotations ?? [])];
  if (wanted.actions !== undefined) run.actions = wanted.actions;
  if (!wasCompleted && run.json.status === 'completed') {
    announceCheckRun(world, repository, run, actorOf(request.principal), 'completed');
  }
  return { status: 200, json: renderCheckRun(world, repository, run) };
}

/** A conclusion completes the run, at the clock's time unless another is given. */
function completed<T extends z.infer<typeof CheckRunChange>>(world: World, wanted: T): T {
  if (wanted.conclusion === undefined) {
    if (wanted.status === 'completed') throw validationFailed('CheckRun', 'conclusion', 'missing_field');
    return wanted;
  }
  return { ...wanted, status: 'completed', completed_at: wanted.completed_at ?? world.now() };
}

function checkOutput(output: z.infer<typeof Output> | undefined): void {
  if (output === undefined) return;
  if (output.title === undefined) throw validationFailed('CheckRun', 'title', 'missing_field');
  if (output.summary === undefined) throw validationFailed('CheckRun', 'summary', 'missing_field');
}

async function list(world: World, repository: Repository, request: ApiRequest): Promise<ApiAnswer> {
  const ref = request.params['ref'] ?? '';
  const sha = (await branchSha(world, repository, ref.replace(/^heads\//, ''))) ?? ref;
  const { query } = request;
  const appId = query.get('app_id');
  const newest = new Map<string, CheckRun>();
  const matching = [...repository.checkRuns.values()]
    .filter(({ json }) => json.head_sha === sha)
    .filter(({ json }) => query.get('check_name') === null || json.name === query.get('check_name'))
    .filter(({ json }) => query.get('status') === null || json.status === query.get('status'))
    .filter(({ app }) => appId === null || String(app.id) === appId);
  for (const run of matching) newest.set(`${run.app.id} ${run.json.name}`, run);
  const all = query.get('filter') === 'all' ? matching : [...newest.values()];
  const page = pageOf(world.url, request, all.reverse(), world.pageLimit);
  const check_runs = page.items.map((run) => renderCheckRun(world, repository, run));
  return { status: 200, json: { total_count: all.length, check_runs }, headers: page.headers };
}
