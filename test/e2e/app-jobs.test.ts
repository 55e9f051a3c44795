import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRunJob } from '../../src/app/run-job.ts';
import { type Job, jobKey } from '../../src/inbox/job.ts';
import { listLaidAside } from '../../src/inbox/laid-aside.ts';
import { subjectQueue } from '../../src/inbox/queue.ts';
import type { OpenInbox } from '../../src/inbox/store.ts';
import { startWorker } from '../../src/inbox/worker.ts';
import { collectLog } from '../app/support.ts';
import { type Ask, askAs } from '../embedded-github/client.ts';
import { type EmbeddedGitHub, startEmbeddedGitHub } from '../embedded-github/start.ts';
import { eventually } from '../inbox/eventually.ts';
import { openedInbox } from '../inbox/support.ts';
import { bodyOf, formText } from '../support/filled-form.ts';
import { settingsFor } from '../support/start-app-on.ts';

const config = 'duties: { summary: app }\nsummary: { day: monday, time-zone: Europe/Berlin }\n';
const files = { '.github/ISSUE_TEMPLATE/candidate.yml': formText, '.github/chokepoint.yml': config };
const repository = 'acme/app';

let github: EmbeddedGitHub;
let inbox: OpenInbox;
let ana: Ask;
let repositoryId: number;
const { lines, log } = collectLog();

beforeAll(async () => {
  const seeded = { fullName: repository, private: true, collaborators: { ana: 'admin' as const }, files };
  const issues = Array.from({ length: 40 }, () => ({ title: 'Elsewhere', body: bodyOf() }));
  const other = { fullName: 'acme/other', private: true, issues };
  github = await startEmbeddedGitHub({ seed: { repositories: [seeded, other] } });
  ana = askAs(github, 'ana');
  repositoryId = z.object({ id: z.number() }).parse((await ana(`GET /repos/${repository}`)).json).id;
  inbox = await openedInbox({ kind: 'memory' }, log);
  await startWorker(inbox, createRunJob(settingsFor(github), log), log);
});

afterAll(async () => {
  await inbox.close(1_000);
  await github.close();
});

function jobFor(subject: Job['subject'], changes: Partial<Job> = {}): Job {
  const { installationId } = github.app;
  const origin = {
    installationId,
    repositoryId,
    repository,
    deliveryId: 'd',
    receivedAt: '2026-11-02T08:00:00Z',
  };
  return { ...origin, subject, ...changes };
}

/** Stores the job and waits until nothing of its subject is left to do now. */
async function work(job: Job): Promise<void> {
  const runs = async () => (await inbox.boss.findJobs(subjectQueue, { key: jobKey(job) })).length;
  const before = await runs();
  await inbox.store([job]);
  await eventually(async () => {
    const found = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job) });
    const isOpen = found.some(
      ({ state, startAfter }) =>
        state === 'active' || (state === 'created' && startAfter.getTime() < Date.now() + 1_000),
    );
    return found.length > before && !isOpen;
  }).toBe(true);
}

function file(): Promise<number> {
  return github.fileIssue({ repository, login: 'ana', title: 'A better start', body: bodyOf(), labels: [] });
}

async function labelsOf(number: number, name = repository): Promise<readonly string[]> {
  const answer = await ana(`GET /repos/${name}/issues/${number}/labels`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(answer.json)
    .map((label) => label.name);
}

describe('a repository whose summary is the App’s duty', () => {
  it('has its summary and its sweep scheduled in its own zone, once, however often it is looked at', async () => {
    const job = jobFor({ kind: 'repository', number: null });
    await work(job);
    await work(job);
    const schedules = await inbox.boss.getSchedules(subjectQueue);
    expect(schedules.map(({ key, timezone }) => [key.split('-').at(-1), timezone]).sort()).toEqual([
      ['summary', 'Europe/Berlin'],
      ['sweep', 'Europe/Berlin'],
    ]);
    expect(schedules.map(({ options }) => options?.missed)).toEqual(['once', 'once']);
  });

  it('T26: gets one summary of a week, however often the clock sets it off', async () => {
    const job = jobFor({ kind: 'summary', number: null });
    await work(job);
    await work(job);
    const answer = await ana(`GET /repos/${repository}/issues?labels=chokepoint: summary&state=all`);
    expect(answer.json).toHaveLength(1);
  });

  it('has its candidates put right by the sweep', async () => {
    const number = await file();
    await work(jobFor({ kind: 'issue', number }));
    await ana(`DELETE /repos/${repository}/issues/${number}/labels/verdict: ready`);
    await work(jobFor({ kind: 'sweep', number: null }));
    expect(await labelsOf(number)).toContain('verdict: ready');
  });
});

describe('T10: a label that somebody takes away again and again', () => {
  it('is given six times in ten minutes, then put off to the end of them and told as a Problem', async () => {
    const number = await file();
    const job = jobFor({ kind: 'issue', number });
    for (let pass = 1; pass <= 6; pass += 1) {
      await work(job);
      expect(await labelsOf(number)).toContain('verdict: ready');
      await ana(`DELETE /repos/${repository}/issues/${number}/labels/verdict: ready`);
    }
    await work(job);
    expect(await labelsOf(number)).not.toContain('verdict: ready');
    const [waiting] = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job), queued: true });
    const minutes = ((waiting?.startAfter.getTime() ?? 0) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(5);
    expect(minutes).toBeLessThanOrEqual(10);
    expect(lines.filter((line) => line.includes('WRITES_TOO_OFTEN'))).toHaveLength(1);
  });
});

describe('a limit of GitHub that names no time', () => {
  it('T24: puts a job off for a minute, then for two', async () => {
    const job = jobFor({ kind: 'issue', number: await file() });
    const path = '/repos/*/*/issues/*';
    const message = 'You have exceeded a secondary rate limit.';
    for (const minutes of [1, 2]) {
      github.inject({ path, status: 403, body: { message } });
      const [before] = await inbox.boss.findJobs<Job>(subjectQueue, { key: jobKey(job), queued: true });
      if (before !== undefined) await inbox.boss.deleteJob(subjectQueue, before.id);
      await work(before?.data ?? job);
      const [waiting] = await inbox.boss.findJobs(subjectQueue, { key: jobKey(job), queued: true });
      const left = ((waiting?.startAfter.getTime() ?? 0) - Date.now()) / 60_000;
      expect(left).toBeGreaterThan(minutes - 0.5);
      expect(left).toBeLessThanOrEqual(minutes);
    }
    github.clearFaults();
  });
});

describe('T22: an installation and a repository that change', () => {
  it('lays a job aside while the installation is suspended, and works it when it is back', async () => {
    const number = await file();
    github.setSuspended(true);
    await work(jobFor({ kind: 'issue', number }));
    const [aside] = await listLaidAside(inbox);
    expect(aside).toMatchObject({ codes: ['INSTALLATION_SUSPENDED'], job: { subject: { number } } });
    github.setSuspended(false);
    await work(jobFor({ kind: 'repository', number: null }));
    await eventually(() => labelsOf(number)).toContain('verdict: ready');
    expect(await listLaidAside(inbox)).toEqual([]);
  });

  it('writes to nothing in an archived repository, and goes on when it is one no more', async () => {
    const number = await file();
    await ana(`PATCH /repos/${repository}`, { archived: true });
    await work(jobFor({ kind: 'repository', number: null }));
    await work(jobFor({ kind: 'issue', number }));
    expect(await labelsOf(number)).toEqual([]);
    await ana(`PATCH /repos/${repository}`, { archived: false });
    await work(jobFor({ kind: 'repository', number: null }));
    await work(jobFor({ kind: 'issue', number }));
    expect(await labelsOf(number)).toContain('verdict: ready');
  });

  it('writes nothing to a locked issue, and goes on when it is open to all again', async () => {
    const number = await file();
    await ana(`PUT /repos/${repository}/issues/${number}/lock`);
    await work(jobFor({ kind: 'issue', number }));
    expect(await labelsOf(number)).toEqual([]);
    await ana(`DELETE /repos/${repository}/issues/${number}/lock`);
    await work(jobFor({ kind: 'issue', number }));
    expect(await labelsOf(number)).toContain('verdict: ready');
  });

  it('ends quietly where an issue is deleted, or was moved to another repository: GitHub leads to it there', async () => {
    const [deleted, moved, stays] = [await file(), await file(), await file()];
    const path = (number: number) => `/repos/${repository}/issues/${number}`;
    github.inject({ method: 'GET', path: path(deleted), status: 410, times: 10 });
    const location = `${github.url}/repos/acme/other/issues/${stays}`;
    github.inject({ method: 'GET', path: path(moved), status: 301, headers: { location }, times: 10 });
    const written = github.requests.length;
    for (const number of [deleted, moved]) await work(jobFor({ kind: 'issue', number }));
    github.clearFaults();
    const writes = github.requests.slice(written).filter(({ method }) => method !== 'GET');
    expect(writes.filter((write) => write.path.startsWith('/repos/'))).toEqual([]);
    expect(await listLaidAside(inbox)).toEqual([]);
    expect(await labelsOf(stays)).toEqual([]);
  });

  it('finds a renamed repository by its id', async () => {
    const number = await file();
    await ana(`PATCH /repos/${repository}`, { name: 'renamed' });
    await work(jobFor({ kind: 'repository', number: null }));
    await work(jobFor({ kind: 'issue', number }));
    expect(await labelsOf(number, 'acme/renamed')).toContain('verdict: ready');
    await ana('PATCH /repos/acme/renamed', { name: 'app' });
  });

  it('ends quietly where the repository is gone, and takes its schedules away', async () => {
    const gone = { repositoryId: 999_999 };
    await work(jobFor({ kind: 'issue', number: 1 }, gone));
    await work(jobFor({ kind: 'sweep', number: null }, gone));
    expect(await listLaidAside(inbox)).toEqual([]);
    expect(await inbox.boss.getSchedules(subjectQueue)).toHaveLength(2);
  });
});
