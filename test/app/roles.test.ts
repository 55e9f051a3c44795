import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningApp, startApp } from '../../src/app/compose.ts';
import { type Role, readSettings } from '../../src/app/env.ts';
import { type Job, jobKey } from '../../src/inbox/job.ts';
import { eventually } from '../inbox/eventually.ts';
import { type PostgresServer, startPostgres } from '../support/postgresql.ts';
import { describeWith } from '../support/programs.ts';
import { collectLog, deliver, issuePayload, settingsOf } from './support.ts';

describeWith('postgres', 'several processes on one PostgreSQL', () => {
  let server: PostgresServer;
  let url: string;
  const apps = new Map<string, RunningApp>();
  const worked: string[] = [];
  const running = new Set<string>();
  let atOnce = 0;

  async function start(name: string, role: Role): Promise<void> {
    const run = async (job: Job) => {
      const key = jobKey(job);
      if (running.has(key)) atOnce += 1;
      running.add(key);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(key);
      worked.push(`${name} ${key}`);
      return { kind: 'done' } as const;
    };
    const settings = settingsOf({ role, store: { kind: 'postgresql', url } });
    apps.set(name, await startApp(settings, run, collectLog().log));
  }

  const addressOf = (name: string) => apps.get(name)?.address ?? '';
  const metricsOf = async (name: string) => (await fetch(`${addressOf(name)}/metrics`)).text();

  beforeAll(async () => {
    server = await startPostgres();
    url = await server.createDatabase();
    await start('web', 'web');
    await start('worker', 'worker');
    await start('other worker', 'worker');
  });

  afterAll(async () => {
    await Promise.all([...apps.values()].map((app) => app.stop()));
    server.stop();
  });

  it('receive on one and work on the others, never twice at once on one subject', async () => {
    for (let round = 0; round < 60; round += 1) {
      const response = await deliver(addressOf('web'), { payload: issuePayload(1 + (round % 6)) });
      expect(response.status).toBe(200);
    }
    await eventually(() => new Set(worked.map((entry) => entry.split('/').at(-1))).size).toBe(6);
    expect(worked.filter((entry) => entry.startsWith('web'))).toEqual([]);
    expect(atOnce).toBe(0);
  });

  it('take no webhook where they only work, and can be watched', async () => {
    expect((await deliver(addressOf('worker'))).status).toBe(404);
    for (const path of ['/healthz', '/readyz', '/metrics']) {
      expect((await fetch(`${addressOf('worker')}${path}`)).status).toBe(200);
    }
  });

  it('tell by numbers what was accepted, what waits, runs, is done or failed, and how long it took', async () => {
    const web = await metricsOf('web');
    expect(web).toMatch(/^chokepoint_webhooks_accepted_total 60$/m);
    expect(web).toMatch(/^chokepoint_webhook_answer_seconds_count\{status="200"\} 60$/m);
    await eventually(() => metricsOf('worker')).toMatch(/^chokepoint_jobs_waiting 0$/m);
    const worker = await metricsOf('worker');
    expect(worker).toMatch(/^process_resident_memory_bytes \d+$/m);
    for (const name of [
      'jobs_put_off',
      'jobs_running',
      'jobs_done',
      'jobs_failed',
      'oldest_waiting_seconds',
    ]) {
      expect(worker).toMatch(new RegExp(`^chokepoint_${name} \\d`, 'm'));
    }
    expect(worker).toContain('chokepoint_job_seconds_bucket');
    expect(worker).toContain('chokepoint_github_requests_left');
  });
});

it('a role of several processes needs PostgreSQL', () => {
  const { privateKey, webhookSecret } = settingsOf();
  const given = {
    APP_ID: '1',
    PRIVATE_KEY: privateKey,
    WEBHOOK_SECRET: webhookSecret,
    CHOKEPOINT_ROLE: 'web',
  };
  expect(readSettings(given)).toMatchObject({ ok: false, problems: [{ code: 'ROLE_NEEDS_POSTGRESQL' }] });
});
