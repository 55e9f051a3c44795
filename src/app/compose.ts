import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Logger } from 'probot';
import { type OpenInbox, openInbox } from '../inbox/store.ts';
import { startUpkeep, type Upkeep } from '../inbox/upkeep.ts';
import { type RunJob, startWorker } from '../inbox/worker.ts';
import { CannotStart } from './cannot-start.ts';
import type { Settings } from './env.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { createReceiver } from './receiver.ts';

export interface RunningApp {
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly address: string;
  /** Takes no more events, lets running jobs finish or hands them back; under ten seconds. */
  stop(): Promise<void>;
}

/**
 * Connections the system keeps until they are taken. By Node's own 511, half of a thousand that come at once are
 * dropped, and their senders try again after a second.
 */
const waitingConnections = 4_096;

const requestGraceMilliseconds = 1_500;
const jobGraceMilliseconds = 6_500;

export interface AppParts {
  readonly metrics?: Metrics;
  /** Without it nothing is repaired and nothing is scheduled. */
  readonly upkeep?: Upkeep;
}

/**
 * Starts the whole App: inbox, receiver, worker, upkeep; which of them, the role says.
 * Rejects with `CannotStart`: `STORE_HELD`, `STORE_FOLDER_UNUSABLE`, `STORE_UNREACHABLE`,
 * `ADDRESS_UNUSABLE`.
 */
export async function startApp(
  settings: Settings,
  run: RunJob,
  log: Logger,
  { metrics = createMetrics(), upkeep }: AppParts = {},
): Promise<RunningApp> {
  const { store: place, processId, role } = settings;
  const isWorking = role !== 'web';
  const isScheduling = isWorking && upkeep !== undefined;
  const opened = await openInbox({ place, processId, log, isScheduling });
  if (!opened.ok) throw new CannotStart(opened.problems);
  const inbox = opened.value;
  try {
    const server = await createReceiver({ settings, inbox, metrics, log });
    const address = await listen(server, settings);
    if (isWorking) await startWorker(inbox, metrics.timed(run), log);
    if (isScheduling) await startUpkeep(inbox, upkeep, log);
    log.info({ address, store: place.kind, role }, 'Chokepoint is running.');
    return { address, stop: () => stop(server, inbox, log) };
  } catch (error) {
    await inbox.close(0);
    throw error;
  }
}

async function listen(server: Server, { host, port }: Settings): Promise<string> {
  try {
    server.listen({ port, host, backlog: waitingConnections });
    await once(server, 'listening');
  } catch (error) {
    throw new CannotStart([
      {
        code: 'ADDRESS_UNUSABLE',
        message: `Chokepoint cannot listen on ${host}, port ${port}.`,
        found: error instanceof Error ? error.message : String(error),
        expected: 'an address of this machine and a port that nothing else uses',
        fix: 'Change HOST or PORT, or stop the program that uses the port.',
      },
    ]);
  }
  const bound = server.address();
  const boundPort = typeof bound === 'object' && bound !== null ? bound.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
}

/** A request still open after its grace is cut off unanswered: GitHub then knows that it failed. */
async function stop(server: Server, inbox: OpenInbox, log: Logger): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cutOff = setTimeout(() => server.closeAllConnections(), requestGraceMilliseconds);
  await closed;
  clearTimeout(cutOff);
  await inbox.close(jobGraceMilliseconds);
  log.info({}, 'Chokepoint has stopped.');
}
