import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { sign } from '../../src/app/signature.ts';
import {
  type GuardedServer,
  hangUp,
  previousSecret,
  startGuardedServer,
  stream,
  wronglySigned,
} from './guarded-server.ts';
import { deliver, issuePayload, webhookSecret } from './support.ts';

let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.handedOn.length = 0;
  server.lines.length = 0;
});

const notOfThisBody = 'The signature does not belong to this body.';
const wantsJson = 'Set the content type of the webhook to application/json.';
const wantsHeaders = 'The headers X-GitHub-Event and X-GitHub-Delivery are missing.';
const wantsObject = 'The body is not a JSON object.';
const formType = 'application/x-www-form-urlencoded';

/** A JSON object of so many bytes. */
function bodyOf(bytes: number): string {
  return JSON.stringify({ filler: '' }).replace('""', `"${'x'.repeat(bytes - 13)}"`);
}

const warning = 40;

/** What the log tells, but for the time and where in the code an error arose. */
function logged(): readonly object[] {
  const line = z.object({
    level: z.number(),
    msg: z.string(),
    delivery: z.string().optional(),
    status: z.number().optional(),
    err: z.object({ message: z.string() }).optional(),
  });
  return server.lines.map((text) => line.parse(JSON.parse(text)));
}

describe('the guard', () => {
  it('hands a signed webhook on, body and all', async () => {
    const response = await deliver(server.address, { payload: issuePayload(3) });
    expect(response.status).toBe(200);
    expect(server.handedOn).toHaveLength(1);
    expect(server.handedOn[0]?.body).toBe(JSON.stringify(issuePayload(3)));
  });

  it.each([
    ['unsigned', { headers: { 'x-hub-signature-256': '' } }, 401, 'The signature is missing.'],
    ['signed with another secret', { secret: 'guessed' }, 401, notOfThisBody],
    [
      'signed for another body',
      { headers: { 'x-hub-signature-256': sign('{}', webhookSecret) } },
      401,
      notOfThisBody,
    ],
    [
      'signed with the older algorithm',
      { headers: { 'x-hub-signature-256': 'sha1=0123456789' } },
      401,
      'The signature is missing.',
    ],
    [
      'signed at too great length',
      { headers: { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}0` } },
      401,
      'The signature is missing.',
    ],
    [
      'signed behind something else',
      { headers: { 'x-hub-signature-256': `x sha256=${'0'.repeat(64)}` } },
      401,
      'The signature is missing.',
    ],
    ['of a form content type', { headers: { 'content-type': formType } }, 415, wantsJson],
    [
      'of a type that only ends in JSON',
      { headers: { 'content-type': 'text/application/json' } },
      415,
      wantsJson,
    ],
    [
      'of a type that only begins with JSON',
      { headers: { 'content-type': 'application/json5' } },
      415,
      wantsJson,
    ],
    ['without an event name', { headers: { 'x-github-event': '' } }, 400, wantsHeaders],
    ['without a delivery id', { headers: { 'x-github-delivery': '' } }, 400, wantsHeaders],
    ['not JSON', { body: '{"action":' }, 400, wantsObject],
    ['JSON, but no object', { body: '[]' }, 400, wantsObject],
    ['JSON behind a byte order mark', { body: '\ufeff{}' }, 400, wantsObject],
    ['JSON, but nothing', { body: 'null' }, 400, wantsObject],
    ['JSON, but a number', { body: '7' }, 400, wantsObject],
    ['not UTF-8', { body: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) }, 400, wantsObject],
    [
      'over the limit',
      { body: bodyOf(payloadLimitBytes + 1) },
      413,
      `A webhook holds at most ${payloadLimitBytes} bytes.`,
    ],
  ])('T17: refuses a webhook that is %s, and says so', async (_, delivery, status, message) => {
    const response = await deliver(server.address, delivery);
    expect([response.status, (await response.text()).trimEnd()]).toEqual([status, message]);
    expect(server.handedOn).toEqual([]);
  });

  it('takes a body of exactly the limit, and a type with a parameter or in capitals', async () => {
    for (const delivery of [
      { body: bodyOf(payloadLimitBytes) },
      { headers: { 'content-type': 'application/json; charset=utf-8' } },
      { headers: { 'content-type': 'Application/JSON' } },
    ])
      expect((await deliver(server.address, delivery)).status).toBe(200);
  });

  it('T17: ignores an unknown event with 202, but only when it is signed', async () => {
    const signed = await deliver(server.address, { event: 'star' });
    const unsigned = await deliver(server.address, { event: 'star', secret: 'guessed' });
    expect([signed.status, unsigned.status]).toEqual([202, 401]);
    expect((await signed.text()).trimEnd()).toBe('Chokepoint does not work on this event.');
    expect(server.handedOn).toEqual([]);
  });

  it('T17: refuses by its declared length a body it has not read', async () => {
    const headers = { ...wronglySigned, 'content-length': String(300 * 1024 * 1024) };
    const answer = await stream(server.address, headers, Buffer.alloc(1), 1);
    expect(answer).toEqual({ status: 413, sentBytes: 1 });
  });

  it('T17: stops keeping a body of undeclared length at the limit', async () => {
    const headers = { ...wronglySigned, 'transfer-encoding': 'chunked' };
    const answer = await stream(server.address, headers, Buffer.alloc(64 * 1024), 10_000);
    expect(answer.status).toBe(413);
  });

  it('warns in the log of what it refuses, by delivery and status', async () => {
    await deliver(server.address, { id: 'forged', secret: 'guessed' });
    await deliver(server.address, { id: 'unknown', event: 'star' });
    expect(logged()).toEqual([
      { level: warning, delivery: 'forged', status: 401, msg: `A webhook is refused. ${notOfThisBody}` },
    ]);
  });

  it('waits for a body no longer than its sender, and says in the log that it hung up', async () => {
    const line = server.nextLine();
    await Promise.all([line, hangUp(server.address, { ...wronglySigned, 'content-length': '2' })]);
    expect(logged()).toEqual([
      {
        level: warning,
        msg: 'A request ended before it was answered.',
        err: { message: 'The sender hung up before the body was complete.' },
      },
    ]);
  });

  it('T19: accepts the secret before the current one and signs anew for what is behind', async () => {
    const response = await deliver(server.address, { payload: issuePayload(4), secret: previousSecret });
    expect(response.status).toBe(200);
    expect(server.handedOn[0]?.headers['x-hub-signature-256']).toBe(
      sign(JSON.stringify(issuePayload(4)), webhookSecret),
    );
  });

  it('T20: drops the header that names a GitHub Enterprise host', async () => {
    await deliver(server.address, { headers: { 'x-github-enterprise-host': 'evil.example' } });
    expect(server.handedOn).toHaveLength(1);
    expect(server.handedOn[0]?.headers).not.toHaveProperty('x-github-enterprise-host');
  });

  it('knows one path for webhooks, and only POST on it', async () => {
    const elsewhere = await fetch(`${server.address}/`, { method: 'POST', body: '{}' });
    const got = await fetch(`${server.address}/api/github/webhooks`);
    expect([elsewhere.status, got.status]).toEqual([404, 405]);
    expect((await got.text()).trimEnd()).toBe('Webhooks are sent with POST.');
  });

  it('says that it is alive but not ready', async () => {
    const [alive, ready] = await Promise.all([
      fetch(`${server.address}/healthz`),
      fetch(`${server.address}/readyz`),
    ]);
    expect([alive.status, ready.status]).toEqual([200, 503]);
  });
});
