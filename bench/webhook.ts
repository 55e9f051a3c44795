/** From a webhook to its answer and to the labels, beside a stock Probot app that labels before it answers. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { webhookPath } from '../src/app/server.ts';
import { type StartingApp, startAppProgram } from '../test/prove/app-program.ts';
import { startWorld } from '../test/prove/candidates.ts';
import { percentile } from '../test/prove/percentile.ts';
import { freePort } from '../test/support/free-port.ts';
import { type Row, toRatio } from './table.ts';
import { type WatchedLabels, watchLabels } from './watch-labels.ts';

/** A stock app makes one write a second at most: faster than that, what is measured is its backlog. */
const intervalMilliseconds = 1_250;
/** A candidate is two writes, labels and comment, and the paced App waits a second between any two. */
const pacedIntervalMilliseconds = 4 * intervalMilliseconds;
const filedBefore = 3;
const patienceMilliseconds = 60_000;

const stockProgram = fileURLToPath(new URL('../test/prove/stock-app.ts', import.meta.url));

/**
 * So many candidates one after the other, to a stock app and to ours, all at the same time: a busy moment of the
 * machine meets each. Ours keeps its stores in `folder`.
 */
export async function benchWebhook(candidates: number, folder: string): Promise<readonly Row[]> {
  const port = String(await freePort());
  const paced = { CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '1000', CHOKEPOINT_DATA: join(folder, 'paced') };
  const [stock, own, ownPaced] = await Promise.all([
    measure({ program: stockProgram, env: { PORT: port, HOST: 'localhost' } }, candidates),
    measure({ env: { CHOKEPOINT_DATA: join(folder, 'steady') } }, candidates),
    measure({ env: paced }, Math.ceil(candidates / 4), pacedIntervalMilliseconds),
  ]);
  return [
    ...toRows(
      `webhook to its answer, stock Probot app (${candidates} candidates)`,
      stock.answered,
      stock.answered,
    ),
    ...toRows('  Chokepoint, embedded store', own.answered, stock.answered),
    ...toRows('filed to labelled, stock Probot app, one label', stock.labelled, stock.labelled),
    ...toRows('  Chokepoint, all labels, no pause between writes', own.labelled, stock.labelled),
    ...toRows('  Chokepoint, all labels, a second between writes', ownPaced.labelled, stock.labelled),
  ];
}

interface Latencies {
  /** Milliseconds, one for each candidate. */
  readonly answered: readonly number[];
  readonly labelled: readonly number[];
}

function toRows(figure: string, values: readonly number[], beside: readonly number[]): readonly Row[] {
  return [0.5, 0.99].map((share, at) => {
    const value = percentile(values, share);
    return {
      figure: at === 0 ? `${figure}: median` : `${figure.startsWith(' ') ? '  ' : ''}  p99`,
      value: `${value.toFixed(1)} ms`,
      ratio: toRatio(value, percentile(beside, share)),
    };
  });
}

async function measure(
  starting: Omit<StartingApp, 'github'>,
  candidates: number,
  interval = intervalMilliseconds,
): Promise<Latencies> {
  const github = await startWorld();
  const app = startAppProgram({ github, ...starting });
  const watched = watchLabels(github);
  try {
    github.setWebhookUrl(`${await app.ready}${webhookPath}`);
    // What is loaded late, and the first token, are not the steady state.
    await fileSteadily(watched, filedBefore, interval);
    const numbers = await fileSteadily(watched, candidates, interval);
    await github.settle();
    return { answered: numbers.map(watched.answeredAfter), labelled: numbers.map(watched.labelledAfter) };
  } finally {
    watched.stop();
    await app.kill();
    await github.close();
  }
}

/** Files so many, and waits until each has its labels. */
async function fileSteadily(
  watched: WatchedLabels,
  count: number,
  interval: number,
): Promise<readonly number[]> {
  const startedAt = performance.now();
  const numbers: number[] = [];
  for (let at = 0; at < count; at += 1) {
    await pause(Math.max(0, startedAt + at * interval - performance.now()));
    numbers.push(await watched.file());
  }
  await watched.untilLabelled(numbers, patienceMilliseconds);
  return numbers;
}
