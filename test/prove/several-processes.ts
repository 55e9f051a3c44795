/** Four processes on one PostgreSQL, one of which is killed every few seconds. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { webhookPath } from '../../src/app/server.ts';
import { type AppProgram, startAppProgram } from './app-program.ts';
import { createLoad, startWorld, type Tally } from './candidates.ts';
import { tallyAtRest } from './kill-rounds.ts';

export interface SeveralProcesses {
  readonly databaseUrl: string;
  readonly kills: number;
  readonly random: () => number;
}

const processes = 4;
const betweenKillsMilliseconds = { least: 1_500, more: 2_000 };
const betweenActsMilliseconds = 200;

interface Run {
  readonly subject: string;
  readonly from: number;
  to: number;
}

/** What one process says of its jobs: when each began and ended. A kill ends what was running. */
interface Watched {
  readonly program: AppProgram;
  readonly address: string;
  readonly open: Map<string, Run>;
}

const entryShape = z.object({ time: z.number(), msg: z.string(), job: z.string(), subject: z.string() });
const ends = /^A job (is done|is put off|failed|cannot be worked)/;

/** The tally, and the pairs of runs on one subject that overlapped. */
export async function runSeveralProcesses({
  databaseUrl,
  kills,
  random,
}: SeveralProcesses): Promise<Tally & { readonly overlaps: number; readonly runs: number }> {
  const github = await startWorld();
  const runs: Run[] = [];
  const env = { DATABASE_URL: databaseUrl, LOG_LEVEL: 'debug' };
  const start = async (): Promise<Watched> => {
    const open = new Map<string, Run>();
    const program = startAppProgram({ github, env, onLine: (line) => watch(line, open, runs) });
    return { program, address: await program.ready, open };
  };
  const alive = await Promise.all(Array.from({ length: processes }, start));
  const load = createLoad(github, random);
  const direct = () => {
    const target = alive[Math.floor(random() * alive.length)];
    github.setWebhookUrl(target === undefined ? null : `${target.address}${webhookPath}`);
  };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const end =
        performance.now() + betweenKillsMilliseconds.least + random() * betweenKillsMilliseconds.more;
      while (performance.now() < end) {
        direct();
        await load.act();
        await pause(betweenActsMilliseconds);
      }
      const [victim] = alive.splice(Math.floor(random() * alive.length), 1);
      await victim?.program.kill();
      for (const run of victim?.open.values() ?? []) run.to = Date.now();
      alive.push(await start());
    }
    direct();
    const tally = await tallyAtRest(github);
    return { ...tally, runs: runs.length, overlaps: countOverlaps(runs) };
  } finally {
    for (const { program } of alive) await program.kill();
    await github.close();
  }
}

function watch(line: string, open: Map<string, Run>, runs: Run[]): void {
  if (!line.includes('"A job ')) return;
  const entry = entryShape.safeParse(JSON.parse(line)).data;
  if (entry === undefined) return;
  const run = open.get(entry.job);
  if (entry.msg === 'A job begins.') {
    const begun = { subject: entry.subject, from: entry.time, to: Number.POSITIVE_INFINITY };
    open.set(entry.job, begun);
    runs.push(begun);
  } else if (run !== undefined && ends.test(entry.msg)) {
    run.to = entry.time;
    open.delete(entry.job);
  }
}

/** Runs that began on a subject before another on it had ended. */
function countOverlaps(runs: readonly Run[]): number {
  const bySubject = Map.groupBy(runs, ({ subject }) => subject);
  let overlaps = 0;
  for (const ofOne of bySubject.values()) {
    const inOrder = ofOne.toSorted((one, other) => one.from - other.from);
    overlaps += inOrder.filter((run, at) => run.from < (inOrder[at - 1]?.to ?? 0)).length;
  }
  return overlaps;
}
