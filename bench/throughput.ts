/** How fast a backlog of webhooks is worked off: one process and four, and the store alone. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { webhookPath } from '../src/app/server.ts';
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import { announceEdit } from '../test/prove/announce-edit.ts';
import { type AppProgram, startAppProgram } from '../test/prove/app-program.ts';
import { startWorld } from '../test/prove/candidates.ts';
import { startPostgres } from '../test/support/postgresql.ts';
import { findProgram } from '../test/support/programs.ts';
import { type Row, toRatio } from './table.ts';
import { watchLabels } from './watch-labels.ts';

const patienceMilliseconds = 180_000;

/** Candidates that are all filed at once, and events whose work needs no GitHub. */
export interface Backlog {
  readonly candidates: number;
  readonly events: number;
}

interface Rates {
  readonly labelled: number;
  readonly done: number;
}

type Env = Readonly<Record<string, string>>;

export async function benchThroughput(backlog: Backlog, folder: string): Promise<readonly Row[]> {
  const embedded = await measure(backlog, { CHOKEPOINT_DATA: join(folder, 'throughput') }, 1);
  if (findProgram('initdb') === null) {
    return [
      ...toRows('embedded', embedded, embedded),
      { figure: '  on PostgreSQL', value: 'not here', ratio: '' },
    ];
  }
  const server = await startPostgres();
  try {
    const one = await measure(backlog, { DATABASE_URL: await server.createDatabase() }, 1);
    const four = await measure(backlog, { DATABASE_URL: await server.createDatabase() }, 4);
    return [
      ...toRows('one process on PostgreSQL', one, one),
      ...toRows('four processes on PostgreSQL', four, one),
      ...toRows('one process, embedded store', embedded, one),
    ];
  } finally {
    server.stop();
  }
}

function toRows(who: string, rates: Rates, beside: Rates): readonly Row[] {
  const perSecond = (rate: number) => `${rate.toFixed(1)} a second`;
  return [
    {
      figure: `candidates labelled, no pause between writes: ${who}`,
      value: perSecond(rates.labelled),
      ratio: toRatio(rates.labelled, beside.labelled),
    },
    {
      figure: `  jobs done that ask GitHub nothing: ${who}`,
      value: perSecond(rates.done),
      ratio: toRatio(rates.done, beside.done),
    },
  ];
}

async function measure({ candidates, events }: Backlog, env: Env, processes: number): Promise<Rates> {
  const github = await startWorld();
  let done = 0;
  const onLine = (line: string) => {
    if (line.includes('"A job is done."')) done += 1;
  };
  const programs = Array.from({ length: processes }, () => startAppProgram({ github, env, onLine }));
  const watched = watchLabels(github);
  try {
    const addresses = await Promise.all(programs.map(({ ready }) => ready));
    const direct = (at: number) => github.setWebhookUrl(`${addresses[at % processes]}${webhookPath}`);
    const file = async (count: number) => {
      const numbers: number[] = [];
      for (let at = 0; at < count; at += 1) {
        direct(at);
        numbers.push(await watched.file());
      }
      await watched.untilLabelled(numbers, patienceMilliseconds);
    };
    await file(5 * processes);
    const labelling = await time(() => file(candidates));
    github.setWebhookUrl(null);
    await pause(2_000);
    done = 0;
    const working = await time(async () => {
      await postEvents(github, addresses, events);
      while (done < events) await pause(10);
    });
    return { labelled: candidates / labelling, done: events / working };
  } finally {
    watched.stop();
    await Promise.all(programs.map((program: AppProgram) => program.kill()));
    await github.close();
  }
}

/** In seconds. */
async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

/** Events of a repository that is out of reach, fifty at a time; each leads to a job of its own. */
async function postEvents(
  github: EmbeddedGitHub,
  addresses: readonly string[],
  events: number,
): Promise<void> {
  const numbers = Array.from({ length: events }, (_, at) => at + 1).values();
  const send = async () => {
    for (const number of numbers) {
      const response = await announceEdit(addresses[number % addresses.length] ?? '', github, number);
      if (response.status !== 200) throw new Error(`A webhook was answered with ${response.status}`);
    }
  };
  await Promise.all(Array.from({ length: 50 }, send));
}
