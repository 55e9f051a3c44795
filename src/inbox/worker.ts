import type { Job as StoredJob } from 'pg-boss';
import type { Problem } from '../core/problem.ts';
import { type Job, jobKey, readJob } from './job.ts';
import type { Log } from './log.ts';
import { subjectQueue, workSettings } from './queue.ts';
import type { OpenInbox } from './store.ts';

/** How one run of a job ended. A run that throws is retried with a growing delay. */
export type Outcome =
  | { readonly kind: 'done' }
  /** Not now: the job is stored again for that time and no worker waits. Does not count as a failure. */
  | { readonly kind: 'retry-at'; readonly at: Date; readonly reason: string }
  /** Trying again cannot help; the job is laid aside with its Problem. */
  | { readonly kind: 'terminal'; readonly problem: Problem };

/** Works one job. `signal` is aborted when the process must stop and the job is handed back. */
export type RunJob = (job: Job, signal: AbortSignal) => Promise<Outcome>;

/** Starts taking jobs; closing the inbox ends it. One subject is never worked twice at once. */
export async function startWorker(inbox: OpenInbox, run: RunJob, log: Log): Promise<void> {
  await inbox.boss.work<unknown, unknown, typeof workSettings>(subjectQueue, workSettings, (batch) =>
    Promise.all(batch.map((stored) => work(inbox, stored, run, log))),
  );
}

type Settled = { id: string; status: 'completed' | 'failed' | 'deadletter'; output: object };

interface Attempt {
  readonly id: string;
  readonly job: Job;
  readonly inbox: OpenInbox;
  readonly log: Log;
  readonly fields: Readonly<Record<string, unknown>>;
}

async function work(inbox: OpenInbox, stored: StoredJob<unknown>, run: RunJob, log: Log): Promise<Settled> {
  const { id } = stored;
  const reading = readJob(stored.data);
  if (!reading.ok) {
    log.error({ job: id, problems: reading.problems }, 'A stored job cannot be read and is laid aside.');
    return { id, status: 'deadletter', output: { problems: reading.problems } };
  }
  const job = reading.value;
  const fields = { job: id, delivery: job.deliveryId, subject: jobKey(job), attempt: stored.retryCount + 1 };
  const attempt = { id, job, inbox, log, fields };
  try {
    return await settle(attempt, await run(job, stored.signal));
  } catch (error) {
    return await settleFailure(attempt, error);
  }
}

async function settle({ id, job, inbox, log, fields }: Attempt, outcome: Outcome): Promise<Settled> {
  if (outcome.kind === 'terminal') {
    log.error({ ...fields, problem: outcome.problem }, 'A job cannot be worked and is laid aside.');
    return { id, status: 'deadletter', output: { problems: [outcome.problem] } };
  }
  if (outcome.kind === 'retry-at') {
    const at = outcome.at.toISOString();
    // Stored before this run counts as completed: a process that dies in between repeats, never forgets.
    await inbox.store([job], outcome.at);
    log.info({ ...fields, at, reason: outcome.reason }, 'A job is put off.');
    return { id, status: 'completed', output: { putOffTo: at, reason: outcome.reason } };
  }
  log.info(fields, 'A job is done.');
  return { id, status: 'completed', output: {} };
}

/**
 * A subject whose earlier job already waits for its retry needs no second one: the queue would refuse
 * it and lay it aside as dead although the subject is still being tried. While this run holds the
 * subject, the other job cannot start, so what is read here stays true.
 */
async function settleFailure({ id, job, inbox, log, fields }: Attempt, error: unknown): Promise<Settled> {
  log.warn({ ...fields, err: error }, 'A job failed and will be tried again.');
  const output = { message: error instanceof Error ? error.message : String(error) };
  const waiting = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job), queued: true });
  const isCovered = waiting.some((other) => other.state === 'retry');
  return { id, status: isCovered ? 'completed' : 'failed', output };
}
