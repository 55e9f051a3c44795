import type { ApplicationFunction, Context } from 'probot';
import { jobKey } from '../inbox/job.ts';
import type { Log } from '../inbox/log.ts';
import type { Inbox } from '../inbox/store.ts';
import { toJobs, webhookEvents } from '../inbox/subject.ts';
import { within } from '../inbox/within.ts';

/**
 * GitHub waits ten seconds for an answer, and Probot says 202 after nine whatever became of the
 * event. Below both, so that a store that does not answer is a failed delivery GitHub remembers.
 */
export const storeDeadlineMilliseconds = 7_000;

/**
 * The Probot app: for each event it listens to it stores which subjects are to be looked at again,
 * and nothing else. A handler resolves only when that is committed; otherwise it throws an error
 * with `status` 503, which Probot's middleware answers with.
 */
export function chokepointApp(inbox: Inbox, log: Log, deadlineMilliseconds: number): ApplicationFunction {
  return (probot) => {
    probot.on([...webhookEvents], async (context) => {
      await receive(context, inbox, log, deadlineMilliseconds);
    });
  };
}

async function receive(
  { name, id, payload }: Pick<Context, 'name' | 'id' | 'payload'>,
  inbox: Inbox,
  log: Log,
  deadlineMilliseconds: number,
): Promise<void> {
  const jobs = toJobs({ event: name, deliveryId: id, receivedAt: new Date(), payload });
  const fields = { delivery: id, event: name, subjects: jobs.map(jobKey) };
  try {
    await within(deadlineMilliseconds, inbox.receive(id, jobs));
  } catch (cause) {
    log.error(
      { ...fields, err: cause },
      'An event could not be stored; GitHub is told that the delivery failed.',
    );
    throw Object.assign(new Error('The event could not be stored. Deliver it again.', { cause }), {
      status: 503,
    });
  }
  log.info(fields, jobs.length === 0 ? 'An event touches nothing.' : 'An event is stored.');
}
