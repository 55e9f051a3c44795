/** The App as an operator starts it: a process of its own, `src/app/main.ts`, ended with `kill -9`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';

export interface AppProgram {
  readonly child: ChildProcess;
  /** Resolves with where it listens; rejects when it ends before it does. */
  readonly ready: Promise<string>;
  /** `kill -9`, and waits for its end. */
  kill(): Promise<void>;
  /** Asks it to stop, as an operator does, and waits for its end; the exit code. */
  stop(): Promise<number | null>;
}

export interface StartingApp {
  readonly github: EmbeddedGitHub;
  /** Where it keeps its store, and what else differs from the defaults. */
  readonly env: Readonly<Record<string, string>>;
  /** Hears every line of the log. */
  readonly onLine?: (line: string) => void;
  /** Another program that takes the same settings and says in the same words that it runs. */
  readonly program?: string;
  /** Keeps what it says on standard error to itself. */
  readonly isQuiet?: boolean;
}

const main = fileURLToPath(new URL('../../src/app/main.ts', import.meta.url));
const entry = z.looseObject({ msg: z.string(), address: z.string() });

export function startAppProgram(starting: StartingApp): AppProgram {
  const { github, env, onLine, program = main, isQuiet = false } = starting;
  const { app, url } = github;
  const settings = {
    APP_ID: String(app.id),
    PRIVATE_KEY: app.privateKey,
    WEBHOOK_SECRET: app.webhookSecret,
    GITHUB_API_URL: url,
    PORT: '0',
    CHOKEPOINT_WRITE_INTERVAL_MILLISECONDS: '0',
    PATH: process.env['PATH'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    ...env,
  };
  const child = spawn(process.execPath, [program], {
    env: settings,
    stdio: ['ignore', 'pipe', isQuiet ? 'ignore' : 'inherit'],
  });
  const exited = once(child, 'exit');
  const { promise: ready, resolve, reject } = Promise.withResolvers<string>();
  // Whoever kills it before it is ready does not wait for that.
  ready.catch(() => {});
  createInterface({ input: child.stdout }).on('line', (line) => {
    onLine?.(line);
    if (!line.includes('"Chokepoint is running."')) return;
    resolve(entry.parse(JSON.parse(line)).address);
  });
  void exited.then(() => reject(new Error('The App ended before it was ready.')));
  return {
    child,
    ready,
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      return child.exitCode;
    },
  };
}
