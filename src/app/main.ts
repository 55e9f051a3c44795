import { existsSync } from 'node:fs';
import process from 'node:process';
import type { Problem } from '../core/problem.ts';
import { connectDeliveryLog, connectInstallations } from '../github/app-wide.ts';
import { problemLines } from '../render/problem-as-text.ts';
import { CannotStart } from './cannot-start.ts';
import { type RunningApp, startApp } from './compose.ts';
import { readSettings } from './env.ts';
import { createLog } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createAppClients, createRunJob } from './run-job.ts';

// What the setup page wrote; variables that are set already stay as they are.
if (existsSync('.env')) process.loadEnvFile('.env');
const settings = readSettings();
if (settings.ok) {
  const { logLevel: level, secrets } = settings.value;
  const log = createLog({ level, secrets, write: (line) => process.stdout.write(line) });
  try {
    const metrics = createMetrics();
    const clients = createAppClients(settings.value, metrics.setBudget);
    const upkeep = { ...connectDeliveryLog(clients.app), ...connectInstallations(clients.app, clients.of) };
    const run = createRunJob(settings.value, log, clients);
    stopOnSignal(await startApp(settings.value, run, log, { metrics, upkeep }));
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    refuse(error.problems);
  }
} else {
  refuse(settings.problems);
}

function refuse(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${problemLines(problem)}\n`);
  process.exitCode = 2;
}

/** A second signal ends the process at once; the store takes that without losing an event. */
function stopOnSignal(app: RunningApp): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    app.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
