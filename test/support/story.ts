/**
 * A team on an embedded GitHub through many days: the clock is a day that the test sets, and every event runs the
 * Action in this process as of that day.
 */
import { z } from 'zod';
import type { Inputs } from '../../action/inputs.ts';
import type { Report } from '../../action/report.ts';
import { run } from '../../action/run.ts';
import { askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, type Filled, formText } from './filled-form.ts';

export const repository = 'acme/app';

const issueShape = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullable(),
  state: z.string(),
  assignees: z.array(z.object({ login: z.string() })),
  labels: z.array(z.object({ name: z.string() })),
});

const commentShape = z.object({
  id: z.number(),
  body: z.string(),
  user: z.object({ login: z.string() }),
  reactions: z.object({ '+1': z.number(), '-1': z.number() }),
});

export type IssueSeen = z.infer<typeof issueShape>;
export type CommentSeen = z.infer<typeof commentShape>;

export interface Story {
  readonly github: EmbeddedGitHub;
  /** Goes to nine in the morning (UTC) of a day, or to another hour of it. */
  goTo(day: string, hour?: number): void;
  now(): string;
  commitConfig(text: string): Promise<void>;
  fileCandidate(title: string, filled: Filled): Promise<number>;
  fileDiagnosis(body: string): Promise<number>;
  /** Merges work that closes the issue; opened two days before. */
  ship(title: string, closes: number, branch: string): Promise<number>;
  /** Opens a pull request, and the run that it starts. */
  open(title: string, body: string, branch: string, files?: readonly string[]): Promise<number>;
  merge(number: number): Promise<void>;
  /** A comment, and the run that it starts. */
  say(number: number, body: string, login?: string): Promise<number>;
  edit(number: number, change: object): Promise<void>;
  close(number: number): Promise<void>;
  /** The daily run. */
  daily(): Promise<Report>;
  issue(number: number): Promise<IssueSeen>;
  withLabel(label: string): Promise<readonly IssueSeen[]>;
  comments(number: number): Promise<readonly CommentSeen[]>;
  ask(call: `${string} /${string}`, body?: unknown): Promise<unknown>;
  end(): Promise<void>;
}

export async function startStory(): Promise<Story> {
  let now = '2026-10-26T09:00:00.000Z';
  const github = await startEmbeddedGitHub({
    seed: {
      repositories: [
        {
          fullName: repository,
          private: true,
          collaborators: { ana: 'admin', max: 'write', rea: 'read' },
          files: { '.github/ISSUE_TEMPLATE/candidate.yml': formText },
        },
      ],
    },
    clock: () => new Date(now),
  });
  const goTo = (day: string, hour = 9) => {
    now = `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
  };
  return { github, goTo, now: () => now, ...waysOf(github, () => now), end: () => github.close() };
}

function waysOf(github: EmbeddedGitHub, now: () => string): Omit<Story, 'github' | 'goTo' | 'now' | 'end'> {
  const asked = async (login: string, call: `${string} /${string}`, body?: unknown) => {
    const { status, json } = await askAs(github, login)(call, body);
    if (status >= 300) throw new Error(`${call} answered ${status}: ${JSON.stringify(json)}`);
    return json;
  };
  const ask: Story['ask'] = (call, body) => asked('ana', call, body);
  const path = (number: number) => `/repos/${repository}/issues/${number}` as const;
  const runOn = (changes: Partial<Inputs>) => run({ ...inputsFor(github), ...changes }, now());
  const onIssue = (number: number) => runOn({ event: 'issues', number });
  const file = async (title: string, body: string, labels: readonly string[]) => {
    const number = await github.fileIssue({ repository, login: 'ana', title, body, labels });
    await onIssue(number);
    return number;
  };
  return {
    ask,
    daily: () => runOn({ event: 'schedule' }),
    commitConfig: async (text) => {
      const files = { '.github/chokepoint.yml': text };
      await github.push({ repository, login: 'ana', branch: 'main', files });
    },
    fileCandidate: (title, filled) => file(title, bodyOf(filled), ['candidate']),
    fileDiagnosis: (body) => file('What holds us back?', body, ['chokepoint: diagnosis']),
    ship: async (title, closes, branch) => {
      const files = { [`src/${branch}.ts`]: `// ${title}` };
      const wanted = { repository, login: 'max', title, body: `Closes #${closes}`, branch, files };
      const number = await github.openPullRequest(wanted);
      await ask(`PUT /repos/${repository}/pulls/${number}/merge`, {});
      await runOn({ event: 'pull_request_target', number, isPullRequest: true });
      await onIssue(closes);
      return number;
    },
    open: async (title, body, branch, files = [`src/${branch}.ts`]) => {
      const changed = Object.fromEntries(files.map((path) => [path, `// ${title}`]));
      const wanted = { repository, login: 'max', title, body, branch, files: changed };
      const number = await github.openPullRequest(wanted);
      await runOn({ event: 'pull_request_target', number, isPullRequest: true });
      return number;
    },
    merge: async (number) => {
      await ask(`PUT /repos/${repository}/pulls/${number}/merge`, {});
      await runOn({ event: 'pull_request_target', number, isPullRequest: true });
    },
    say: async (number, body, login = 'ana') => {
      const json = await asked(login, `POST ${path(number)}/comments`, { body });
      await onIssue(number);
      return z.object({ id: z.number() }).parse(json).id;
    },
    edit: async (number, change) => {
      await ask(`PATCH ${path(number)}`, change);
    },
    close: async (number) => {
      await ask(`PATCH ${path(number)}`, { state: 'closed' });
      await onIssue(number);
    },
    issue: async (number) => issueShape.parse(await ask(`GET ${path(number)}`)),
    withLabel: async (label) => {
      const query = `state=all&per_page=100&labels=${encodeURIComponent(label)}`;
      return z.array(issueShape).parse(await ask(`GET /repos/${repository}/issues?${query}`));
    },
    comments: async (number) =>
      z.array(commentShape).parse(await ask(`GET ${path(number)}/comments?per_page=100`)),
  };
}

function inputsFor(github: EmbeddedGitHub): Inputs {
  return {
    token: github.workflowToken,
    mode: 'auto',
    metric: null,
    dryRun: false,
    html: null,
    event: 'schedule',
    repository,
    number: null,
    isPullRequest: false,
    milestone: null,
    apiUrl: github.url,
    serverUrl: 'https://github.com',
    writeIntervalMilliseconds: 0,
  };
}
