import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { sign } from '../../src/app/signature.ts';
import {
  type GuardedServer,
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
});

describe('the guard', () => {
  it('hands a signed webhook on, body and all', async () => {
    const response = await deliver(server.address, { payload: issuePayload(3) });
    expect(response.status).toBe(200);
    expect(server.handedOn).toHaveLength(1);
    expect(server.handedOn[0]?.body).toBe(JSON.stringify(issuePayload(3)));
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
    const response = await deliver(server.address, delivery);
    expect(response.status).toBe(status);
    expect(server.handedOn).toEqual([]);
  });

  it('T17: ignores an unknown event with 202, but only when it is signed', async () => {
    const signed = await deliver(server.address, { event: 'star' });
    const unsigned = await deliver(server.address, { event: 'star', secret: 'guessed' });
    expect([signed.status, unsigned.status]).toEqual([202, 401]);
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
  });

  it('says that it is alive but not ready', async () => {
    const [alive, ready] = await Promise.all([
      fetch(`${server.address}/healthz`),
      fetch(`${server.address}/readyz`),
    ]);
    expect([alive.status, ready.status]).toEqual([200, 503]);
  });
});
