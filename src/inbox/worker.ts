import type { Job as StoredJob } from 'pg-boss';
import type { Problem } from '../core/problem.ts';
import { coverRetries } from './cover.ts';
import { type Job, jobKey, readJob } from './job.ts';
import { type LaidAsideFilter, retryLaidAside } from './laid-aside.ts';
import type { Log } from './log.ts';
import { subjectQueue, workSettings } from './queue.ts';
import { arrangeSchedules, type DutySchedule } from './schedule.ts';
import type { OpenInbox } from './store.ts';

/** How one run of a job ended. A run that throws is retried with a growing delay. */
export type Outcome =
  /** `note` says why nothing was to be done. */
  | { readonly kind: 'done'; readonly note?: string }
  /** Not now: the job is stored again for that time and no worker waits. Does not count as a failure. */
  | {
      readonly kind: 'retry-at';
      /** `null`: GitHub named none; a minute from now, and twice as long each time after. */
      readonly at: Date | null;
      readonly reason: string;
      /** Where somebody should know of it. */
      readonly problem?: Problem;
    }
  /** Trying again cannot help; the job is laid aside with its Problem. */
  | { readonly kind: 'terminal'; readonly problem: Problem };

/** What a run may ask of the store. */
export interface Desk {
  /** `null`: this job may write, and is counted as one pass; else when it may. */
  claimWritingPass(): Promise<Date | null>;
  /** Does the work while no other process does any under the same number, and for `milliseconds` after it. */
  alone: OpenInbox['alone'];
  /** Replaces what is scheduled for the job's repository. */
  arrange(schedules: readonly DutySchedule[]): Promise<void>;
  /** Tries what was laid aside again; how many jobs that were. */
  retryLaidAside(where: LaidAsideFilter): Promise<number>;
}

/** Works one job. `signal` is aborted when the process must stop and the job is handed back. */
export type RunJob = (job: Job, signal: AbortSignal, desk: Desk) => Promise<Outcome>;

/** Starts taking jobs; closing the inbox ends it. One subject is never worked twice at once. */
export async function startWorker(inbox: OpenInbox, run: RunJob, log: Log): Promise<void> {
  await inbox.boss.work<unknown, unknown, typeof workSettings>(subjectQueue, workSettings, async (batch) => {
    await coverRetries(inbox.boss);
    return Promise.all(batch.map((stored) => work(inbox, stored, run, log)));
  });
}

const minuteMilliseconds = 60_000;

type Settled = { id: string; status: 'completed' | 'failed' | 'deadletter'; output: object };

function deskFor(inbox: OpenInbox, id: string, job: Job): Desk {
  return {
    claimWritingPass: () => inbox.ledger.claimWritingPass(jobKey(job), id),
    alone: inbox.alone,
    arrange: (schedules) => arrangeSchedules(inbox.boss, job, schedules),
    retryLaidAside: (where) => retryLaidAside(inbox, where),
  };
}

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
  log.debug(fields, 'A job begins.');
  try {
    return await settle(attempt, await run(job, stored.signal, deskFor(inbox, id, job)));
  } catch (error) {
    log.warn({ ...fields, err: error }, 'A job failed and will be tried again.');
    return {
      id,
      status: 'failed',
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}

async function settle({ id, job, inbox, log, fields }: Attempt, outcome: Outcome): Promise<Settled> {
  if (outcome.kind === 'terminal') {
    log.error({ ...fields, problem: outcome.problem }, 'A job cannot be worked and is laid aside.');
    return { id, status: 'deadletter', output: { problems: [outcome.problem] } };
  }
  if (outcome.kind === 'retry-at') {
    const { timesPutOff = 0, ...rest } = job;
    const named = outcome.at ?? new Date(Date.now() + minuteMilliseconds * 2 ** Math.min(timesPutOff, 7));
    const later = outcome.at === null ? { ...rest, timesPutOff: timesPutOff + 1 } : rest;
    const at = named.toISOString();
    // Stored before this run counts as completed: a process that dies in between repeats, never forgets.
    await inbox.store([later], named);
    const { reason, problem } = outcome;
    if (problem === undefined) log.info({ ...fields, at, reason }, 'A job is put off.');
    else log.error({ ...fields, at, problem }, 'A job is put off.');
    return { id, status: 'completed', output: { putOffTo: at, reason } };
  }
  const note = outcome.note === undefined ? {} : { note: outcome.note };
  log.info({ ...fields, ...note }, 'A job is done.');
  return { id, status: 'completed', output: note };
}
