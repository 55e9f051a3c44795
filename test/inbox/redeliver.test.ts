import { afterAll, beforeAll, expect, it } from 'vitest';
import { redeliverMissing } from '../../src/inbox/redeliver.ts';
import type { OpenInbox } from '../../src/inbox/store.ts';
import type { DeliveryLog, LoggedDelivery } from '../../src/tasks/ports/app-wide.ts';
import { issueJob, openedInbox, silentLog } from './support.ts';

let inbox: OpenInbox;
const asked: number[] = [];
let entries: LoggedDelivery[] = [];
let failures = 0;

/** Pages of two, newest first. */
const deliveries: DeliveryLog = {
  async readPage(after) {
    const from = after === null ? 0 : Number(after);
    const next = from + 2 < entries.length ? String(from + 2) : null;
    return { deliveries: entries.slice(from, from + 2), next };
  },
  async redeliver(id) {
    if (failures > 0) {
      failures -= 1;
      throw new Error('GitHub hung up');
    }
    asked.push(id);
  },
};

beforeAll(async () => {
  inbox = await openedInbox({ kind: 'memory' });
});
afterAll(() => inbox.close(1_000));

function entry(id: number, hour: number, changes: Partial<LoggedDelivery> = {}): LoggedDelivery {
  return {
    id,
    guid: `guid-${id}`,
    event: 'issues',
    deliveredAt: new Date(Date.UTC(2026, 10, 2, hour)),
    ...changes,
  };
}

it('asks for what never came, once, and not for what it does not work on', async () => {
  await inbox.receive('guid-3', [issueJob(3)]);
  entries = [
    entry(5, 5, { guid: 'guid-1' }),
    entry(4, 4, { event: 'star' }),
    entry(3, 3),
    entry(2, 2),
    entry(1, 1),
  ];
  expect(await redeliverMissing(deliveries, inbox.ledger, silentLog)).toEqual({ looked: 5, redelivered: 2 });
  expect(asked).toEqual([5, 2]);
});

it('looks only at what is new afterwards, and does not ask for what came', async () => {
  asked.length = 0;
  await inbox.receive('guid-1', []);
  await inbox.receive('guid-2', []);
  entries = [entry(6, 6), ...entries];
  expect(await redeliverMissing(deliveries, inbox.ledger, silentLog)).toEqual({ looked: 2, redelivered: 1 });
  expect(asked).toEqual([6]);
});

it('goes on after a pass that was cut off, with nothing left out', async () => {
  asked.length = 0;
  entries = [entry(9, 9), entry(8, 8), entry(7, 7), ...entries];
  failures = 1;
  await expect(redeliverMissing(deliveries, inbox.ledger, silentLog)).rejects.toThrow('hung up');
  await redeliverMissing(deliveries, inbox.ledger, silentLog);
  expect(asked).toEqual([9, 8, 7, 6]);
});
