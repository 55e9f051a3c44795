/** How fast the App acknowledges, and what it keeps of what nobody signed. */
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { webhookPath } from '../../src/app/server.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { announceEdit } from './announce-edit.ts';
import { type AppProgram, startAppProgram } from './app-program.ts';
import { startWorld } from './candidates.ts';
import { percentile } from './percentile.ts';

type Env = Readonly<Record<string, string>>;

async function withApp<Value>(
  env: Env,
  use: (app: AppProgram, address: string, github: EmbeddedGitHub) => Promise<Value>,
): Promise<Value> {
  const github = await startWorld();
  const app = startAppProgram({ github, env });
  try {
    return await use(app, await app.ready, github);
  } finally {
    await app.kill();
    await github.close();
  }
}

const perSecond = 100;
const subjects = 500;

/** 100 events a second for `seconds`, then 1,000 at once; milliseconds from sending to the answer. */
export function measureAnswers(env: Env, seconds: number) {
  return withApp(env, async (_app, address, github) => {
    const steady = await Promise.all(
      Array.from({ length: seconds * perSecond }, async (_, event) => {
        await pause(event * (1_000 / perSecond));
        return post(address, github, 1 + (event % subjects));
      }),
    );
    const burst = await Promise.all(
      Array.from({ length: 1_000 }, (_, event) => post(address, github, event + 1)),
    );
    return {
      steady: steady.length,
      steadyP50: answeredWithin(steady, 0.5),
      steadyP99: answeredWithin(steady, 0.99),
      steadyMost: answeredWithin(steady, 1),
      burstP50: answeredWithin(burst, 0.5),
      burstP99: answeredWithin(burst, 0.99),
      burstMost: answeredWithin(burst, 1),
      refused: [...steady, ...burst].filter(({ status }) => status !== 200).length,
    };
  });
}

interface Answered {
  readonly status: number;
  readonly milliseconds: number;
}

async function post(address: string, github: EmbeddedGitHub, number: number): Promise<Answered> {
  const startedAt = performance.now();
  const response = await announceEdit(address, github, number);
  await response.arrayBuffer();
  return { status: response.status, milliseconds: performance.now() - startedAt };
}

function answeredWithin(answers: readonly Answered[], share: number): number {
  return Math.round(
    percentile(
      answers.map(({ milliseconds }) => milliseconds),
      share,
    ),
  );
}

const bodyMegabytes = 300;
const megabyte = Buffer.alloc(1024 * 1024, 'a');

/** 300 MB with a wrong signature, `posts` times one after the other; MB by which the App's peak grew. */
export function measureHostilePosts(env: Env, posts: number) {
  return withApp(env, async (app, address) => {
    // The first ones fill what any server keeps for reading at all.
    const before = peakMegabytes(app);
    const statuses = new Set<number>();
    for (let at = 0; at < posts; at += 1) statuses.add(await postHostile(address));
    return { addedMegabytes: peakMegabytes(app) - before, statuses: [...statuses].join(', ') };
  });
}

function postHostile(address: string): Promise<number> {
  return new Promise((resolve) => {
    const headers = {
      'content-type': 'application/json',
      'x-github-event': 'issues',
      'x-github-delivery': crypto.randomUUID(),
      'x-hub-signature-256': `sha256=${'0'.repeat(64)}`,
    };
    const sending = httpRequest(`${address}${webhookPath}`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sending.on('error', () => resolve(0));
    let left = bodyMegabytes;
    const send = () => {
      while (left > 0) {
        left -= 1;
        if (!sending.write(megabyte)) {
          sending.once('drain', send);
          return;
        }
      }
      sending.end();
    };
    send();
  });
}

/** The most memory the process ever held, as Linux counts it. */
function peakMegabytes({ child }: AppProgram): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
