/**
 * Starts the real App on a port of its own, against an embedded GitHub, and tells that GitHub where to send
 * webhooks:
 *
 *   const app = await startAppOn(github);
 *   await app.settled();
 *   await app.stop();
 */
import type { RunningApp } from '../../src/app/compose.ts';
import { startApp } from '../../src/app/compose.ts';
import type { Settings } from '../../src/app/env.ts';
import { createLog } from '../../src/app/log.ts';
import { createRunJob } from '../../src/app/run-job.ts';
import { webhookPath } from '../../src/app/server.ts';
import type { EmbeddedGitHub } from '../embedded-github/start.ts';
import { createWorkLedger } from './work-ledger.ts';

export interface AppOnGitHub extends RunningApp {
  /**
   * Resolves when every webhook is answered and every subject it touched has been worked since. Rejects after
   * `milliseconds`, naming what is still owed.
   */
  settled(milliseconds?: number): Promise<void>;
  /** What the App logged, one line of JSON each. */
  readonly log: readonly string[];
}

export async function startAppOn(
  github: EmbeddedGitHub,
  changes: Partial<Settings> = {},
): Promise<AppOnGitHub> {
  const settings = { ...settingsFor(github), ...changes };
  const lines: string[] = [];
  const { logLevel: level, secrets } = settings;
  const log = createLog({ level, secrets, write: (line) => lines.push(line) });
  const ledger = createWorkLedger(github.deliveries, createRunJob(settings, log));
  const app = await startApp(settings, ledger.run, log);
  github.setWebhookUrl(`${app.address}${webhookPath}`);
  return {
    address: app.address,
    log: lines,
    stop: async () => {
      github.setWebhookUrl(null);
      await app.stop();
    },
    settled: async (milliseconds = 30_000) => {
      const deadline = performance.now() + milliseconds;
      for (;;) {
        await github.settle();
        const owed = ledger.owed();
        if (owed.length === 0) return;
        const leftMilliseconds = deadline - performance.now();
        if (leftMilliseconds <= 0) throw new Error(`The App has not worked ${owed.join(', ')}`);
        await ledger.nextRun(Math.min(leftMilliseconds, 200));
      }
    },
  };
}

/** In memory, on a port of the system's choice, without a pause between two writes. */
export function settingsFor(github: EmbeddedGitHub): Settings {
  const { id, privateKey, webhookSecret } = github.app;
  return {
    appId: id,
    privateKey,
    webhookSecret,
    previousWebhookSecret: null,
    apiUrl: github.url,
    store: { kind: 'memory' },
    role: 'all',
    host: '127.0.0.1',
    port: 0,
    logLevel: 'info',
    writeIntervalMilliseconds: 0,
    processId: process.pid,
    secrets: [privateKey, webhookSecret],
  };
}
