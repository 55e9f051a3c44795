import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { createAppServer } from '../../src/app/server.ts';
import { sign } from '../../src/app/signature.ts';
import { collectLog, deliver, issuePayload, listen, webhookSecret } from './support.ts';

const previousSecret = 'the-secret-before-that-one';
let server: Server;
let address: string;
const handedOn: { headers: IncomingMessage['headers']; body: unknown }[] = [];

beforeAll(async () => {
  server = createAppServer({
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
  address = await listen(server);
});

afterAll(() => server.close());
beforeEach(() => {
  handedOn.length = 0;
});

/** Posts chunks for as long as nobody answers, and tells how many bytes went out. */
function stream(headers: Record<string, string>, chunk: Buffer, maximumChunks: number) {
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

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function retainedBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

const megabyte = Buffer.alloc(1024 * 1024);

const signedHeaders = {
  'content-type': 'application/json',
  'x-github-event': 'issues',
  'x-github-delivery': 'guid',
  'x-hub-signature-256': sign('something else', webhookSecret),
};

describe('the guard', () => {
  it.each([
    ['declared', { 'content-length': String(300 * 1024 * 1024) }],
    ['undeclared', { 'transfer-encoding': 'chunked' }],
  ])('T17: keeps nothing of bodies of 300 MB, %s, that are wrongly signed', async (_, length) => {
    const before = retainedBytes();
    for (let post = 0; post < 10; post += 1) {
      const answer = await stream({ ...signedHeaders, ...length }, megabyte, 300);
      expect(answer.status).toBe(413);
    }
    // What is let go of is taken back by a thread beside this one, so the figure comes down a moment later.
    await expect.poll(() => retainedBytes() - before, { timeout: 30_000 }).toBeLessThan(payloadLimitBytes);
  });

  it('hands a signed webhook on, body and all', async () => {
    const response = await deliver(address, { payload: issuePayload(3) });
    expect(response.status).toBe(200);
    expect(handedOn).toHaveLength(1);
    expect(handedOn[0]?.body).toBe(JSON.stringify(issuePayload(3)));
  });

  it.each([
    ['unsigned', { headers: { 'x-hub-signature-256': '' } }, 401],
    ['signed with another secret', { secret: 'guessed' }, 401],
    ['signed for another body', { headers: { 'x-hub-signature-256': sign('{}', webhookSecret) } }, 401],
    ['signed with the older algorithm', { headers: { 'x-hub-signature-256': 'sha1=0123456789' } }, 401],
    ['of a form content type', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415],
    ['without an event name', { headers: { 'x-github-event': '' } }, 400],
    ['without a delivery id', { headers: { 'x-github-delivery': '' } }, 400],
    ['not JSON', { body: '{"action":' }, 400],
    ['JSON, but no object', { body: '[]' }, 400],
    ['not UTF-8', { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }, 400],
    ['over the limit', { body: JSON.stringify({ filler: 'x'.repeat(payloadLimitBytes) }) }, 413],
  ])('T17: refuses a webhook that is %s', async (_, delivery, status) => {
    const response = await deliver(address, delivery);
    expect(response.status).toBe(status);
    expect(handedOn).toEqual([]);
  });

  it('T17: ignores an unknown event with 202, but only when it is signed', async () => {
    const signed = await deliver(address, { event: 'star' });
    const unsigned = await deliver(address, { event: 'star', secret: 'guessed' });
    expect([signed.status, unsigned.status]).toEqual([202, 401]);
    expect(handedOn).toEqual([]);
  });

  it('T17: refuses by its declared length a body it has not read', async () => {
    const headers = { ...signedHeaders, 'content-length': String(300 * 1024 * 1024) };
    const answer = await stream(headers, Buffer.alloc(1), 1);
    expect(answer).toEqual({ status: 413, sentBytes: 1 });
  });

  it('T17: stops keeping a body of undeclared length at the limit', async () => {
    const headers = { ...signedHeaders, 'transfer-encoding': 'chunked' };
    const answer = await stream(headers, Buffer.alloc(64 * 1024), 10_000);
    expect(answer.status).toBe(413);
  });

  it('T19: accepts the secret before the current one and signs anew for what is behind', async () => {
    const response = await deliver(address, { payload: issuePayload(4), secret: previousSecret });
    expect(response.status).toBe(200);
    expect(handedOn[0]?.headers['x-hub-signature-256']).toBe(
      sign(JSON.stringify(issuePayload(4)), webhookSecret),
    );
  });

  it('T20: drops the header that names a GitHub Enterprise host', async () => {
    await deliver(address, { headers: { 'x-github-enterprise-host': 'evil.example' } });
    expect(handedOn).toHaveLength(1);
    expect(handedOn[0]?.headers).not.toHaveProperty('x-github-enterprise-host');
  });

  it('knows one path for webhooks, and only POST on it', async () => {
    const elsewhere = await fetch(`${address}/`, { method: 'POST', body: '{}' });
    const got = await fetch(`${address}/api/github/webhooks`);
    expect([elsewhere.status, got.status]).toEqual([404, 405]);
  });

  it('says that it is alive but not ready', async () => {
    const [alive, ready] = await Promise.all([fetch(`${address}/healthz`), fetch(`${address}/readyz`)]);
    expect([alive.status, ready.status]).toEqual([200, 503]);
  });
});
