import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CannotStart } from '../../src/app/cannot-start.ts';
import { type RunningApp, startApp } from '../../src/app/compose.ts';
import { type Job, jobKey } from '../../src/inbox/job.ts';
import type { Outcome } from '../../src/inbox/worker.ts';
import { eventually } from '../inbox/eventually.ts';
import { collectLog, deliver, examplePayloads, issuePayload, settingsOf } from './support.ts';

let app: RunningApp;
const worked: Job[] = [];
let run: (job: Job) => Promise<Outcome> = async () => ({ kind: 'done' });

beforeAll(async () => {
  const record = async (job: Job) => {
    worked.push(job);
    return run(job);
  };
  app = await startApp(settingsOf(), record, collectLog().log);
});

afterAll(() => app.stop());

function workedTimes(subject: string): number {
  return worked.filter((job) => jobKey(job) === subject).length;
}

describe('the App', () => {
  it('works the subject of a signed webhook', async () => {
    const response = await deliver(app.address, { payload: issuePayload(12), id: 'first' });
    expect(response.status).toBe(200);
    await eventually(() => workedTimes('10/20/issue/12')).toBe(1);
    expect(worked[0]).toMatchObject({ repository: 'acme/shop', deliveryId: 'first' });
  });

  it('says that it is alive and ready', async () => {
    const [alive, ready] = await Promise.all([
      fetch(`${app.address}/healthz`),
      fetch(`${app.address}/readyz`),
    ]);
    expect([alive.status, ready.status]).toEqual([200, 200]);
  });

  it('T21: works a redelivery with the same id again after a failure, until it succeeds', async () => {
    let failures = 0;
    run = async () => {
      failures += 1;
      if (failures === 1) throw new Error('GitHub hung up');
      return { kind: 'done' };
    };
    const redelivery = { payload: issuePayload(21), id: 'the-same-guid' };
    await deliver(app.address, redelivery);
    await eventually(() => failures).toBe(1);
    await deliver(app.address, redelivery);
    await eventually(() => failures).toBeGreaterThanOrEqual(2);
    run = async () => ({ kind: 'done' });
  });

  it('answers each of the 329 example payloads with 2xx and works what they touch', async () => {
    const payloads = examplePayloads();
    expect(payloads).toHaveLength(329);
    const statuses = new Set<string>();
    for (const { name, payload } of payloads) {
      const response = await deliver(app.address, { event: name, payload });
      statuses.add(`${name} ${response.status}`);
    }
    const refused = [...statuses].filter((status) => !/ (200|202)$/.test(status));
    expect(refused).toEqual([]);
    expect(statuses).toContain('issues 200');
    expect(statuses).toContain('star 202');
    const alive = await fetch(`${app.address}/readyz`);
    expect(alive.status).toBe(200);
    await eventually(() => workedTimes('1/186853002/issue/1')).toBeGreaterThanOrEqual(1);
  });

  it('hands back a job that does not end when the App must', async () => {
    let signal: AbortSignal | undefined;
    const endless = async (_: Job, given: AbortSignal): Promise<Outcome> => {
      signal = given;
      return new Promise(() => {});
    };
    const stubborn = await startApp(settingsOf(), endless, collectLog().log);
    await deliver(stubborn.address);
    await eventually(() => signal).toBeDefined();
    await stubborn.stop();
    expect(signal?.aborted).toBe(true);
    await expect(fetch(`${stubborn.address}/healthz`)).rejects.toThrow();
  });

  it('does not start on a port that is in use, and says so', async () => {
    const port = Number(new URL(app.address).port);
    const second = startApp(settingsOf({ port }), async () => ({ kind: 'done' }), collectLog().log);
    const refusal = await second.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CannotStart);
    expect(refusal).toMatchObject({ problems: [{ code: 'ADDRESS_UNUSABLE' }] });
  });
});
