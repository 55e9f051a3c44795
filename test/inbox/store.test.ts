import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/inbox/lock-folder.ts';
import { deadQueue, subjectQueue, upkeepQueue } from '../../src/inbox/queue.ts';
import { openInbox } from '../../src/inbox/store.ts';
import { deliver, issuePayload } from '../app/support.ts';
import { issueJob, openedInbox, silentLog } from './support.ts';

const children: ChildProcess[] = [];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
});

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Starts the App in a process of its own on the folder and waits for its first line. */
async function startProcess(): Promise<{ child: ChildProcess; line: string }> {
  const script = join(import.meta.dirname, 'app-process.ts');
  const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, line: String(line) };
}

describe('the embedded store', () => {
  it('T21: does not write a delivery down whose jobs it could not store, so that it is delivered again', async () => {
    const inbox = await openedInbox({ kind: 'memory' });
    await inbox.boss.deleteQueue(subjectQueue);
    await expect(inbox.receive('cut-off', [issueJob(1)])).rejects.toThrow();
    expect(await inbox.ledger.missingOf(['cut-off'])).toEqual(['cut-off']);
    await inbox.close(1_000);
  });

  it('keeps what was accepted through kills of the process, worked or not', async () => {
    const accepted: number[] = [];
    for (let kill = 0; kill < 3; kill += 1) {
      const { child, line: address } = await startProcess();
      const numbers = Array.from({ length: 20 }, (_, index) => kill * 20 + index + 1);
      const posts = numbers.map(async (number) => {
        const response = await deliver(address, { payload: issuePayload(number) });
        if (response.status === 200) accepted.push(number);
      });
      await Promise.race(posts);
      child.kill('SIGKILL');
      await Promise.all([...posts.map((post) => post.catch(() => {})), once(child, 'exit')]);
    }
    expect(accepted.length).toBeGreaterThanOrEqual(3);
    const inbox = await openedInbox({ kind: 'folder', folder });
    const stored = await inbox.boss.findJobs<{ subject: { number: number } }>(subjectQueue, { queued: true });
    await inbox.close(1_000);
    const kept = new Set(stored.map(({ data }) => data.subject.number));
    expect(accepted.filter((number) => !kept.has(number))).toEqual([]);
    // A job cut off by every kill waits no longer than one that was not.
    const cutOff = stored.filter(({ state }) => state === 'retry');
    expect(cutOff.length).toBeGreaterThan(0);
    expect(cutOff.filter(({ startAfter }) => startAfter.getTime() > Date.now())).toEqual([]);
  });

  it('tries a job again that was cut off as often as a job may fail, and lays it not aside', async () => {
    const place = { kind: 'folder', folder: join(folder, 'cut-off') } as const;
    const killed = await openedInbox(place);
    await killed.store([issueJob(7)]);
    // Taken and never finished: so it stands when its process is killed.
    expect(await killed.boss.fetch(subjectQueue)).toHaveLength(1);
    await killed.boss.getDb().executeSql('UPDATE pgboss.job SET retry_count = retry_limit');
    await killed.close(1_000);
    const inbox = await openedInbox(place);
    const kept = await inbox.boss.findJobs(subjectQueue, { queued: true });
    await inbox.close(1_000);
    expect(kept.map(({ state }) => state)).toEqual(['retry']);
  });

  it('tries a cut-off job once where an earlier one of its subject waits for a retry, and at once', async () => {
    const place = { kind: 'folder', folder: join(folder, 'cut-off-twice') } as const;
    const killed = await openedInbox(place);
    await killed.store([issueJob(7)]);
    const [failed] = await killed.boss.fetch(subjectQueue);
    await killed.boss.fail(subjectQueue, failed?.id ?? '');
    await killed.store([issueJob(7)]);
    expect(await killed.boss.fetch(subjectQueue)).toHaveLength(1);
    await killed.boss
      .getDb()
      .executeSql("UPDATE pgboss.job SET start_after = now() + interval '4 hours' WHERE state = 'retry'");
    await killed.close(1_000);
    const inbox = await openedInbox(place);
    const kept = await inbox.boss.findJobs(subjectQueue, { queued: true });
    const laidAside = await inbox.boss.findJobs(deadQueue, {});
    await inbox.close(1_000);
    expect(kept.map(({ state }) => state)).toEqual(['retry']);
    expect(kept.filter(({ startAfter }) => startAfter.getTime() > Date.now())).toEqual([]);
    expect(laidAside).toEqual([]);
  });

  it('tries a chore of its own again at once that was cut off, beside one that waits for a retry', async () => {
    const place = { kind: 'folder', folder: join(folder, 'cut-off-chore') } as const;
    const killed = await openedInbox(place);
    const send = () => killed.boss.send(upkeepQueue, { chore: 'repair' }, { singletonKey: 'repair' });
    await send();
    const [failed] = await killed.boss.fetch(upkeepQueue);
    await killed.boss.fail(upkeepQueue, failed?.id ?? '');
    await send();
    expect(await killed.boss.fetch(upkeepQueue)).toHaveLength(1);
    await killed.close(1_000);
    const inbox = await openedInbox(place);
    const kept = await inbox.boss.findJobs(upkeepQueue, { queued: true });
    await inbox.close(1_000);
    expect(kept.map(({ state }) => state)).toEqual(['retry']);
    expect(kept.filter(({ startAfter }) => startAfter.getTime() > Date.now())).toEqual([]);
  });

  it('T32: refuses a second process, names the holder, and frees with its death', async () => {
    const holder = await startProcess();
    expect(holder.line).toMatch(/^http/);
    const second = await startProcess();
    await once(second.child, 'exit');
    expect(second.child.exitCode).toBe(2);
    expect(second.line).toContain('STORE_HELD');
    expect(second.line).toContain(`process ${holder.child.pid}`);
    holder.child.kill('SIGKILL');
    await once(holder.child, 'exit');
    const lock = lockFolder(folder, 1);
    expect(lock.ok).toBe(true);
    if (lock.ok) lock.value.release();
  });
});

describe('the lock on a folder', () => {
  it('T32: is granted once, a hundred times over, whatever the note beside it says', () => {
    for (let round = 0; round < 100; round += 1) {
      const first = lockFolder(folder, round);
      const second = lockFolder(folder, 9_999);
      expect(first.ok).toBe(true);
      expect(second).toMatchObject({
        ok: false,
        problems: [{ code: 'STORE_HELD', found: `process ${round}` }],
      });
      if (first.ok) first.value.release();
    }
  });

  it('tells that a folder cannot be used', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    const opening = await openInbox({
      place: { kind: 'folder', folder: file },
      processId: 1,
      log: silentLog,
    });
    expect(opening).toMatchObject({ ok: false, problems: [{ code: 'STORE_FOLDER_UNUSABLE' }] });
  });
});

describe('a store on PostgreSQL', () => {
  it('tells that the server cannot be reached, without the password', async () => {
    const url = 'postgresql://chokepoint:canary@127.0.0.1:9/inbox';
    const opening = await openInbox({ place: { kind: 'postgresql', url }, processId: 1, log: silentLog });
    expect(opening).toMatchObject({ ok: false, problems: [{ code: 'STORE_UNREACHABLE' }] });
    expect(JSON.stringify(opening)).not.toContain('canary');
  });
});
