/**
 * A repository whose team works on activation, with what the Action does to its pull requests:
 *
 *   const { github, check } = await startChecked({ mode: 'warn' });
 *   const number = await openPull(github, { body: 'Closes #2' });
 *   const run = await check(number);
 *   await readPull(github, number); // its checks, labels and comments
 */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { askAs, askWith } from '../embedded-github/client.ts';
import type { Seed, SeedIssue, SeedMilestone } from '../embedded-github/seed.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { pullRequestEvent } from './action-events.ts';
import { type ActionRun, type ActionStart, runAction } from './run-action.ts';

export const repository = 'acme/app';
export const withoutPause = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0' };

/** Issues of every seeded repository: the first serves activation, the second reliability. */
export const onConstraint = 1;
export const offConstraint = 2;

const issues: readonly SeedIssue[] = [
  { title: 'First run in three steps', labels: ['constraint: activation'] },
  { title: 'Slow queries on Mondays', labels: ['constraint: reliability'] },
];

export interface CheckedOptions {
  readonly mode?: 'observe' | 'warn' | 'enforce';
  /** In place of the usual config; `null` for none. */
  readonly config?: string | null;
  /** Added to the usual config. */
  readonly more?: string;
  readonly issues?: readonly SeedIssue[];
  readonly milestones?: readonly SeedMilestone[];
  readonly pageLimit?: number;
}

export interface Checked {
  readonly github: EmbeddedGitHub;
  /** Runs the Action on a pull request, as `pull_request_target` would unless told otherwise. */
  check(number: number, start?: Partial<ActionStart>): Promise<ActionRun>;
}

export function configOf(mode: CheckedOptions['mode'] = 'warn', more = ''): string {
  return `primary:\n  constraint: activation\n  since: 2026-11-02\ndrift:\n  mode: ${mode}\n  exempt: { labels: [security] }\n${more}`;
}

export async function startChecked(options: CheckedOptions = {}): Promise<Checked> {
  const { config = configOf(options.mode, options.more), pageLimit } = options;
  const form = await readFile(new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url), 'utf8');
  const seed: Seed = {
    repositories: [
      {
        fullName: repository,
        collaborators: { ana: 'admin', ben: 'write', tess: 'triage' },
        files: {
          'README.md': '# App\n',
          '.github/ISSUE_TEMPLATE/candidate.yml': form,
          ...(config === null ? {} : { '.github/chokepoint.yml': config }),
        },
        issues: [...issues, ...(options.issues ?? [])],
        milestones: options.milestones ?? [],
      },
    ],
    users: ['contributor'],
  };
  const github = await startEmbeddedGitHub({ seed, ...(pageLimit === undefined ? {} : { pageLimit }) });
  return {
    github,
    check: async (number, start) => {
      const event = start?.payload === undefined ? await pullRequestEvent(github, repository, number) : {};
      const pull = { event: 'pull_request_target', payload: { repository: { full_name: repository } } };
      return runAction({ github, env: withoutPause, ...pull, ...event, ...start });
    },
  };
}

/** The same for one test: closed with it. */
export async function startCheckedInTest(options?: CheckedOptions): Promise<Checked> {
  const checked = await startChecked(options);
  onTestFinished(() => checked.github.close());
  return checked;
}

interface PullToOpen {
  readonly body?: string;
  readonly login?: string;
  readonly title?: string;
  readonly files?: readonly string[] | Readonly<Record<string, string>>;
  readonly labels?: readonly string[];
  readonly milestone?: number;
  readonly forkOwner?: string;
}

export async function openPull(github: EmbeddedGitHub, pull: PullToOpen = {}): Promise<number> {
  const { body = '', login = 'ben', title = 'Change the app', files = ['app/start.ts'], forkOwner } = pull;
  const branch = `work-${randomUUID()}`;
  const fork = forkOwner === undefined ? {} : { forkOwner };
  const number = await github.openPullRequest({ repository, login, title, body, branch, files, ...fork });
  const { labels = [], milestone = null } = pull;
  if (labels.length > 0 || milestone !== null) {
    const path = `/repos/${repository}/issues/${number}` as const;
    const answer = await askAs(github, 'ana')(`PATCH ${path}`, { labels, milestone });
    if (answer.status !== 200) throw new Error(`Labelling #${number} answered ${answer.status}`);
  }
  return number;
}

/** The event of a new, edited or deleted comment on a pull request. */
export function commentEvent(number: number, action = 'created') {
  const issue = { number, pull_request: {} };
  return { event: 'issue_comment', payload: { action, issue, repository: { full_name: repository } } };
}

/** Writes a comment as `login` and gives its id. */
export async function comment(
  github: EmbeddedGitHub,
  number: number,
  login: string,
  body: string,
): Promise<number> {
  const answer = await askAs(github, login)(`POST /repos/${repository}/issues/${number}/comments`, { body });
  return z.object({ id: z.number() }).parse(answer.json).id;
}

const checkRunsShape = z.object({
  check_runs: z.array(
    z.object({
      name: z.string(),
      conclusion: z.string(),
      app: z.object({ slug: z.string() }),
      output: z.object({ title: z.string(), summary: z.string(), text: z.string() }),
    }),
  ),
});
const commentsShape = z.array(
  z.object({ id: z.number(), body: z.string(), user: z.object({ login: z.string() }) }),
);
const pullShape = z.object({
  head: z.object({ sha: z.string() }),
  labels: z.array(z.object({ name: z.string() })),
});

/** What a pull request shows: every check run `Chokepoint` on its head, its labels, its comments. */
export async function readPull(github: EmbeddedGitHub, number: number) {
  const ask = askWith(github, github.token('ana'));
  const { head, labels } = pullShape.parse((await ask(`GET /repos/${repository}/pulls/${number}`)).json);
  const runs = await ask(
    `GET /repos/${repository}/commits/${head.sha}/check-runs?filter=all&check_name=Chokepoint`,
  );
  const comments = await ask(`GET /repos/${repository}/issues/${number}/comments`);
  return {
    checks: checkRunsShape.parse(runs.json).check_runs,
    labels: labels.map(({ name }) => name),
    comments: commentsShape.parse(comments.json),
  };
}

/** Runs `body` and gives back the requests it made with the token of the workflow. */
export async function countRequests(github: EmbeddedGitHub, body: () => Promise<unknown>) {
  github.requests.length = 0;
  await body();
  return github.requests
    .filter(({ login }) => login === 'github-actions[bot]')
    .map(({ method, path, status }) => ({ call: `${method} ${path}`, status }));
}
