import { PgBoss } from 'pg-boss';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createMetrics } from '../../src/app/metrics.ts';
import { createReceiver } from '../../src/app/receiver.ts';
import { collectLog, deliver, listen, settingsOf } from './support.ts';

it('T33: answers 503 before eight seconds where the store never does: GitHub waits ten, Probot answers after nine', async () => {
  const asked = Promise.withResolvers<void>();
  const inbox = {
    boss: new PgBoss('postgresql://127.0.0.1:9/inbox'),
    receive: () => {
      asked.resolve();
      return new Promise<void>(() => {});
    },
    ping: async () => {},
  };
  const { log } = collectLog();
  const server = await createReceiver({ settings: settingsOf(), inbox, metrics: createMetrics(), log });
  onTestFinished(() => server.closeAllConnections());
  const address = await listen(server);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const answer = deliver(address, { id: 'never' });
  await asked.promise;
  vi.advanceTimersByTime(7_999);
  expect((await answer).status).toBe(503);
});
