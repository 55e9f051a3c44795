import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { payloadLimitBytes } from '../../src/app/guard.ts';
import { type GuardedServer, megabyte, startGuardedServer, stream, wronglySigned } from './guarded-server.ts';

let server: GuardedServer;
beforeAll(async () => {
  server = await startGuardedServer();
});
afterAll(() => server.close());

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function retainedBytes(): number {
  collectGarbage();
  return process.memoryUsage().arrayBuffers;
}

it.each([
  ['declared', { 'content-length': String(300 * 1024 * 1024) }],
  ['undeclared', { 'transfer-encoding': 'chunked' }],
])('T17: the guard keeps nothing of bodies of 300 MB, %s, that are wrongly signed', async (_, length) => {
  const before = retainedBytes();
  for (let post = 0; post < 10; post += 1) {
    const answer = await stream(server.address, { ...wronglySigned, ...length }, megabyte, 300);
    expect(answer.status).toBe(413);
  }
  // What is let go of is taken back by a thread beside this one, so the figure comes down a moment later.
  await expect.poll(() => retainedBytes() - before, { timeout: 30_000 }).toBeLessThan(payloadLimitBytes);
});
