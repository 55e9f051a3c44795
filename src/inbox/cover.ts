import type { PgBoss } from 'pg-boss';
import { subjectQueue, upkeepQueue } from './queue.ts';

const queues = [subjectQueue, upkeepQueue];

/**
 * Ends the jobs that wait for a retry while another job of their subject, or chore, is at work: it re-reads the truth,
 * so it covers them. A queue keeps one retry of a subject, and lays aside as dead what it cannot keep; with the
 * earlier one gone a job at work can fail, be stopped or be cut off, and is tried again.
 */
export async function coverRetries(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql(endCoveredRetries, [queues]);
}

const endCoveredRetries = `
UPDATE pgboss.job SET state = 'completed', completed_on = now()
WHERE name = ANY($1) AND state = 'retry' AND (name, singleton_key) IN (
  SELECT name, singleton_key FROM pgboss.job WHERE name = ANY($1) AND state = 'active'
)`;

/**
 * Has what is marked as running tried at once instead of after the missed heartbeat; how many jobs that are. Only
 * where no process is at work: what is marked then was cut off with its process.
 *
 * The end of the process is no fault of the job. Counted as a failure it would double the job's delay with every
 * restart, and after thirty of them lay aside what nobody ever got to work.
 */
export async function handBackCutOff(boss: PgBoss): Promise<number> {
  await coverRetries(boss);
  const { rows } = await boss.getDb().executeSql(handBack, [queues]);
  return rows.length;
}

const handBack = `
UPDATE pgboss.job SET
  state = 'retry', retry_count = greatest(retry_count - 1, 0), start_after = now(), heartbeat_on = NULL
WHERE name = ANY($1) AND state = 'active'
RETURNING id`;
