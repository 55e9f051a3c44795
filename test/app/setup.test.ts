import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';

const program = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

let folder: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chokepoint-setup-'));
});

afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await rm(folder, { recursive: true, force: true });
});

function start(port: number, ...options: readonly string[]): ChildProcess {
  const { APP_ID: _, ...surroundings } = process.env;
  const env = {
    ...surroundings,
    HOST: '127.0.0.1',
    PORT: String(port),
    CHOKEPOINT_DATA: join(folder, 'data'),
  };
  const child = spawn(process.execPath, [program, 'serve', ...options], { cwd: folder, env, stdio: 'pipe' });
  running.push(child);
  return child;
}

/** Waits until the page is there. */
async function answers(url: string): Promise<void> {
  await expect.poll(async () => (await fetch(url).catch(() => null))?.status, { timeout: 30_000 }).toBe(200);
}

describe('serve --setup', () => {
  it('shows the manifest, writes .env, and the App starts from it', async () => {
    const port = await freePort();
    const page = start(port, '--setup');
    await answers(`http://127.0.0.1:${port}/probot`);
    const html = await (await fetch(`http://127.0.0.1:${port}/probot`)).text();
    expect(html).toContain('issue_comment');
    expect(html).toContain('pull_requests');
    expect(await readFile(join(folder, 'app.yml'), 'utf8')).toContain('default_permissions:');

    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    const known = { appId: '7', pem: privateKey, webhook_secret: 'a long random text of our own' };
    const taken = await fetch(`http://127.0.0.1:${port}/probot/import`, {
      method: 'POST',
      body: JSON.stringify(known),
    });
    expect(taken.status).toBe(200);
    page.kill('SIGTERM');
    await once(page, 'exit');

    start(port);
    await answers(`http://127.0.0.1:${port}/readyz`);

    const again = start(await freePort(), '--setup');
    const [exitCode] = await once(again, 'exit');
    expect(exitCode).toBe(2);
  });
});
