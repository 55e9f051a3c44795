import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import { deadQueue, subjectQueue } from './queue.ts';

/** How many jobs the store holds in each state now; `oldest` is the age in seconds of the one that waits longest. */
export async function countJobs(boss: PgBoss): Promise<z.infer<typeof countsRow>> {
  const { rows } = await boss.getDb().executeSql(
    `SELECT
       count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry') AND start_after <= now()) AS waiting,
       count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry') AND start_after > now()) AS later,
       count(*) FILTER (WHERE name = $1 AND state = 'active') AS running,
       count(*) FILTER (WHERE name = $1 AND state = 'completed') AS done,
       count(*) FILTER (WHERE name = $2 AND state = 'created') AS failed,
       coalesce(extract(epoch FROM now() - min(start_after)
         FILTER (WHERE name = $1 AND state IN ('created', 'retry') AND start_after <= now())), 0) AS oldest
     FROM pgboss.job WHERE name IN ($1, $2)`,
    [subjectQueue, deadQueue],
  );
  return countsRow.parse(rows[0]);
}

const countsRow = z.object({
  waiting: z.coerce.number(),
  later: z.coerce.number(),
  running: z.coerce.number(),
  done: z.coerce.number(),
  failed: z.coerce.number(),
  oldest: z.coerce.number(),
});
