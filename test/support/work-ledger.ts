/** Knows which deliveries the App still owes work, from what was delivered and which jobs ran. */
import type { Job } from '../../src/inbox/job.ts';
import { jobKey } from '../../src/inbox/job.ts';
import { toJobs } from '../../src/inbox/subject.ts';
import type { RunJob } from '../../src/inbox/worker.ts';
import type { DeliveryRecord } from '../embedded-github/start.ts';

export interface WorkLedger {
  /** Runs jobs as `run` does and writes down which deliveries each run answers. */
  readonly run: RunJob;
  /** The subjects that were delivered and accepted but not worked since; sorted. */
  owed(): readonly string[];
  /** Resolves when a run ends, or when none did for `milliseconds`. */
  nextRun(milliseconds: number): Promise<void>;
}

interface Run {
  readonly job: Job;
  /** Deliveries the inbox had accepted before the run began: it read their truth. */
  readonly seen: ReadonlySet<string>;
  /** Under way when it began: either part of what it read, or about to start a run of their own. */
  readonly unsure: ReadonlySet<string>;
  readonly startedAt: number;
}

/** A delivery whose job was taken into a waiting one starts no run of its own; after this long it is clear. */
const clearAfterMilliseconds = 1_500;

export function createWorkLedger(deliveries: readonly DeliveryRecord[], run: RunJob): WorkLedger {
  const ended: Run[] = [];
  const underWay = new Set<string>();
  const keysByGuid = new Map<string, readonly string[]>();
  let waiting: (() => void)[] = [];

  const keysOf = ({ guid, event, payload }: DeliveryRecord): readonly string[] => {
    const known = keysByGuid.get(guid);
    if (known !== undefined) return known;
    const jobs = toJobs({ event, deliveryId: guid, receivedAt: new Date(0), payload });
    const keys = jobs.map(jobKey);
    keysByGuid.set(guid, keys);
    return keys;
  };
  const answers = (guid: string, key: string): boolean =>
    ended.some(
      ({ job, seen, unsure, startedAt }) =>
        jobKey(job) === key &&
        (job.deliveryId === guid ||
          seen.has(guid) ||
          (unsure.has(guid) && performance.now() - startedAt > clearAfterMilliseconds)),
    );

  return {
    run: async (job, signal, desk) => {
      const key = jobKey(job);
      const began: Run = { job, ...divide(deliveries), startedAt: performance.now() };
      underWay.add(key);
      try {
        const outcome = await run(job, signal, desk);
        if (outcome.kind !== 'retry-at') ended.push(began);
        return outcome;
      } finally {
        underWay.delete(key);
        for (const wake of waiting.splice(0)) wake();
      }
    },
    owed: () => {
      const owed = new Set(underWay);
      for (const delivery of deliveries) {
        if (!isAccepted(delivery.statusCode)) continue;
        for (const key of keysOf(delivery)) if (!answers(delivery.guid, key)) owed.add(key);
      }
      return [...owed].sort();
    },
    nextRun: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        waiting = [
          ...waiting,
          () => {
            clearTimeout(timer);
            resolve();
          },
        ];
      }),
  };
}

function divide(deliveries: readonly DeliveryRecord[]) {
  const accepted = deliveries.filter(({ statusCode }) => isAccepted(statusCode));
  const open = deliveries.filter(({ statusCode }) => statusCode === null);
  return { seen: guidsOf(accepted), unsure: guidsOf(open) };
}

function guidsOf(deliveries: readonly DeliveryRecord[]): ReadonlySet<string> {
  return new Set(deliveries.map(({ guid }) => guid));
}

function isAccepted(statusCode: number | null): boolean {
  return statusCode !== null && statusCode >= 200 && statusCode < 300;
}
