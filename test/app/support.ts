import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Settings } from '../../src/app/env.ts';
import { createLog, type LogLevel } from '../../src/app/log.ts';
import { sign } from '../../src/app/signature.ts';

export const webhookSecret = 'a-secret-that-only-github-and-the-app-know';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

/** Settings of an App in memory, on a port of the system's choice, whose GitHub refuses connections. */
export function settingsOf(changes: Partial<Settings> = {}): Settings {
  return {
    appId: 4711,
    privateKey,
    webhookSecret,
    previousWebhookSecret: null,
    apiUrl: 'http://127.0.0.1:9',
    store: { kind: 'memory' },
    role: 'all',
    host: '127.0.0.1',
    port: 0,
    logLevel: 'info',
    writeIntervalMilliseconds: 0,
    processId: 1,
    secrets: [webhookSecret, privateKey],
    ...changes,
  };
}

export function collectLog(
  level: LogLevel = 'info',
  secrets: readonly string[] = [webhookSecret, privateKey],
) {
  const lines: string[] = [];
  return { lines, log: createLog({ level, secrets, write: (line) => lines.push(line) }) };
}

/** A delivery of issue `number` in one repository of one installation. */
export function issuePayload(number: number, changes: object = {}): object {
  return {
    action: 'opened',
    issue: { number },
    repository: { id: 20, full_name: 'acme/shop' },
    installation: { id: 10 },
    sender: { id: 30, login: 'ana', type: 'User' },
    ...changes,
  };
}

export interface Delivery {
  readonly event?: string;
  readonly id?: string;
  readonly payload?: unknown;
  readonly body?: string | Uint8Array;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Posts a webhook as GitHub does. A header of `''` is left out. */
export async function deliver(address: string, delivery: Delivery = {}): Promise<Response> {
  const body = delivery.body ?? JSON.stringify(delivery.payload ?? issuePayload(1));
  const headers = {
    'content-type': 'application/json',
    'x-github-event': delivery.event ?? 'issues',
    'x-github-delivery': delivery.id ?? crypto.randomUUID(),
    'x-hub-signature-256': sign(body, delivery.secret ?? webhookSecret),
    ...delivery.headers,
  };
  const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''));
  return fetch(`${address}/api/github/webhooks`, { method: 'POST', headers: sent, body: Buffer.from(body) });
}

/** Lets a server listen on a port of the system's choice and tells where. */
export async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('The server has no port.');
  return `http://127.0.0.1:${bound.port}`;
}

/** Every example payload GitHub's documentation has, with the name of its event. */
export function examplePayloads(): readonly { name: string; payload: unknown }[] {
  const examplesByEvent: unknown = createRequire(import.meta.url)('@octokit/webhooks-examples');
  return z
    .array(z.object({ name: z.string(), examples: z.array(z.unknown()) }))
    .parse(examplesByEvent)
    .flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
}
