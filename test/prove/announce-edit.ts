import { webhookPath } from '../../src/app/server.ts';
import { sign } from '../../src/app/signature.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';

/** Tells the App at `address` by webhook, signed as GitHub signs, that issue `number` of a repository was edited. */
export function announceEdit(address: string, { app }: EmbeddedGitHub, number: number): Promise<Response> {
  const body = JSON.stringify({
    action: 'edited',
    issue: { number },
    repository: { id: 1, full_name: 'acme/elsewhere' },
    installation: { id: app.installationId },
  });
  return fetch(`${address}${webhookPath}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': sign(body, app.webhookSecret),
    },
  });
}
