import { PgBoss } from 'pg-boss';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { createReceiver } from '../../src/app/receiver.ts';
import { collectLog, deliver, listen, settingsOf } from './support.ts';

it('T33: the store is given seven seconds unless told otherwise: GitHub waits ten, Probot answers after nine', async () => {
  const boss = new PgBoss('postgresql://127.0.0.1:9/inbox');
  const inbox = { boss, receive: async () => {}, ping: async () => {} };
  const { log } = collectLog();
  const server = await createReceiver({ settings: settingsOf(), inbox, metrics: createMetrics(), log });
  onTestFinished(() => server.closeAllConnections());
  const address = await listen(server);
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  await deliver(address);
  expect(timers.mock.calls.map(([, milliseconds]) => milliseconds)).toContain(7_000);
});
