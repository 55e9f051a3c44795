/** Signs in as the App, as Octokit does: a web token signed with its key, exchanged for an installation token. */
import { createSign } from 'node:crypto';
import { z } from 'zod';
import { askWith } from './client.ts';
import type { EmbeddedGitHub } from './start.ts';

export function appWebToken(github: EmbeddedGitHub, issuer = github.app.id): string {
  const seconds = Math.floor(Date.now() / 1_000);
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { iat: seconds - 60, exp: seconds + 540, iss: String(issuer) };
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(github.app.privateKey, 'base64url')}`;
}

export async function installationToken(github: EmbeddedGitHub): Promise<string> {
  const ask = askWith(github, appWebToken(github));
  const answer = await ask(`POST /app/installations/${github.app.installationId}/access_tokens`);
  return z.object({ token: z.string() }).parse(answer.json).token;
}
