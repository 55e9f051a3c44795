/**
 * `npm run prove:inbox`: shows that no event is lost, with the sizes as arguments (docs/proof/inbox.md):
 *
 *   npm run prove:inbox -- --results ../inbox.jsonl --kills 1000
 *
 * Every size is 0 unless given, `--all` gives those of the full run. Stopped and started again with the same
 * results it goes on where it was. Ends with 1 where something happened that must not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgresql.ts';
import { runKillRounds } from './kill-rounds.ts';
import { openResults, type ResultLine } from './results.ts';

const { values: options } = parseArgs({
  options: {
    results: { type: 'string', default: 'prove-inbox.jsonl' },
    kills: { type: 'string', default: '0' },
    chunk: { type: 'string', default: '25' },
  },
});

const results = openResults(options.results);
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-prove-'));
const postgres = await startPostgres();
try {
  await proveKills(Number(options.kills), Number(options.chunk));
} finally {
  postgres.stop();
  rmSync(folder, { recursive: true });
}
process.exitCode = results.lines.every(({ isFine }) => isFine) ? 0 : 1;

async function proveKills(kills: number, chunk: number): Promise<void> {
  const stores = [
    { part: 'kills-embedded', env: { CHOKEPOINT_DATA: join(folder, 'embedded') } },
    { part: 'kills-postgresql', env: { DATABASE_URL: await postgres.createDatabase() } },
  ];
  while (stores.some(({ part }) => results.sizeOf(part) < kills)) {
    for (const { part, env } of stores) {
      const size = Math.min(chunk, kills - results.sizeOf(part));
      if (size <= 0) continue;
      await measure(part, size, async () => {
        const tally = await runKillRounds({ kills: size, env, random: Math.random });
        return { isFine: tally.lost.length + tally.doubled.length === 0, figures: { ...tally } };
      });
    }
  }
}

async function measure(
  part: string,
  size: number,
  run: () => Promise<Pick<ResultLine, 'isFine' | 'figures'>>,
): Promise<void> {
  const startedAt = performance.now();
  const { isFine, figures } = await run();
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  results.add({ part, size, seconds, isFine, figures });
  process.stdout.write(`${part} ${size}: ${isFine ? 'fine' : 'NOT FINE'} ${JSON.stringify(figures)}\n`);
}
