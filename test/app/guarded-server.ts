/** A server that is guarded as the App's is, behind which every webhook is kept instead of worked. */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { createAppServer } from '../../src/app/server.ts';
import { sign } from '../../src/app/signature.ts';
import { collectLog, listen, webhookSecret } from './support.ts';

export const previousSecret = 'the-secret-before-that-one';

export interface GuardedServer {
  readonly address: string;
  readonly handedOn: { headers: IncomingMessage['headers']; body: unknown }[];
  close(): void;
}

export async function startGuardedServer(): Promise<GuardedServer> {
  const handedOn: GuardedServer['handedOn'] = [];
  const server = createAppServer({
    guard: {
      secrets: [webhookSecret, previousSecret],
      limitBytes: payloadLimitBytes,
      isKnownEvent: (event) => event === 'issues',
    },
    secret: webhookSecret,
    deliver: (request, response) => {
      handedOn.push({ headers: request.headers, body: 'body' in request ? request.body : null });
      response.writeHead(200).end('ok');
    },
    checkReady: async () => {
      throw new Error('not yet');
    },
    renderMetrics: async () => ({ contentType: 'text/plain', text: '' }),
    onAnswer: () => {},
    isReceiving: true,
    log: collectLog().log,
  });
  return { address: await listen(server), handedOn, close: () => server.close() };
}

export const megabyte = Buffer.alloc(1024 * 1024);

/** Of something else than what is sent. */
export const wronglySigned = {
  'content-type': 'application/json',
  'x-github-event': 'issues',
  'x-github-delivery': 'guid',
  'x-hub-signature-256': sign('something else', webhookSecret),
};

/** Posts chunks for as long as nobody answers, and tells how many bytes went out. */
export function stream(
  address: string,
  headers: Record<string, string>,
  chunk: Buffer,
  maximumChunks: number,
) {
  return new Promise<{ status: number | undefined; sentBytes: number }>((resolve, reject) => {
    let sentBytes = 0;
    let isAnswered = false;
    const request = httpRequest(`${address}/api/github/webhooks`, { method: 'POST', headers });
    request.on('response', (response) => {
      isAnswered = true;
      response.resume();
      request.destroy();
      resolve({ status: response.statusCode, sentBytes });
    });
    request.on('error', (error) => (isAnswered ? undefined : reject(error)));
    const send = (left: number) => {
      if (isAnswered || left === 0) return;
      sentBytes += chunk.length;
      request.write(chunk, () => send(left - 1));
    };
    send(maximumChunks);
  });
}
