import type { DeliveryLog, InstalledRepositories } from '../tasks/ports/app-wide.ts';
import type { Job } from './job.ts';
import type { Log } from './log.ts';
import { upkeepQueue } from './queue.ts';
import { redeliverMissing } from './redeliver.ts';
import type { OpenInbox } from './store.ts';

/** What the App does for itself: `repair` what never arrived, go the `rounds` of all repositories. */
export type Upkeep = DeliveryLog & InstalledRepositories;

type Chore = 'repair' | 'rounds';

/** Every hour, and every day; both at the start as well. */
const times: Readonly<Record<Chore, string>> = { repair: '17 * * * *', rounds: '47 1 * * *' };

/**
 * Starts both chores now and by the clock, and works them here. They are jobs as well: cut off they are tried
 * again, and however many processes there are, one of them works each.
 */
export async function startUpkeep(inbox: OpenInbox, world: Upkeep, log: Log): Promise<void> {
  const { boss } = inbox;
  const chores: Readonly<Record<Chore, () => Promise<unknown>>> = {
    repair: () => redeliverMissing(world, inbox.ledger, log),
    rounds: () => goRounds(inbox, world, log),
  };
  for (const [chore, cron] of Object.entries(times)) {
    const options = { singletonKey: chore };
    await boss.schedule(upkeepQueue, cron, { chore }, { ...options, key: chore, missed: 'once' });
    await boss.send(upkeepQueue, { chore }, options);
  }
  await boss.work<{ chore: Chore }>(upkeepQueue, { pollingIntervalSeconds: 5 }, async (jobs) => {
    for (const { data } of jobs) await chores[data.chore]();
  });
}

/** Has every repository looked at as a whole, which arranges its schedules anew. */
async function goRounds(inbox: OpenInbox, world: InstalledRepositories, log: Log): Promise<void> {
  const repositories = await world.listRepositories();
  const receivedAt = new Date().toISOString();
  const jobs = repositories.map(
    ({ installationId, id, name }): Job => ({
      installationId,
      repositoryId: id,
      repository: name,
      subject: { kind: 'repository', number: null },
      deliveryId: 'rounds',
      receivedAt,
    }),
  );
  await inbox.store(jobs);
  log.info({ repositories: jobs.length }, 'All repositories are to be looked at.');
}
