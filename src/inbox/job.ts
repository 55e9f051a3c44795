import { z } from 'zod';
import { fail, type Result, succeed } from '../core/problem.ts';

const jobSchema = z
  .object({
    installationId: z.int().positive(),
    repositoryId: z.int().positive(),
    repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/),
    subject: z
      .object({
        kind: z.enum(['issue', 'pull-request', 'milestone', 'repository', 'summary', 'sweep']),
        number: z.int().positive().nullable(),
      })
      .readonly(),
    deliveryId: z.string().min(1),
    receivedAt: z.iso.datetime(),
    timesPutOff: z.int().nonnegative().optional(),
  })
  .readonly();

/**
 * One subject that is to be looked at again. It carries identity only, never what a webhook said:
 * whoever works it reads the truth from GitHub. `repository` is the name at the time of the
 * delivery, the numeric ids stay true through a rename. `number` is `null` for a repository,
 * its summary and its sweep. `timesPutOff` counts GitHub's limits that named no time, one after the other.
 * `deliveryId` and `receivedAt` (ISO 8601) are those of the first delivery that asked for it.
 */
export type Job = z.infer<typeof jobSchema>;

/** The subject a job is about, by numeric ids; jobs with one key are never worked at the same time. */
export function jobKey(job: Job): string {
  return `${job.installationId}/${job.repositoryId}/${job.subject.kind}/${job.subject.number ?? '-'}`;
}

/** Reads a stored job back. Problem: `JOB_UNREADABLE`, for a row that this version cannot have written. */
export function readJob(stored: unknown): Result<Job> {
  const reading = jobSchema.safeParse(stored);
  if (reading.success) return succeed(reading.data);
  return fail({
    code: 'JOB_UNREADABLE',
    message: 'A stored job cannot be read.',
    found: z.prettifyError(reading.error),
    expected: 'the identity of one issue, pull request, milestone or repository',
    fix: 'Check that only one version of Chokepoint uses this store; the next event of the subject stores it anew.',
  });
}
