/**
 * `npm run soak`: the whole App at a steady load while a share of everything fails (docs/proof/soak.md):
 *
 *   npm run soak -- --minutes 30 --store embedded --rate 40 --faults 0.05 --results ../soak.jsonl
 *
 * Every `--segment` minutes (default 30) are a line of results; a run that was stopped goes on after the last of them.
 * Ends with 1 where something was lost or doubled or memory rose.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openResults } from '../prove/results.ts';
import { startPostgres } from '../support/postgresql.ts';
import { reportSoak } from './report.ts';
import { runSoak } from './soak-run.ts';

const { values: options } = parseArgs({
  options: {
    results: { type: 'string', default: 'soak.jsonl' },
    store: { type: 'string', default: 'embedded' },
    minutes: { type: 'string', default: '30' },
    segment: { type: 'string', default: '30' },
    rate: { type: 'string', default: '40' },
    faults: { type: 'string', default: '0.05' },
  },
});

/**
 * V8 widens the heap's nursery in steps where much is made at once, and leaves what nobody holds until it needs the
 * room. Held narrow and swept, what still grows is what the App holds.
 */
const sweeping = `--max-semi-space-size=16 --import ${new URL('./sweep-heap.ts', import.meta.url).href}`;

const results = openResults(options.results);
const part = `soak-${options.store}`;
const store = await openStore(options.store);
try {
  for (;;) {
    const minutes = Math.min(Number(options.segment), Number(options.minutes) - results.sizeOf(part));
    if (minutes <= 0) break;
    await soakFor(minutes);
  }
} finally {
  store.close();
}
process.exitCode = results.lines.every(({ isFine }) => isFine) ? 0 : 1;

async function soakFor(minutes: number): Promise<void> {
  const startedAt = performance.now();
  const soaked = await runSoak({
    // A write a second, as the App keeps it unless told otherwise.
    env: { ...store.env, CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '1000', NODE_OPTIONS: sweeping },
    seconds: minutes * 60,
    actsPerMinute: Number(options.rate),
    faultShare: Number(options.faults),
    restMilliseconds: 120_000,
    sampleMilliseconds: 5_000,
    random: Math.random,
  });
  const { isFine, figures } = reportSoak(soaked);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  results.add({ part, size: minutes, seconds, isFine, figures });
  process.stdout.write(
    `${part} ${minutes}: ${isFine ? 'fine' : 'NOT FINE'} ${JSON.stringify(figures, null, 2)}\n`,
  );
}

async function openStore(kind: string): Promise<{ env: Record<string, string>; close(): void }> {
  if (kind === 'postgresql') {
    const server = await startPostgres();
    return { env: { DATABASE_URL: await server.createDatabase() }, close: server.stop };
  }
  const folder = mkdtempSync(join(tmpdir(), 'chokepoint-soak-'));
  return { env: { CHOKEPOINT_DATA: folder }, close: () => rmSync(folder, { recursive: true }) };
}
