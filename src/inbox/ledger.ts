import type { Db } from 'pg-boss';
import { z } from 'zod';

/** What the store remembers beside its jobs: which deliveries came, who wrote lately, how far a repair got. */
export interface Ledger {
  /** Resolves once the deliveries are committed; one that is known already stays as it is. */
  recordDeliveries(guids: readonly string[]): Promise<void>;
  /** Those of the deliveries that never came. */
  missingOf(guids: readonly string[]): Promise<readonly string[]>;
  /**
   * `null`: this job may write to the subject, and is counted as one pass, however often it is tried. Else when the
   * window of the earlier ones ends.
   */
  claimWritingPass(subject: string, job: string): Promise<Date | null>;
  readMark(name: string): Promise<string | null>;
  setMark(name: string, value: string): Promise<void>;
  /** Forgets what is too old to matter. */
  prune(): Promise<void>;
}

/** One subject is written to in at most six passes in ten minutes (docs/running-the-app.md). */
const passesInWindow = 6;
const passWindow = "interval '10 minutes'";
/** A day longer than GitHub keeps a delivery in its log. */
const deliveriesKept = "interval '4 days'";

/** Processes that start at once would make the tables twice, and one of them would fail: they take turns. */
const tables = `
  SELECT pg_advisory_xact_lock(4226108);
  CREATE SCHEMA IF NOT EXISTS chokepoint;
  CREATE TABLE IF NOT EXISTS chokepoint.delivery (guid text PRIMARY KEY, received_at timestamptz NOT NULL DEFAULT now());
  CREATE INDEX IF NOT EXISTS delivery_received_at ON chokepoint.delivery (received_at);
  CREATE TABLE IF NOT EXISTS chokepoint.pass (subject text NOT NULL, at timestamptz NOT NULL DEFAULT now());
  ALTER TABLE chokepoint.pass ADD COLUMN IF NOT EXISTS job text NOT NULL DEFAULT '';
  CREATE INDEX IF NOT EXISTS pass_subject ON chokepoint.pass (subject, at);
  CREATE TABLE IF NOT EXISTS chokepoint.mark (name text PRIMARY KEY, value text NOT NULL)`;

const guidRow = z.object({ guid: z.string() });
const passRow = z.object({ granted: z.boolean(), free_at: z.coerce.date().nullable() });
const markRow = z.object({ value: z.string() });

/** Makes the tables where they are missing. */
export async function openLedger(db: Db): Promise<Ledger> {
  await db.executeSql(tables);
  return {
    async recordDeliveries(guids) {
      await db.executeSql(
        'INSERT INTO chokepoint.delivery (guid) SELECT unnest($1::text[]) ON CONFLICT DO NOTHING',
        [[...guids]],
      );
    },
    async missingOf(guids) {
      const { rows } = await db.executeSql(
        `SELECT asked.guid FROM unnest($1::text[]) AS asked(guid)
         WHERE NOT EXISTS (SELECT 1 FROM chokepoint.delivery known WHERE known.guid = asked.guid)`,
        [[...guids]],
      );
      return rows.map((row) => guidRow.parse(row).guid);
    },
    async claimWritingPass(subject, job) {
      const { rows } = await db.executeSql(
        `WITH recent AS (SELECT job, at FROM chokepoint.pass WHERE subject = $1 AND at > now() - ${passWindow}),
           known AS (SELECT FROM recent WHERE job = $2),
           claimed AS (INSERT INTO chokepoint.pass (subject, job) SELECT $1, $2
             WHERE (SELECT count(*) FROM recent) < ${passesInWindow} AND NOT EXISTS (SELECT FROM known) RETURNING at)
         SELECT EXISTS (SELECT FROM known UNION ALL SELECT FROM claimed) AS granted,
           (SELECT min(at) FROM recent) + ${passWindow} AS free_at`,
        [subject, job],
      );
      const { granted, free_at } = passRow.parse(rows[0]);
      return granted ? null : (free_at ?? new Date());
    },
    async readMark(name) {
      const { rows } = await db.executeSql('SELECT value FROM chokepoint.mark WHERE name = $1', [name]);
      return rows.length === 0 ? null : markRow.parse(rows[0]).value;
    },
    async setMark(name, value) {
      await db.executeSql(
        'INSERT INTO chokepoint.mark (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = $2',
        [name, value],
      );
    },
    async prune() {
      await db.executeSql(`DELETE FROM chokepoint.delivery WHERE received_at < now() - ${deliveriesKept};
        DELETE FROM chokepoint.pass WHERE at < now() - ${passWindow}`);
    },
  };
}
