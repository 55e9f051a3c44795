import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../inbox/log.ts';
import { type Admission, admit, type Guard } from './guard.ts';
import { sign } from './signature.ts';

export const webhookPath = '/api/github/webhooks';

/** Passes an admitted webhook on and answers it; Probot's node middleware. */
export type Deliver = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Serving {
  readonly guard: Guard;
  /** The secret `deliver` checks signatures with. */
  readonly secret: string;
  readonly deliver: Deliver;
  /** Rejects while the App cannot do its work. */
  readonly checkReady: () => Promise<void>;
  /** What `/metrics` answers. */
  readonly renderMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** Hears of every answered webhook, with the time from its arrival. */
  readonly onAnswer: (status: number, seconds: number) => void;
  readonly log: Log;
  /** `false`: takes no webhooks, and is there to be watched only. */
  readonly isReceiving: boolean;
}

/** The App's HTTP server, not yet listening: webhooks, `/healthz` (alive), `/readyz` (the store answers), `/metrics`. */
export function createAppServer(serving: Serving): Server {
  const server = createServer((request, response) => {
    answer(request, response, serving).catch((error) => {
      serving.log.warn({ err: error }, 'A request ended before it was answered.');
      if (!response.headersSent) respond(response, 503, 'Not now.');
    });
  });
  server.requestTimeout = 30_000;
  return server;
}

async function answer(request: IncomingMessage, response: ServerResponse, serving: Serving): Promise<void> {
  const path = (request.url ?? '').split('?', 1)[0];
  if (path === '/healthz') return respond(response, 200, 'Alive.');
  if (path === '/readyz') return answerReady(response, serving);
  if (path === '/metrics') return answerMetrics(response, serving);
  if (path !== webhookPath || !serving.isReceiving) return respond(response, 404, 'There is nothing here.');
  const startedAt = performance.now();
  response.once('finish', () =>
    serving.onAnswer(response.statusCode, (performance.now() - startedAt) / 1_000),
  );
  const admission = await admit(request, serving.guard);
  if (admission.kind === 'admitted') await handOn(request, response, admission.body, serving);
  else turnAway(request, response, admission, serving.log);
}

/**
 * Hands the body on as read, signed with the one secret Probot knows. The header that names a GitHub
 * Enterprise host is dropped: whoever sends a delivery never chooses which host is asked.
 */
async function handOn(
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
  { secret, deliver }: Serving,
): Promise<void> {
  delete request.headers['x-github-enterprise-host'];
  request.headers['x-hub-signature-256'] = sign(body, secret);
  await deliver(Object.assign(request, { body }), response);
}

function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  admission: Exclude<Admission, { kind: 'admitted' }>,
  log: Log,
): void {
  const status = admission.kind === 'ignored' ? 202 : admission.status;
  const delivery = request.headers['x-github-delivery'];
  if (admission.kind === 'refused')
    log.warn({ delivery, status }, `A webhook is refused. ${admission.message}`);
  else log.debug({ delivery }, 'A webhook is ignored.');
  respond(response, status, admission.message);
}

async function answerReady(response: ServerResponse, { checkReady }: Serving): Promise<void> {
  try {
    await checkReady();
    respond(response, 200, 'Ready.');
  } catch {
    respond(response, 503, 'The store does not answer.');
  }
}

async function answerMetrics(response: ServerResponse, { renderMetrics }: Serving): Promise<void> {
  const { contentType, text } = await renderMetrics();
  response.writeHead(200, { 'content-type': contentType }).end(text);
}

function respond(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${message}\n`);
}
