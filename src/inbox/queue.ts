import type { Queue, WorkOptions } from 'pg-boss';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Jobs waiting to be worked, keyed by subject. */
export const subjectQueue = 'subjects';

/** Jobs that nobody will try again unless a person says so. */
export const deadQueue = 'subjects-dead';

/**
 * `stately` with one key per subject: at most one job waiting and one running. An event that arrives
 * while its subject waits is covered by the waiting job, one that arrives while it runs leads to one
 * more run. Retries grow from seconds to four hours and go on for three days, as long as GitHub
 * keeps a delivery in its log. A worker that stops beating is taken for dead after 15 seconds.
 */
export const subjectQueueSettings = {
  policy: 'stately',
  notify: true,
  deadLetter: deadQueue,
  retryLimit: 30,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 4 * hour,
  expireInSeconds: 15 * minute,
  heartbeatSeconds: 15,
  retentionSeconds: 30 * day,
  deleteAfterSeconds: day,
} satisfies Omit<Queue, 'name'>;

/** Kept for 90 days, so that a person has time to look. */
export const deadQueueSettings = {
  retentionSeconds: 90 * day,
  deleteAfterSeconds: 90 * day,
} satisfies Omit<Queue, 'name'>;

/** What is done for the App as a whole, keyed by what it is. */
export const upkeepQueue = 'upkeep';

/** A chore that fails, or is cut off with its process, is tried again soon; the clock sets it off anew as well. */
export const upkeepQueueSettings = {
  policy: 'stately',
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: hour,
  expireInSeconds: hour,
  heartbeatSeconds: 15,
  deleteAfterSeconds: day,
} satisfies Omit<Queue, 'name'>;

/** How the queue is watched: a dead worker's jobs are found within seconds, not within a minute. */
export const supervision = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 };

/**
 * New jobs wake a worker at once; retries and jobs put off do not notify, so the relaxed polling
 * interval is kept short. Batches of five with a result for each, taken without a pause while full.
 */
export const workSettings = {
  batchSize: 5,
  localConcurrency: 2,
  perJobResults: true,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  notifyPollingIntervalSeconds: 1,
} as const satisfies WorkOptions;
