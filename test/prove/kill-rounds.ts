/** Kills the whole App again and again while it works, then lets it finish, and compares. */
import { setTimeout as pause } from 'node:timers/promises';
import { webhookPath } from '../../src/app/server.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { startAppProgram } from './app-program.ts';
import { createLoad, startWorld, type Tally, takeTally } from './candidates.ts';

export interface KillRounds {
  readonly kills: number;
  /** Settings that name the store; it stays the same through all kills. */
  readonly env: Readonly<Record<string, string>>;
  readonly random: () => number;
}

/** How long the App works before it is killed, and between two changes made meanwhile. */
const workMilliseconds = { least: 100, more: 900 };
const betweenActsMilliseconds = 150;
const unreadyShare = 0.1;

/** One world, `kills` times `kill -9`, one last start that finishes what is owed. */
export async function runKillRounds({ kills, env, random }: KillRounds): Promise<Tally> {
  const github = await startWorld();
  try {
    const load = createLoad(github, random);
    for (let kill = 0; kill < kills; kill += 1) {
      const app = startAppProgram({ github, env });
      if (random() < unreadyShare) {
        await Promise.all([load.act(), pause(random() * 1_000)]);
      } else {
        github.setWebhookUrl(`${await app.ready}${webhookPath}`);
        await workFor(workMilliseconds.least + random() * workMilliseconds.more, load.act);
      }
      await app.kill();
      github.setWebhookUrl(null);
    }
    const last = startAppProgram({ github, env });
    github.setWebhookUrl(`${await last.ready}${webhookPath}`);
    try {
      return await tallyAtRest(github);
    } finally {
      await last.kill();
    }
  } finally {
    await github.close();
  }
}

async function workFor(milliseconds: number, act: () => Promise<void>): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    await act();
    const left = end - performance.now();
    if (left <= 0) return;
    await pause(Math.min(left, betweenActsMilliseconds));
  }
}

/** A subject that six jobs wrote to waits for the rest of ten minutes, and a job that failed often for minutes: late is not lost. */
const patienceMilliseconds = 12 * 60_000;

/** The tally once nothing is missing, or once patience is over; then GitHub has been quiet for a while. */
export async function tallyAtRest(github: EmbeddedGitHub, take = () => takeTally(github)): Promise<Tally> {
  const end = performance.now() + patienceMilliseconds;
  for (;;) {
    await github.settle();
    const before = github.requests.length;
    await pause(1_500);
    const isQuiet = github.requests.length === before;
    const tally = await take();
    if ((tally.lost.length === 0 && isQuiet) || performance.now() > end) return tally;
  }
}
