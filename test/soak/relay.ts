/** Stands between GitHub and the App: of the webhooks some get lost on the way, some come twice. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { type Chance, createChance } from './mixture.ts';

export interface Relay {
  /** What GitHub is to post to. */
  readonly url: string;
  /** Where the App takes webhooks now; `null`: nowhere, and GitHub gets no answer. */
  setTarget(url: string | null): void;
  readonly chance: Chance<string>;
  close(): Promise<void>;
}

const weights = new Map([
  ['lost before the App', 2],
  ['answer lost', 1],
  ['twice at once', 1],
  ['twice in a row', 1],
]);

/** @param share Of all webhooks, 0..1. */
export async function startRelay(share: number, random: () => number): Promise<Relay> {
  const chance = createChance(share, weights, random);
  let target: string | null = null;
  const server = createServer((request, response) => {
    pass(request, response, target, chance.draw()).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  return {
    url: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`,
    setTarget: (url) => {
      target = url;
    },
    chance,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  target: string | null,
  fault: string | null,
): Promise<void> {
  const body = await buffer(request);
  if (target === null || fault === 'lost before the App') {
    response.destroy();
    return;
  }
  const headers = new Headers(
    Object.entries(request.headers)
      .filter(([name]) => name.startsWith('x-') || name === 'content-type')
      .map(([name, value]) => [name, String(value)]),
  );
  const send = () => fetch(target, { method: 'POST', headers, body });
  const earlier = fault === 'twice at once' ? send() : null;
  if (fault === 'twice in a row') await (await send()).arrayBuffer();
  const answer = await send();
  const text = await answer.text();
  await (await earlier)?.arrayBuffer();
  if (fault === 'answer lost') response.destroy();
  else response.writeHead(answer.status).end(text);
}
