import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from 'pg-boss';

/**
 * Does the work while no other process on the same database does any under the same number, and lets none begin
 * for `milliseconds` after it. PostgreSQL frees the lock with the connection, so that a process that was killed
 * holds up nobody. The embedded store has one process and needs no lock.
 */
export async function takeTurn<Value>(
  db: Db,
  number: number,
  milliseconds: number,
  work: () => Promise<Value>,
): Promise<Value> {
  const turn = await db.beginTransaction?.();
  if (turn === undefined) return work();
  const end = () => turn.rollback();
  try {
    await turn.db.executeSql('SELECT pg_advisory_xact_lock($1)', [number]);
    return await work();
  } finally {
    if (milliseconds > 0) void pause(milliseconds).then(end);
    else await end();
  }
}
