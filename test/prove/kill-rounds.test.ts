import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startPostgres } from '../support/postgresql.ts';
import { describeWith } from '../support/programs.ts';
import { runKillRounds } from './kill-rounds.ts';

/** `npm run prove:inbox` does the same a thousand times a store (docs/proof/inbox.md). */
const kills = 20;
/** The rounds, and the patience with a late job after them. */
const timeoutMilliseconds = 15 * 60_000;

describe('the App, killed twenty times while it works', () => {
  it(
    'loses nothing it accepted and does nothing twice, on the embedded store',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'chokepoint-'));
      const env = { CHOKEPOINT_DATA: folder };
      const { lost, doubled, accepted } = await runKillRounds({ kills, env, random: Math.random });
      rmSync(folder, { recursive: true });
      expect([lost, doubled]).toEqual([[], []]);
      expect(accepted).toBeGreaterThan(kills);
    },
    timeoutMilliseconds,
  );
});

describeWith('postgres', 'the App on PostgreSQL, killed twenty times while it works', () => {
  it(
    'loses nothing it accepted and does nothing twice',
    async () => {
      const server = await startPostgres();
      const env = { DATABASE_URL: await server.createDatabase() };
      const { lost, doubled, accepted } = await runKillRounds({ kills, env, random: Math.random });
      server.stop();
      expect([lost, doubled]).toEqual([[], []]);
      expect(accepted).toBeGreaterThan(kills);
    },
    timeoutMilliseconds,
  );
});
