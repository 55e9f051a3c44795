import { z } from 'zod';
import type { Problem } from '../core/problem.ts';
import { accountOfToken } from '../github/account.ts';
import { type Client, createClientParts, createTokenClient } from '../github/client.ts';
import { clientExpectations, clientSettings, tokenSetting } from '../github/client-settings.ts';
import { listMergedWork } from '../github/list-merged-work.ts';
import { type ConnectedRepository, connectRepository } from '../github/repository.ts';
import type { MergedWorkList } from '../tasks/ports/merged-work.ts';
import { CannotRun } from './cannot-run.ts';
import { createProgress } from './create-progress.ts';
import type { Terminal } from './terminal.ts';

const settings = z.object(clientSettings);
const expectations: Readonly<Record<string, { expected: string; fix: string }>> = clientExpectations;

/** A person at a terminal edits what the workflow posted. */
export const inPlaceOf = ['github-actions[bot]'];

/**
 * Connects to `repository`, `owner/repo`, with the token of GITHUB_TOKEN or GH_TOKEN at GITHUB_API_URL.
 * Throws CannotRun: SETTING_MISSING, SETTING_INVALID, all at once; the token is never part of it.
 */
export function connect(terminal: Terminal, repository: string): ConnectedRepository {
  const { token, read, problems } = readEnvironment(terminal.env);
  const all = [...(token === null ? [tokenMissing] : []), ...problems];
  if (token === null || !read.success || all.length > 0) throw new CannotRun(...all);
  return connectClient(createClient(terminal, token, read.data), repository);
}

/** The same for what only reads: without a token as a guest, who sees public repositories. Throws CannotRun: SETTING_INVALID. */
export function connectAsGuest(terminal: Terminal, repository: string): ConnectedRepository & MergedWorkList {
  const { token, read, problems } = readEnvironment(terminal.env);
  if (!read.success || problems.length > 0) throw new CannotRun(...problems);
  const client = createClient(terminal, token, read.data);
  return { ...connectClient(client, repository), ...listMergedWork(client, repository, token === null) };
}

function readEnvironment(env: Terminal['env']) {
  const name = env['GITHUB_TOKEN']?.trim() ? 'GITHUB_TOKEN' : 'GH_TOKEN';
  const token = env[name]?.trim() || null;
  const isToken = token === null || tokenSetting.safeParse(token).success;
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const read = settings.safeParse(filled);
  const problems = [
    ...(isToken ? [] : [tokenInvalid(name)]),
    ...(read.success ? [] : read.error.issues.map(({ path }) => invalid(String(path[0]), filled))),
  ];
  return { token, read, problems };
}

function createClient(terminal: Terminal, token: string | null, read: z.infer<typeof settings>): Client {
  const onRequest = createProgress(terminal);
  const { GITHUB_API_URL: apiUrl, CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: interval } = read;
  return createTokenClient(token, apiUrl, { ...createClientParts(interval), onRequest });
}

function connectClient(client: Client, repository: string): ConnectedRepository {
  return connectRepository({ client, repository, account: accountOfToken(client) });
}

const tokenMissing: Problem = {
  code: 'SETTING_MISSING',
  message: 'There is no token to ask GitHub with.',
  found: 'neither GITHUB_TOKEN nor GH_TOKEN',
  expected: 'a token that may read the repository',
  fix: 'Set GITHUB_TOKEN, for example to what `gh auth token` prints.',
};

function tokenInvalid(name: string): Problem {
  return {
    code: 'SETTING_INVALID',
    message: `${name} cannot be used.`,
    found: 'a line break, a space or another sign that no token has',
    expected: 'a token, in one line and without spaces',
    fix: `Set ${name} again, for example to what \`gh auth token\` prints.`,
  };
}

function invalid(name: string, env: Terminal['env']): Problem {
  return {
    code: 'SETTING_INVALID',
    message: `${name} cannot be used.`,
    found: env[name] ?? 'nothing',
    ...(expectations[name] ?? { expected: 'another value', fix: `Correct ${name} or leave it out.` }),
  };
}
