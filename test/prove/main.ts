/**
 * `npm run prove:inbox`: shows that no event is lost, with the sizes as arguments (docs/proof/inbox.md):
 *
 *   npm run prove:inbox -- --results ../inbox.jsonl --kills 1000
 *
 * Every size is 0 unless given: kills, several-kills, seconds, posts, openers, starts, stock-kills. Stopped and started
 * again with the same results it goes on where it was. Ends with 1 where something happened that must not.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgresql.ts';
import { runKillRounds } from './kill-rounds.ts';
import { measureSecondOpeners, measureStarts } from './opening.ts';
import { measureAnswers, measureHostilePosts } from './receiving.ts';
import { openResults, type ResultLine } from './results.ts';
import { runSeveralProcesses } from './several-processes.ts';
import { runStockRounds } from './stock-rounds.ts';

const { values: options } = parseArgs({
  options: {
    results: { type: 'string', default: 'prove-inbox.jsonl' },
    kills: { type: 'string', default: '0' },
    chunk: { type: 'string', default: '25' },
    'several-kills': { type: 'string', default: '0' },
    seconds: { type: 'string', default: '0' },
    posts: { type: 'string', default: '0' },
    openers: { type: 'string', default: '0' },
    starts: { type: 'string', default: '0' },
    'stock-kills': { type: 'string', default: '0' },
  },
});

const results = openResults(options.results);
const folder = mkdtempSync(join(tmpdir(), 'chokepoint-prove-'));
const postgres = await startPostgres();
try {
  await proveKills(Number(options.kills), Number(options.chunk));
  await proveOnce('several-processes', Number(options['several-kills']), async (kills) => {
    const databaseUrl = await postgres.createDatabase();
    const figures = await runSeveralProcesses({ databaseUrl, kills, random: Math.random });
    const { lost, doubled, overlaps } = figures;
    return { isFine: lost.length + doubled.length + overlaps === 0, figures: { ...figures } };
  });
  await proveOnce('answers', Number(options.seconds), async (seconds) => {
    const figures = await measureAnswers({ CHOKEPOINT_DATA: join(folder, 'answers') }, seconds);
    return { isFine: figures.steadyP99 < 250 && figures.refused === 0, figures };
  });
  await proveOnce('hostile-posts', Number(options.posts), async (posts) => {
    const figures = await measureHostilePosts({ CHOKEPOINT_DATA: join(folder, 'hostile') }, posts);
    return { isFine: figures.addedMegabytes < 64, figures };
  });
  await proveOnce('second-openers', Number(options.openers), async (openers) => {
    const figures = await measureSecondOpeners(join(folder, 'held'), openers);
    return { isFine: figures.refused === openers && figures.overTwoSeconds === 0, figures };
  });
  await proveOnce('starts', Number(options.starts), async (starts) => {
    const figures = await measureStarts(join(folder, 'started'), starts);
    return { isFine: figures.overFourSeconds === 0, figures };
  });
  // Its losses are what it is measured for.
  await proveOnce('stock-probot', Number(options['stock-kills']), async (kills) => ({
    isFine: true,
    figures: await runStockRounds({ kills, random: Math.random }),
  }));
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

type Shown = Pick<ResultLine, 'isFine' | 'figures'>;

/** A part that is run as a whole, and not again once it was run at this size. */
async function proveOnce(part: string, size: number, run: (size: number) => Promise<Shown>): Promise<void> {
  if (size > results.sizeOf(part)) await measure(part, size, () => run(size));
}

async function measure(part: string, size: number, run: () => Promise<Shown>): Promise<void> {
  const startedAt = performance.now();
  const { isFine, figures } = await run();
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  results.add({ part, size, seconds, isFine, figures });
  process.stdout.write(`${part} ${size}: ${isFine ? 'fine' : 'NOT FINE'} ${JSON.stringify(figures)}\n`);
}
