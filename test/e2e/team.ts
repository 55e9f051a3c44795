/** A team on an embedded GitHub with the real App: files candidates, comments, and looks at what came of it. */
import { z } from 'zod';
import { type Ask, askAs } from '../embedded-github/client.ts';
import type { SeedRepository } from '../embedded-github/seed.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { bodyOf, type Filled, formText } from '../support/filled-form.ts';
import { type AppOnGitHub, startAppOn } from '../support/start-app-on.ts';

export const repository = 'acme/app';

export interface CommentSeen {
  readonly id: number;
  readonly by: string;
  readonly body: string;
  readonly up: number;
  readonly down: number;
}

export interface Team {
  readonly github: EmbeddedGitHub;
  readonly app: AppOnGitHub;
  ask(login: string): Ask;
  /** Through the form, with its label. */
  file(filled?: Filled, login?: string): Promise<number>;
  /** A plain issue. */
  open(body: string, login?: string): Promise<number>;
  say(number: number, body: string, login?: string): Promise<number>;
  settled(): Promise<void>;
  /** Lets GitHub's clock go on by a minute. */
  wait(): void;
  labels(number: number): Promise<readonly string[]>;
  comments(number: number): Promise<readonly CommentSeen[]>;
  /** The bodies of the App's comments on the issue. */
  answers(number: number): Promise<readonly string[]>;
  comment(number: number, id: number): Promise<CommentSeen>;
  edit(number: number, change: Readonly<Record<string, unknown>>, login?: string): Promise<void>;
  /** Does it, waits, and gives the App's requests meanwhile; token exchanges are left out. */
  watch(work: () => Promise<unknown>): Promise<readonly string[]>;
  close(): Promise<void>;
}

const people = { ana: 'admin', max: 'write', tia: 'triage', rea: 'read' } as const;

/** Ana is an admin, Max a maintainer (write), Tia a triager, Rea reads; Olga is an outsider. */
export async function startTeam(seed: Partial<SeedRepository> = {}): Promise<Team> {
  const settings = {
    fullName: repository,
    private: true,
    collaborators: people,
    ...seed,
    files: { '.github/ISSUE_TEMPLATE/candidate.yml': formText, ...seed.files },
  };
  let minutes = 0;
  const github = await startEmbeddedGitHub({
    seed: { users: ['olga'], repositories: [settings] },
    clock: () => new Date(Date.now() + minutes * 60_000),
  });
  const app = await startAppOn(github);
  const wait = () => {
    minutes += 1;
  };
  return { github, app, wait, ...waysOf(github, app) };
}

const labelsShape = z.array(z.object({ name: z.string() }));
const commentsShape = z.array(
  z.object({
    id: z.number(),
    body: z.string(),
    user: z.object({ login: z.string() }),
    reactions: z.object({ '+1': z.number(), '-1': z.number() }),
  }),
);

function waysOf(github: EmbeddedGitHub, app: AppOnGitHub): Omit<Team, 'github' | 'app' | 'wait'> {
  const ask = (login: string) => askAs(github, login);
  const asked = async (login: string, call: `${string} /${string}`, body?: unknown) => {
    const answer = await ask(login)(call, body);
    if (answer.status >= 300) throw new Error(`${call} answered ${answer.status}`);
    return answer.json;
  };
  const issue = (number: number) => `/repos/${repository}/issues/${number}` as const;
  const comments = async (number: number) =>
    commentsShape
      .parse(await asked('ana', `GET ${issue(number)}/comments?per_page=100`))
      .map(({ id, body, user, reactions }) => ({
        id,
        by: user.login,
        body,
        up: reactions['+1'],
        down: reactions['-1'],
      }));
  const idOf = (json: unknown, key: 'id' | 'number') => z.object({ [key]: z.number() }).parse(json)[key] ?? 0;
  return {
    ask,
    file: (filled = {}, login = 'ana') =>
      github.fileIssue({
        repository,
        login,
        title: 'A better start',
        body: bodyOf(filled),
        labels: ['candidate'],
      }),
    open: async (body, login = 'ana') =>
      idOf(await asked(login, `POST /repos/${repository}/issues`, { title: 'An idea', body }), 'number'),
    say: async (number, body, login = 'ana') =>
      idOf(await asked(login, `POST ${issue(number)}/comments`, { body }), 'id'),
    settled: () => app.settled(),
    labels: async (number) =>
      labelsShape
        .parse(await asked('ana', `GET ${issue(number)}/labels`))
        .map(({ name }) => name)
        .sort(),
    comments,
    answers: async (number) =>
      (await comments(number)).filter(({ by }) => by === github.app.botLogin).map(({ body }) => body),
    comment: async (number, id) => {
      const found = (await comments(number)).find((one) => one.id === id);
      if (found === undefined) throw new Error(`#${number} has no comment ${id}`);
      return found;
    },
    edit: async (number, change, login = 'ana') => {
      await asked(login, `PATCH ${issue(number)}`, change);
    },
    watch: async (work) => {
      await app.settled();
      const before = github.requests.length;
      await work();
      await app.settled();
      return github.requests
        .slice(before)
        .filter(({ login }) => login === github.app.botLogin)
        .map(({ method, path }) => `${method} ${path}`);
    },
    close: async () => {
      await app.stop();
      await github.close();
    },
  };
}

/** The writes among requests. */
export function writesIn(requests: readonly string[]): readonly string[] {
  return requests.filter((request) => !request.startsWith('GET '));
}
