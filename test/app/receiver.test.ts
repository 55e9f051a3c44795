import type { Server } from 'node:http';
import { PgBoss } from 'pg-boss';
import { afterEach, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/app/env.ts';
import { createMetrics } from '../../src/app/metrics.ts';
import { createReceiver, type Receiving } from '../../src/app/receiver.ts';
import { collectLog, deliver, issuePayload, listen, settingsOf, webhookSecret } from './support.ts';

const open: Server[] = [];
const nowhere = 'postgresql://127.0.0.1:9/inbox';

afterEach(() => {
  for (const server of open.splice(0)) server.closeAllConnections();
});

async function receiving(
  inbox: Partial<Receiving['inbox']>,
  deadlineMilliseconds: number,
  changes: Partial<Settings> = {},
) {
  const { lines, log } = collectLog('trace');
  const server = await createReceiver({
    settings: settingsOf(changes),
    inbox: { boss: new PgBoss(nowhere), receive: async () => {}, ping: async () => {}, ...inbox },
    metrics: createMetrics(),
    log,
    deadlineMilliseconds,
  });
  open.push(server);
  return { lines, address: await listen(server) };
}

describe('the receiver', () => {
  it('T33: answers 503 when the store is slower than the deadline', async () => {
    const { address, lines } = await receiving({ receive: () => new Promise(() => {}) }, 50);
    const response = await deliver(address, { id: 'late' });
    expect(response.status).toBe(503);
    expect(lines.join('')).toContain('No answer within 50 ms.');
  });

  it('T32: answers 503 when the store fails, as on a full disk', async () => {
    const receive = () => Promise.reject(new Error('could not extend file: No space left on device'));
    const { address } = await receiving({ receive }, 1_000);
    const response = await deliver(address);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('device');
  });

  it('answers only once the store has committed', async () => {
    const order: string[] = [];
    const receive = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('committed');
    };
    const { address } = await receiving({ receive }, 1_000);
    await deliver(address);
    order.push('answered');
    expect(order).toEqual(['committed', 'answered']);
  });

  it('answers 2xx to a ping and stores nothing for it', async () => {
    const { address } = await receiving(
      { receive: () => Promise.reject(new Error('not to be asked')) },
      1_000,
    );
    const response = await deliver(address, {
      event: 'ping',
      payload: { zen: 'Keep it logically awesome.' },
    });
    expect(response.status).toBe(200);
  });

  it('T19: accepts either of two secrets, and one alone where there is no other', async () => {
    const both = await receiving({}, 1_000, { previousWebhookSecret: 'the-one-before' });
    const alone = await receiving({}, 1_000);
    const statuses = await Promise.all(
      [both, alone].flatMap(({ address }) =>
        ['the-one-before', webhookSecret].map(async (secret) => (await deliver(address, { secret })).status),
      ),
    );
    expect(statuses).toEqual([200, 200, 401, 200]);
  });

  it('is ready while the store answers', async () => {
    const { address } = await receiving({}, 1_000);
    const cut = await receiving({ ping: () => Promise.reject(new Error('no')) }, 1_000);
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
    expect((await fetch(`${cut.address}/readyz`)).status).toBe(503);
  });

  it('tells at /metrics what it answered and what the store holds', async () => {
    const counts = { waiting: 3, later: 4, running: 1, done: 12, failed: 2, oldest: 40 };
    const boss = new PgBoss({ db: { executeSql: async () => ({ rows: [counts] }) } });
    const { address } = await receiving({ boss }, 1_000);
    await deliver(address);
    const response = await fetch(`${address}/metrics`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    const lines = (await response.text()).split('\n');
    expect(lines.filter((line) => /^chokepoint_(jobs|oldest|webhooks)_/.test(line))).toEqual([
      'chokepoint_webhooks_accepted_total 1',
      'chokepoint_jobs_waiting 3',
      'chokepoint_jobs_put_off 4',
      'chokepoint_jobs_running 1',
      'chokepoint_jobs_done 12',
      'chokepoint_jobs_failed 2',
      'chokepoint_oldest_waiting_seconds 40',
    ]);
  });

  it('takes no webhook where it only works', async () => {
    const { address } = await receiving({}, 1_000, { role: 'worker' });
    expect((await deliver(address)).status).toBe(404);
  });

  it('T30: logs neither payloads nor secrets, at trace level and for failures too', async () => {
    const { address, lines } = await receiving({ receive: () => Promise.reject(new Error('no')) }, 1_000);
    const issue = { number: 1, body: 'canary-in-a-body ghs_0123456789abcdef' };
    await deliver(address, { payload: issuePayload(1, { issue }) });
    const text = lines.join('');
    expect(text).toContain('could not be stored');
    expect(text).not.toContain('canary-in-a-body');
    expect(text).not.toContain('ghs_0123456789abcdef');
    for (const secret of settingsOf().secrets) expect(text).not.toContain(secret);
  });
});
