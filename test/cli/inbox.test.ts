import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { inboxListShape, inboxRetryShape } from '../../src/cli/shapes/upkeep.ts';
import { listLaidAside } from '../../src/inbox/laid-aside.ts';
import { subjectQueue } from '../../src/inbox/queue.ts';
import { startWorker } from '../../src/inbox/worker.ts';
import { issueJob, openedInbox, silentLog } from '../inbox/support.ts';
import { runHere } from './recorded-terminal.ts';

let folder: string;
const problem = { code: 'GITHUB_REFUSED', message: 'GitHub refused the request.', fix: 'Look there.' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
  const inbox = await openedInbox({ kind: 'folder', folder });
  await startWorker(inbox, async () => ({ kind: 'terminal', problem }), silentLog);
  await inbox.store([issueJob(12)]);
  await vi.waitFor(async () => expect(await listLaidAside(inbox)).toHaveLength(1), { timeout: 10_000 });
  await inbox.close(1_000);
});

afterAll(() => rmSync(folder, { recursive: true }));

const runThere = (...words: string[]) => runHere(['inbox', ...words], { env: { CHOKEPOINT_DATA: folder } });

describe('inbox', () => {
  it('lists what is laid aside, with the reason', async () => {
    const ran = await runThere('list');
    expect(ran.exitCode).toBe(1);
    expect(ran.stdout).toContain('acme/shop issue 12');
    expect(ran.stdout).toContain('GitHub refused the request.');
  });

  it('makes no store where there is none', async () => {
    const absent = join(folder, 'absent');
    const ran = await runHere(['inbox', 'list'], { env: { CHOKEPOINT_DATA: absent } });
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('STORE_ABSENT');
    expect(existsSync(absent)).toBe(false);
  });

  it('names the holder of a store that is in use', async () => {
    const inbox = await openedInbox({ kind: 'folder', folder });
    const ran = await runThere('list');
    await inbox.close(1_000);
    expect(ran).toMatchObject({ exitCode: 2, stdout: '' });
    expect(ran.stderr).toContain('process 4711');
  });

  it('stores one again by its id, refuses an unknown id, and has nothing left then', async () => {
    const [listed] = inboxListShape.parse(JSON.parse((await runThere('list', '--json')).stdout));
    expect(listed).toMatchObject({ subject: { kind: 'issue', number: 12 }, codes: ['GITHUB_REFUSED'] });
    const unknown = await runThere('retry', '00000000-0000-4000-8000-000000000000');
    expect(unknown.exitCode).toBe(2);
    expect(unknown.stderr).toContain('JOB_NOT_LAID_ASIDE');
    const retried = await runThere('retry', listed?.id ?? '', '--json');
    expect(inboxRetryShape.parse(JSON.parse(retried.stdout))).toEqual({ retried: 1 });
    expect(await runThere('list')).toMatchObject({ exitCode: 0, stdout: 'Nothing is laid aside.\n' });
    const inbox = await openedInbox({ kind: 'folder', folder });
    expect(await inbox.boss.findJobs(subjectQueue, { queued: true })).toHaveLength(1);
    await inbox.close(1_000);
  });
});
