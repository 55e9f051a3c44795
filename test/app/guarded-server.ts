/** A server that is guarded as the App's is, behind which every webhook is kept instead of worked. */
import { EventEmitter, once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { createLog } from '../../src/app/log.ts';
import { createAppServer } from '../../src/app/server.ts';
import { sign } from '../../src/app/signature.ts';
import { listen, webhookSecret } from './support.ts';

export const previousSecret = 'the-secret-before-that-one';

export interface GuardedServer {
  readonly address: string;
  readonly handedOn: { headers: IncomingMessage['headers']; body: unknown }[];
  /** What it logged, a line of JSON each. */
  readonly lines: string[];
  /** Waits two seconds at most for the next of them. */
  nextLine(): Promise<unknown>;
  close(): void;
}

export async function startGuardedServer(): Promise<GuardedServer> {
  const handedOn: GuardedServer['handedOn'] = [];
  const lines: string[] = [];
  const heard = new EventEmitter();
  const write = (line: string) => {
    lines.push(line);
    heard.emit('line');
  };
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
    log: createLog({ level: 'info', secrets: [], write }),
  });
  return {
    address: await listen(server),
    handedOn,
    lines,
    nextLine: () => once(heard, 'line', { signal: AbortSignal.timeout(2_000) }),
    close: () => server.close(),
  };
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

/** Posts the beginning of a body and hangs up. */
export function hangUp(address: string, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest(`${address}/api/github/webhooks`, { method: 'POST', headers });
    request.on('error', () => {});
    request.on('close', resolve);
    request.write('{', () => request.destroy());
  });
}
