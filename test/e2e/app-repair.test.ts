import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookPath } from '../../src/app/server.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { eventually } from '../inbox/eventually.ts';
import { startAppProgram } from '../prove/app-program.ts';
import { createLoad, startWorld, takeTally } from '../prove/candidates.ts';
import { freePort } from '../support/free-port.ts';

const hour = 3_600_000;
const events = 36;

let github: EmbeddedGitHub;
let folder: string;
let port: number;
let now = Date.parse('2026-11-02T08:00:00Z');

beforeAll(async () => {
  github = await startWorld({ clock: () => new Date(now) });
  folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
  port = await freePort();
});

afterAll(async () => {
  await github.close();
  rmSync(folder, { recursive: true });
});

/** The App with its upkeep, until its first repair is through. */
async function startUntilRepaired() {
  const repairs: string[] = [];
  const app = startAppProgram({
    github,
    env: { CHOKEPOINT_DATA: folder, PORT: String(port) },
    onLine: (line) => {
      if (line.includes("GitHub's delivery log is compared")) repairs.push(line);
    },
  });
  await app.ready;
  await expect.poll(() => repairs.length, { timeout: 50_000 }).toBe(1);
  return app;
}

describe('an outage of 72 hours', () => {
  it('is repaired by one pass at the start: every event is delivered again, and worked', async () => {
    const load = createLoad(github, () => 0.9);
    for (let event = 0; event < events; event += 1) {
      await load.act();
      now += (71.9 * hour) / events;
    }
    await github.settle();
    github.setWebhookUrl(`http://127.0.0.1:${port}${webhookPath}`);
    const app = await startUntilRepaired();
    await eventually(async () => (await takeTally(github)).lost).toEqual([]);
    await app.kill();
    const { accepted, doubled } = await takeTally(github);
    expect(accepted).toBeGreaterThanOrEqual(events);
    expect(doubled).toEqual([]);
  });

  it('T21: leaves alone afterwards what was stored', async () => {
    await github.settle();
    const before = github.deliveries.filter(({ redelivery, statusCode }) => redelivery && statusCode === 200);
    const app = await startUntilRepaired();
    await github.settle();
    await app.kill();
    const known = new Set(before.map(({ guid }) => guid));
    const again = github.deliveries.filter(({ redelivery }) => redelivery).slice(before.length);
    expect(again.filter(({ guid }) => known.has(guid))).toEqual([]);
  });
});
