import type { IncomingMessage } from 'node:http';
import { startSignatureCheck } from './signature.ts';

export interface Guard {
  /** Every secret that may sign now: the current one, and while it is being rotated the one before. */
  readonly secrets: readonly string[];
  readonly limitBytes: number;
  readonly isKnownEvent: (event: string) => boolean;
}

/** GitHub sends no payload above 25 MB. Source: GitHub's documentation, "Webhook events and payloads". */
export const payloadLimitBytes = 25 * 1024 * 1024;

/** What the guard made of a request: a status to answer, or a signed body that is JSON. */
export type Admission =
  | { readonly kind: 'refused'; readonly status: 400 | 401 | 405 | 413 | 415; readonly message: string }
  | { readonly kind: 'ignored'; readonly message: string }
  | { readonly kind: 'admitted'; readonly body: string };

/**
 * Judges a webhook request before any other code sees it, the cheapest questions first. The body is
 * read only for a request that could be GitHub's, never further than the limit, and put together only
 * when a live secret signed it. Rejects when the sender hangs up.
 */
export async function admit(request: IncomingMessage, guard: Guard): Promise<Admission> {
  if (request.method !== 'POST') return refuse(405, 'Webhooks are sent with POST.');
  if (!/^\s*application\/json\s*(;|$)/i.test(header(request, 'content-type'))) {
    return refuse(415, 'Set the content type of the webhook to application/json.');
  }
  const event = header(request, 'x-github-event');
  if (event === '' || header(request, 'x-github-delivery') === '') {
    return refuse(400, 'The headers X-GitHub-Event and X-GitHub-Delivery are missing.');
  }
  const signature = header(request, 'x-hub-signature-256');
  if (!/^sha256=[0-9a-f]{64}$/.test(signature)) return refuse(401, 'The signature is missing.');
  if (Number(header(request, 'content-length')) > guard.limitBytes)
    return refuse(413, tooLarge(guard.limitBytes));

  const check = startSignatureCheck(guard.secrets);
  const chunks = await readBody(request, guard.limitBytes, (chunk) => check.update(chunk));
  if (chunks === null) return refuse(413, tooLarge(guard.limitBytes));
  if (!check.matches(signature)) return refuse(401, 'The signature does not belong to this body.');
  if (!guard.isKnownEvent(event))
    return { kind: 'ignored', message: 'Chokepoint does not work on this event.' };
  const body = readJsonObject(chunks);
  return body === null ? refuse(400, 'The body is not a JSON object.') : { kind: 'admitted', body };
}

/** The chunks of a body, or `null` as soon as it is over the limit; what follows is not kept. */
function readBody(
  request: IncomingMessage,
  limitBytes: number,
  onChunk: (chunk: Buffer) => void,
): Promise<readonly Buffer[] | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    request.on('data', (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) {
        chunks.length = 0;
        resolve(null);
        return;
      }
      chunks.push(chunk);
      onChunk(chunk);
    });
    request.once('end', () => resolve(chunks));
    request.once('close', () => reject(new Error('The sender hung up before the body was complete.')));
  });
}

/**
 * The text of a body that is exact UTF-8 and holds a JSON object, else `null`. Exact, because the text
 * is signed once more for Probot, and because what GitHub sends is.
 */
function readJsonObject(chunks: readonly Buffer[]): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? text : null;
  } catch {
    return null;
  }
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return typeof value === 'string' ? value : '';
}

function refuse(status: Extract<Admission, { kind: 'refused' }>['status'], message: string): Admission {
  return { kind: 'refused', status, message };
}

function tooLarge(limitBytes: number): string {
  return `A webhook holds at most ${limitBytes} bytes.`;
}
