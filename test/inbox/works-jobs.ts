import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Job, jobKey } from '../../src/inbox/job.ts';
import { deadQueue, subjectQueue } from '../../src/inbox/queue.ts';
import type { OpenInbox, StorePlace } from '../../src/inbox/store.ts';
import { type Desk, type Outcome, startWorker } from '../../src/inbox/worker.ts';
import { eventually } from './eventually.ts';
import { issueJob, openedInbox, silentLog } from './support.ts';

type Step = (job: Job, desk: Desk) => Promise<Outcome>;

const done: Outcome = { kind: 'done' };

/** What the worker does, whatever the store: called inside a `describe` that names it. */
export function itWorksJobs(place: () => Promise<StorePlace>): void {
  let inbox: OpenInbox;
  const steps = new Map<string, Step>();
  const runs: string[] = [];
  const running = new Map<string, number>();
  let mostAtOnce = 0;

  beforeAll(async () => {
    inbox = await openedInbox(await place());
    const run = async (job: Job, _: AbortSignal, desk: Desk) => {
      const key = jobKey(job);
      const atOnce = (running.get(key) ?? 0) + 1;
      running.set(key, atOnce);
      mostAtOnce = Math.max(mostAtOnce, atOnce);
      runs.push(key);
      try {
        return await (steps.get(key)?.(job, desk) ?? done);
      } finally {
        running.set(key, atOnce - 1);
      }
    };
    await startWorker(inbox, run, silentLog);
  });

  afterAll(() => inbox.close(1_000));

  function runsOf(job: Job): number {
    return runs.filter((key) => key === jobKey(job)).length;
  }

  /** The states the subject's jobs are in, in the order they were stored. */
  async function statesOf(job: Job): Promise<string[]> {
    const found = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job) });
    return found.map(({ state }) => state).sort();
  }

  async function deadJobs(job: Job) {
    return inbox.boss.findJobs(deadQueue, { key: jobKey(job) });
  }

  function gate() {
    return Promise.withResolvers<Outcome>();
  }

  it('runs again, once, for all events that arrive while a job runs, and never two at once', async () => {
    const job = issueJob(1);
    const first = gate();
    steps.set(jobKey(job), () => first.promise);
    await inbox.store([job]);
    await eventually(() => runsOf(job)).toBe(1);
    for (const deliveryId of ['a', 'b', 'c', 'd']) await inbox.store([issueJob(1, { deliveryId })]);
    expect(await statesOf(job)).toEqual(['active', 'created']);
    steps.delete(jobKey(job));
    first.resolve(done);
    await eventually(() => statesOf(job)).toEqual(['completed', 'completed']);
    expect(runsOf(job)).toBe(2);
    expect(mostAtOnce).toBe(1);
  });

  it('T21: runs once for a delivery that arrives twice before it is worked', async () => {
    const job = issueJob(2);
    await inbox.store([job, job]);
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toContain('completed');
    expect(runsOf(job)).toBeLessThanOrEqual(2);
  });

  it('works other subjects while one takes its time', async () => {
    const slow = issueJob(3);
    const held = gate();
    steps.set(jobKey(slow), () => held.promise);
    await inbox.store([slow]);
    await eventually(() => runsOf(slow)).toBe(1);
    const others = [issueJob(4), issueJob(5)];
    await inbox.store(others);
    await eventually(() => others.map(runsOf)).toEqual([1, 1]);
    held.resolve(done);
    await eventually(() => statesOf(slow)).toEqual(['completed']);
  });

  it('stores a job again for the time it is put off to, without holding a worker', async () => {
    const job = issueJob(6);
    const at = new Date(Date.now() + 3_600_000);
    steps.set(jobKey(job), async () => ({ kind: 'retry-at', at, reason: 'GitHub asked to wait' }));
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['completed', 'created']);
    const waiting = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job), queued: true });
    expect(waiting).toMatchObject([{ startAfter: at, retryCount: 0, data: job }]);
  });

  it('T24: waits a minute where GitHub names no time, and twice as long each time after', async () => {
    const job = issueJob(11, { timesPutOff: 2 });
    steps.set(jobKey(job), async () => ({ kind: 'retry-at', at: null, reason: 'a secondary limit' }));
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['completed', 'created']);
    const [waiting] = await inbox.boss.findJobs<Job>(subjectQueue, { key: jobKey(job), queued: true });
    expect(waiting?.data.timesPutOff).toBe(3);
    const minutes = ((waiting?.startAfter.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(3);
    expect(minutes).toBeLessThanOrEqual(4);
  });

  it('takes a job that was put off when its time has come', async () => {
    const job = issueJob(7);
    steps.set(jobKey(job), async () => {
      steps.delete(jobKey(job));
      return { kind: 'retry-at', at: new Date(Date.now() + 300), reason: 'GitHub asked to wait' };
    });
    await inbox.store([job]);
    await eventually(() => runsOf(job)).toBe(2);
  });

  it('lays a job aside at once when trying again cannot help', async () => {
    const job = issueJob(8);
    const problem = {
      code: 'REPOSITORY_GONE',
      message: 'The repository is gone.',
      fix: 'Nothing is to be done.',
    };
    steps.set(jobKey(job), async () => ({ kind: 'terminal', problem }));
    await inbox.store([job]);
    await eventually(() => deadJobs(job)).toHaveLength(1);
    expect(await deadJobs(job)).toMatchObject([{ data: job, sourceOutput: { problems: [problem] } }]);
    expect(runsOf(job)).toBe(1);
  });

  it('tries again after a run that throws', async () => {
    const job = issueJob(9);
    steps.set(jobKey(job), async () => {
      steps.delete(jobKey(job));
      throw new Error('connection reset');
    });
    await inbox.store([job]);
    await eventually(() => runsOf(job)).toBe(1);
    await eventually(() => runsOf(job)).toBe(2);
    await eventually(() => statesOf(job)).toEqual(['completed']);
  });

  it('keeps one retry, and nothing dead, when a later event of a failing subject fails too', async () => {
    const job = issueJob(10);
    steps.set(jobKey(job), async () => {
      throw new Error('still down');
    });
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['retry']);
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['completed', 'retry']);
    expect(await deadJobs(job)).toEqual([]);
  });

  it('has no retry waiting while a later run of its subject works, so that ending the run by force lays nothing aside', async () => {
    const job = issueJob(12);
    const held = gate();
    steps.set(jobKey(job), async () => {
      steps.set(jobKey(job), () => held.promise);
      throw new Error('down for a moment');
    });
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['retry']);
    await inbox.store([job]);
    await eventually(() => runsOf(job)).toBe(2);
    const [running] = await inbox.boss
      .findJobs(subjectQueue, { key: jobKey(job) })
      .then((found) => found.filter(({ state }) => state === 'active'));
    expect(await statesOf(job)).toEqual(['active', 'completed']);
    // As pg-boss does for what outlives the grace of a stop, or stops beating.
    await inbox.boss.fail(subjectQueue, running?.id ?? '');
    expect(await statesOf(job)).toEqual(['completed', 'retry']);
    expect(await deadJobs(job)).toEqual([]);
    held.resolve(done);
    await eventually(() => statesOf(job)).toEqual(['completed', 'completed']);
  });

  it('T10: counts a job that writes as one pass, however often it is tried, and six of them in ten minutes', async () => {
    const job = issueJob(13);
    const claims: (Date | null)[] = [];
    steps.set(jobKey(job), async (_, desk) => {
      claims.push(await desk.claimWritingPass());
      if (claims.length === 1) throw new Error('cut off behind its first write');
      return done;
    });
    await inbox.store([job]);
    await eventually(() => statesOf(job)).toEqual(['completed']);
    for (const other of ['a', 'b', 'c', 'd', 'e', 'e']) {
      claims.push(await inbox.ledger.claimWritingPass(jobKey(job), other));
    }
    expect(claims).toEqual(Array(8).fill(null));
    const freeAt = await inbox.ledger.claimWritingPass(jobKey(job), 'f');
    expect(freeAt?.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000);
  });

  it('lays aside a stored job it cannot read', async () => {
    await inbox.boss.send(subjectQueue, { from: 'another program' }, { singletonKey: 'unreadable' });
    await eventually(() => inbox.boss.findJobs(deadQueue, { key: 'unreadable' })).toHaveLength(1);
  });
}
