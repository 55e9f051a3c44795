import type { Account } from '../core/account.ts';
import type { Client } from './client.ts';
import { GitHubFault } from './fault.ts';
import { viewerQuery, viewerSchema } from './pull-request-query.ts';

/** The owner of the token: a person, or the bot behind a workflow's token. Asked once. */
export function accountOfToken(client: Client): () => Promise<Account> {
  let asked: Promise<Account> | null = null;
  return () => {
    asked ??= askViewer(client).catch((error: unknown) => askUser(client, error));
    return asked;
  };
}

async function askViewer(client: Client): Promise<Account> {
  const { viewer } = viewerSchema.parse(await client.graphql(viewerQuery));
  return { login: viewer.login, id: viewer.databaseId };
}

/**
 * REST names the owner of a person's token alone. An App's token it refuses, and where GraphQL does not answer
 * either, the token is taken for the workflow's own: that is what the Action is given unless told otherwise.
 */
async function askUser(client: Client, why: unknown): Promise<Account> {
  if (!(why instanceof GitHubFault) || why.retry !== 'again') throw why;
  try {
    const { data: user } = await client.request('GET /user');
    return { login: user.login, id: Number(user.id) };
  } catch (error) {
    const isApp = error instanceof GitHubFault && error.problem.code === 'GITHUB_PERMISSION_MISSING';
    if (!isApp) throw error;
    return { login: 'github-actions[bot]', id: null };
  }
}

/** The bot user of the App. `client` is signed in as the App itself, `installed` as one of its installations. */
export async function readAppAccount(client: Client, installed: Client): Promise<Account> {
  const { data: app } = await client.request('GET /app');
  const login = `${app?.slug}[bot]`;
  const { data: user } = await installed.request('GET /users/{username}', { username: login });
  return { login, id: Number(user.id) };
}
