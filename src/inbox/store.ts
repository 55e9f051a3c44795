import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type ConstructorOptions, fromPglite, type JobInsert, PgBoss } from 'pg-boss';
import { fail, type Problem, type Result, succeed } from '../core/problem.ts';
import { handBackCutOff } from './cover.ts';
import { gatherWrites } from './gather-writes.ts';
import { type Job, jobKey } from './job.ts';
import { type Ledger, openLedger } from './ledger.ts';
import { lockFolder } from './lock-folder.ts';
import type { Log } from './log.ts';
import {
  deadQueue,
  deadQueueSettings,
  subjectQueue,
  subjectQueueSettings,
  supervision,
  upkeepQueue,
  upkeepQueueSettings,
} from './queue.ts';
import { takeTurn } from './take-turn.ts';

/** Where jobs are kept. `memory` forgets them at the end of the process. */
export type StorePlace =
  | { readonly kind: 'memory' }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'postgresql'; readonly url: string };

/** What a receiver needs of the inbox. */
export interface Inbox {
  /**
   * Resolves once every job of a delivery is committed, or is covered by a waiting job on the same subject, and
   * the delivery is written down as received; in this order, so that what is cut off between is delivered again.
   */
  receive(guid: string, jobs: readonly Job[]): Promise<void>;
  /** Resolves when the store answers a question. */
  ping(): Promise<void>;
}

export interface OpenInbox extends Inbox {
  readonly boss: PgBoss;
  readonly ledger: Ledger;
  /** Stores jobs as `receive` does, for a later time if need be. */
  store(jobs: readonly Job[], startAfter?: Date): Promise<void>;
  /** Does the work while no other process does any under the same number, and for `milliseconds` after it. */
  alone<Value>(number: number, milliseconds: number, work: () => Promise<Value>): Promise<Value>;
  /** Lets running jobs finish for `graceMilliseconds` (at least 1,000), hands back the rest, closes. */
  close(graceMilliseconds: number): Promise<void>;
}

export interface OpeningInbox {
  readonly place: StorePlace;
  /** Written down as the holder of an embedded store. */
  readonly processId: number;
  readonly log: Log;
  /** Whether this process sets off what is scheduled; of several that do, one does at a time. */
  readonly isScheduling?: boolean;
}

/**
 * Opens the inbox, making what is missing. Embedded and PostgreSQL differ only in the connection:
 * queues, policy and statements are the same.
 * Problems: `STORE_HELD`, `STORE_FOLDER_UNUSABLE`, `STORE_UNREACHABLE`.
 */
export async function openInbox(opening: OpeningInbox): Promise<Result<OpenInbox>> {
  const { place, processId, log, isScheduling: schedule = false } = opening;
  const lock = place.kind === 'folder' ? lockFolder(place.folder, processId) : null;
  if (lock !== null && !lock.ok) return lock;
  let closeDatabase = async () => {};
  try {
    const database = await connect(place);
    closeDatabase = database.close;
    const boss = new PgBoss({ ...database.options, ...supervision, useListenNotify: true, schedule });
    boss.on('error', (error) => log.error({ err: error }, 'The store reported an error.'));
    boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'The store reported a warning.'));
    await boss.start();
    await boss.createQueue(deadQueue, deadQueueSettings);
    await boss.createQueue(subjectQueue, subjectQueueSettings);
    await boss.createQueue(upkeepQueue, upkeepQueueSettings);
    const ledger = await openLedger(boss.getDb());
    // Under the folder's lock no other process can be at work.
    const cutOff = place.kind === 'folder' ? await handBackCutOff(boss) : 0;
    if (cutOff > 0) log.info({ jobs: cutOff }, 'Jobs that were cut off are tried again.');
    return succeed(inboxOver(boss, ledger, closeDatabase, () => lock?.value.release()));
  } catch (error) {
    await closeDatabase();
    lock?.value.release();
    return fail(unreachableProblem(place, error));
  }
}

/** Beyond this a write is taken for stuck, and the next goes ahead on another connection. */
const slowWriteMilliseconds = 3_000;

interface Database {
  readonly options: ConstructorOptions;
  readonly close: () => Promise<void>;
}

async function connect(place: StorePlace): Promise<Database> {
  if (place.kind === 'postgresql') {
    return {
      // Each job that writes holds one connection for its turn, beside those of the queue.
      options: { connectionString: place.url, application_name: 'chokepoint', max: 20 },
      close: async () => {},
    };
  }
  const pglite = await PGlite.create(place.kind === 'folder' ? join(place.folder, 'inbox') : 'memory://');
  return { options: { db: fromPglite(pglite), backend: 'pglite' }, close: () => pglite.close() };
}

function inboxOver(
  boss: PgBoss,
  ledger: Ledger,
  closeDatabase: () => Promise<void>,
  release: () => void,
): OpenInbox {
  const insert = gatherWrites(
    (rows: readonly JobInsert[]) => boss.insert(subjectQueue, [...rows]),
    slowWriteMilliseconds,
  );
  const record = gatherWrites(ledger.recordDeliveries, slowWriteMilliseconds);
  const store: OpenInbox['store'] = async (jobs, startAfter) => {
    if (jobs.length === 0) return;
    const later = startAfter === undefined ? {} : { startAfter };
    await insert(jobs.map((job) => ({ data: job, singletonKey: jobKey(job), ...later })));
  };
  return {
    boss,
    ledger,
    store,
    async receive(guid, jobs) {
      await store(jobs);
      await record([guid]);
    },
    alone: (number, milliseconds, work) => takeTurn(boss.getDb(), number, milliseconds, work),
    async ping() {
      await boss.getDb().executeSql('SELECT 1');
    },
    async close(graceMilliseconds) {
      try {
        await boss.stop({ graceful: true, timeout: graceMilliseconds });
      } finally {
        await closeDatabase();
        release();
      }
    },
  };
}

function unreachableProblem(place: StorePlace, error: unknown): Problem {
  const found = error instanceof Error ? error.message || error.name : String(error);
  if (place.kind === 'postgresql') {
    return {
      code: 'STORE_UNREACHABLE',
      message: 'The PostgreSQL of DATABASE_URL cannot be used for the store.',
      found,
      expected: 'a PostgreSQL server that accepts this user and lets it create a schema',
      fix: 'Check DATABASE_URL, and that the server is up and reachable from here.',
    };
  }
  return {
    code: 'STORE_UNREACHABLE',
    message: 'The embedded store cannot be opened.',
    found,
    expected: 'a folder written by Chokepoint alone, with room on its disk',
    fix: 'Check the disk; if the folder is damaged, move it away: what GitHub still holds in its delivery log is stored anew.',
  };
}
