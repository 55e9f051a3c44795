import { expect } from 'vitest';
import type { Job } from '../../src/inbox/job.ts';
import type { Log } from '../../src/inbox/log.ts';
import { type OpenInbox, openInbox, type StorePlace } from '../../src/inbox/store.ts';

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export function issueJob(number: number, changes: Partial<Job> = {}): Job {
  return {
    installationId: 10,
    repositoryId: 20,
    repository: 'acme/shop',
    subject: { kind: 'issue', number },
    deliveryId: `delivery-${number}`,
    receivedAt: '2026-11-02T08:00:00.000Z',
    ...changes,
  };
}

/** An inbox that could be opened; a Problem fails the test. */
export async function openedInbox(place: StorePlace, log: Log = silentLog): Promise<OpenInbox> {
  const opening = await openInbox({ place, processId: 4711, log });
  expect(opening).toMatchObject({ ok: true });
  if (!opening.ok) throw new Error('The inbox did not open.');
  return opening.value;
}
