/** One soak: the whole App at a steady load while its requests and its webhooks fail, then the count. */
import { setTimeout as pause } from 'node:timers/promises';
import { webhookPath } from '../../src/app/server.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { startAppProgram } from '../prove/app-program.ts';
import { startWorld, type Tally } from '../prove/candidates.ts';
import { tallyAtRest } from '../prove/kill-rounds.ts';
import { createLives } from './lives.ts';
import { chooseBy, createApiChance } from './mixture.ts';
import { type Relay, startRelay } from './relay.ts';
import { ownCpuSeconds, type Sample, type Watch, watchApp } from './watch.ts';

export interface Soak {
  /** Names the store, and how long the App waits between two writes. */
  readonly env: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** What people do in a minute, all repositories together. */
  readonly actsPerMinute: number;
  /** Of the App's requests, and of its webhooks, 0..1. */
  readonly faultShare: number;
  readonly restMilliseconds: number;
  readonly sampleMilliseconds: number;
  readonly random: () => number;
}

export interface Soaked {
  readonly tally: Tally;
  readonly acts: number;
  readonly candidates: number;
  /** Requests of the App while it was under load. */
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly samples: readonly Sample[];
  /** From a webhook's sending to its answer, for all that were answered. */
  readonly answerMilliseconds: readonly number[];
  /** Of this process, which is people, GitHub and what lies between, while the App was under load. */
  readonly driverCpuSeconds: number;
  /** Deliveries that GitHub was asked for again while the App was under load. */
  readonly repairedUnderLoad: number;
  /** Jobs laid aside at the end. */
  readonly laidAside: number;
  /** How the App ended when it was asked to, under load. */
  readonly exitCode: number | null;
}

/** Each is an installation of its own, and GitHub's pace of a write a second holds for each of them. */
const repositories = ['acme/app', 'bolt/app', 'crane/app', 'delta/app', 'elm/app', 'fern/app'];

/**
 * Starts the App, loads it for so long, stops it as an operator does and starts it anew: what got lost on the way
 * since the last repair is then asked for again. The tally is taken when nothing is missing, or patience is over.
 */
export async function runSoak(soak: Soak): Promise<Soaked> {
  const { env, faultShare, random } = soak;
  const github = await startWorld({ repositories });
  const relay = await startRelay(faultShare, random);
  try {
    github.setWebhookUrl(relay.url);
    const lives = createLives(github, { repositories, ...soak });
    const load = await underLoad(soak, github, relay, lives.act);
    const rest = await startWatched({ github, env, relay, sampleMilliseconds: soak.sampleMilliseconds });
    await rest.repaired;
    const tally = await tallyAtRest(github, lives.takeTally);
    const laidAside = rest.watch.samples.at(-1)?.laidAside ?? 0;
    await rest.stop();
    return { ...load, ...lives.count(), tally, laidAside, answerMilliseconds: answersOf(github) };
  } finally {
    await relay.close();
    await github.close();
  }
}

async function underLoad(soak: Soak, github: EmbeddedGitHub, relay: Relay, act: () => Promise<void>) {
  const { seconds, actsPerMinute, faultShare, random } = soak;
  const chance = createApiChance(faultShare, random);
  github.injectByChoice(chooseBy(chance));
  const app = await startWatched({ github, relay, ...soak });
  const spentBefore = ownCpuSeconds();
  for (let done = 0; done < (seconds * actsPerMinute) / 60; done += 1) {
    await pause(Math.max(0, app.startedAt + (done * 60_000) / actsPerMinute - performance.now()));
    await act();
  }
  await pause(Math.max(0, app.startedAt + seconds * 1_000 - performance.now()));
  const driverCpuSeconds = ownCpuSeconds() - spentBefore;
  github.clearFaults();
  relay.chance.end();
  const requests = github.requests.filter(({ login }) => login === null || !isPerson(login)).length;
  const repairedUnderLoad = github.deliveries.filter(({ redelivery }) => redelivery).length;
  const exitCode = await app.stop();
  const faults = { ...chance.counts, ...relay.chance.counts };
  return { driverCpuSeconds, requests, repairedUnderLoad, exitCode, faults, samples: app.watch.samples };
}

interface Starting {
  readonly github: EmbeddedGitHub;
  readonly env: Readonly<Record<string, string>>;
  readonly relay: Relay;
  readonly sampleMilliseconds: number;
}

interface WatchedApp {
  readonly startedAt: number;
  readonly watch: Watch;
  /** Resolves when its first repair is over. */
  readonly repaired: Promise<void>;
  stop(): Promise<number | null>;
}

async function startWatched({ github, env, relay, sampleMilliseconds }: Starting): Promise<WatchedApp> {
  const { promise: repaired, resolve } = Promise.withResolvers<void>();
  const onLine = (line: string) => {
    if (line.includes("GitHub's delivery log is compared with the store.")) resolve();
  };
  const app = startAppProgram({ github, env, onLine });
  const address = await app.ready;
  relay.setTarget(`${address}${webhookPath}`);
  const watch = watchApp(address, sampleMilliseconds);
  return {
    startedAt: performance.now(),
    watch,
    repaired,
    stop: async () => {
      watch.end();
      relay.setTarget(null);
      return app.stop();
    },
  };
}

function isPerson(login: string): boolean {
  return login === 'ana' || login === 'ben';
}

function answersOf({ deliveries }: EmbeddedGitHub): readonly number[] {
  return deliveries
    .filter(({ statusCode }) => statusCode === 200)
    .map(({ durationSeconds }) => durationSeconds * 1_000);
}
