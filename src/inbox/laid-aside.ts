import { z } from 'zod';
import { type Job, jobKey, readJob } from './job.ts';
import { deadQueue } from './queue.ts';
import type { OpenInbox } from './store.ts';

/** A job that nobody tries again unless a person says so. */
export interface LaidAside {
  readonly id: string;
  /** `null` where this version cannot read it. */
  readonly job: Job | null;
  readonly laidAsideAt: Date;
  /** Why, in a sentence. */
  readonly reason: string;
  /** Codes of the Problems, if that is what it failed with. */
  readonly codes: readonly string[];
}

export interface LaidAsideFilter {
  readonly id?: string;
  readonly installationId?: number;
  readonly repositoryId?: number;
  /** A Problem it failed with. */
  readonly code?: string;
}

const outputShape = z.object({
  problems: z.array(z.object({ code: z.string(), message: z.string() })).default([]),
  message: z.string().optional(),
});

/** What is laid aside, oldest first. */
export async function listLaidAside({ boss }: Pick<OpenInbox, 'boss'>): Promise<readonly LaidAside[]> {
  const found = await boss.findJobs<object>(deadQueue, { queued: true });
  return found
    .map(({ id, data, createdOn, sourceOutput }) => {
      const reading = readJob(data);
      const output = outputShape.safeParse(sourceOutput).data;
      const problems = output?.problems ?? [];
      const words = problems.map(({ message }) => message).join(' ');
      return {
        id,
        job: reading.ok ? reading.value : null,
        laidAsideAt: createdOn,
        reason: words || (output?.message ?? 'It ran out of tries.'),
        codes: problems.map(({ code }) => code),
      };
    })
    .sort((one, other) => one.laidAsideAt.getTime() - other.laidAsideAt.getTime());
}

/**
 * Stores what matches again and takes it out of what is laid aside, in this order: cut off between, a job is tried
 * once more than needed, and none is forgotten. Gives how many were stored.
 */
export async function retryLaidAside(
  inbox: Pick<OpenInbox, 'boss' | 'store'>,
  where: LaidAsideFilter,
): Promise<number> {
  const matching = (await listLaidAside(inbox)).filter((one) => matches(one, where));
  const jobs = new Map<string, Job>();
  const ids: string[] = [];
  for (const { id, job } of matching) {
    if (job === null) continue;
    jobs.set(jobKey(job), job);
    ids.push(id);
  }
  await inbox.store([...jobs.values()]);
  if (ids.length > 0) await inbox.boss.deleteJob(deadQueue, ids);
  return ids.length;
}

function matches({ id, job, codes }: LaidAside, where: LaidAsideFilter): boolean {
  return (
    (where.id === undefined || where.id === id) &&
    (where.installationId === undefined || where.installationId === job?.installationId) &&
    (where.repositoryId === undefined || where.repositoryId === job?.repositoryId) &&
    (where.code === undefined || codes.includes(where.code))
  );
}
