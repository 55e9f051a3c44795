import type { Account } from '../tasks/ports.ts';
import type { Client } from './client.ts';
import { viewerQuery, viewerSchema } from './pull-request-query.ts';

/** The owner of the token: a person, or the bot behind a workflow's token. Asked once. */
export function accountOfToken(client: Client): () => Promise<Account> {
  let asked: Promise<Account> | null = null;
  const ask = async () => {
    const { viewer } = viewerSchema.parse(await client.graphql(viewerQuery));
    return { login: viewer.login, id: viewer.databaseId };
  };
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** The bot user of the App. `client` is signed in as the App itself, `installed` as one of its installations. */
export async function readAppAccount(client: Client, installed: Client): Promise<Account> {
  const { data: app } = await client.request('GET /app');
  const login = `${app?.slug}[bot]`;
  const { data: user } = await installed.request('GET /users/{username}', { username: login });
  return { login, id: Number(user.id) };
}
