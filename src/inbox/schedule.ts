import type { PgBoss } from 'pg-boss';
import { type Job, jobKey } from './job.ts';
import { subjectQueue } from './queue.ts';

/** What is done for a repository by the clock: the daily look at plan and summary, the nightly sweep. */
export type ScheduledDuty = 'summary' | 'sweep';

export interface DutySchedule {
  readonly duty: ScheduledDuty;
  /** The team's zone, such as `Europe/Berlin`. */
  readonly timeZone: string;
}

/** At night for the sweep; in the morning, and every day, for the summary: the first run of its week posts it. */
const hours: Readonly<Record<ScheduledDuty, number>> = { summary: 6, sweep: 3 };

/**
 * Replaces the schedules of the job's repository. The store keeps them, in the repository's own zone; one process
 * sets each off, once, and one run makes up for all that came due while none was there. The minute comes from the
 * repository's id, so that many repositories are spread over the hour.
 */
export async function arrangeSchedules(
  boss: PgBoss,
  { installationId, repositoryId, repository }: Job,
  wanted: readonly DutySchedule[],
): Promise<void> {
  for (const duty of Object.keys(hours).filter(isDuty)) {
    const key = `${installationId}-${repositoryId}-${duty}`;
    const schedule = wanted.find((one) => one.duty === duty);
    if (schedule === undefined) {
      await boss.unschedule(subjectQueue, key);
      continue;
    }
    const job: Job = {
      installationId,
      repositoryId,
      repository,
      subject: { kind: duty, number: null },
      deliveryId: `schedule-${key}`,
      receivedAt: new Date(0).toISOString(),
    };
    const options = { tz: schedule.timeZone, key, singletonKey: jobKey(job), missed: 'once' as const };
    await boss.schedule(subjectQueue, `${repositoryId % 60} ${hours[duty]} * * *`, job, options);
  }
}

function isDuty(text: string): text is ScheduledDuty {
  return Object.hasOwn(hours, text);
}
