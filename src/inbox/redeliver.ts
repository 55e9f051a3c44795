import type { DeliveryLog, LoggedDelivery } from '../tasks/ports/app-wide.ts';
import type { Ledger } from './ledger.ts';
import type { Log } from './log.ts';
import { webhookEvents } from './subject.ts';

export interface Redelivered {
  readonly looked: number;
  readonly redelivered: number;
}

const lookedThrough = 'deliveries looked through';
/** An attempt under way when a pass begins is listed only later, among earlier ones. */
const overlapMilliseconds = 10 * 60_000;
const events: ReadonlySet<string> = new Set(webhookEvents);

/**
 * Lets GitHub deliver again what its log holds and the store does not, whatever GitHub made of the answer: what
 * failed, and what never came. The log is read from its newest entry to where the last complete pass began; an
 * attempt that fails again is a new entry, so that nothing stays behind. A pass that is cut off starts anew, and
 * skips what came meanwhile. Rejects with what the log rejects with.
 */
export async function redeliverMissing(
  deliveries: DeliveryLog,
  ledger: Ledger,
  log: Log,
): Promise<Redelivered> {
  const mark = Date.parse((await ledger.readMark(lookedThrough)) ?? '') || 0;
  const asked = new Set<string>();
  let [looked, newest] = [0, mark];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<DeliveryLog['readPage']>> = await deliveries.readPage(after);
    const fresh = page.deliveries.filter(
      ({ deliveredAt }) => deliveredAt.getTime() > mark - overlapMilliseconds,
    );
    looked += fresh.length;
    newest = Math.max(newest, ...fresh.map(({ deliveredAt }) => deliveredAt.getTime()));
    for (const { id, guid } of await missingAmong(fresh, ledger)) {
      if (asked.has(guid)) continue;
      asked.add(guid);
      await deliveries.redeliver(id);
      log.info({ delivery: guid }, 'An event that is missing is delivered again.');
    }
    if (page.next === null || fresh.length < page.deliveries.length) break;
    after = page.next;
  }
  await ledger.setMark(lookedThrough, new Date(newest).toISOString());
  await ledger.prune();
  log.info({ looked, redelivered: asked.size }, "GitHub's delivery log is compared with the store.");
  return { looked, redelivered: asked.size };
}

async function missingAmong(
  entries: readonly LoggedDelivery[],
  ledger: Ledger,
): Promise<readonly LoggedDelivery[]> {
  const known = entries.filter(({ event }) => events.has(event));
  if (known.length === 0) return [];
  const missing = new Set(await ledger.missingOf(known.map(({ guid }) => guid)));
  return known.filter(({ guid }) => missing.has(guid));
}
