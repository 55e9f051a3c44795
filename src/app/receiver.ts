import type { Server } from 'node:http';
import { createNodeMiddleware, type Logger, Probot } from 'probot';
import type { Inbox, OpenInbox } from '../inbox/store.ts';
import { webhookEvents } from '../inbox/subject.ts';
import { within } from '../inbox/within.ts';
import type { Settings } from './env.ts';
import { payloadLimitBytes } from './guard.ts';
import type { Metrics } from './metrics.ts';
import { chokepointApp, storeDeadlineMilliseconds } from './probot-app.ts';
import { createAppServer, type Deliver, webhookPath } from './server.ts';

export interface Receiving {
  readonly settings: Settings;
  readonly inbox: Inbox & Pick<OpenInbox, 'boss'>;
  readonly metrics: Metrics;
  readonly log: Logger;
  readonly deadlineMilliseconds?: number;
}

const readyDeadlineMilliseconds = 2_000;
const knownEvents: ReadonlySet<string> = new Set([...webhookEvents, 'ping']);

/** The guard, Probot behind it and the inbox behind both, as a server that does not listen yet. */
export async function createReceiver(receiving: Receiving): Promise<Server> {
  const { webhookSecret, previousWebhookSecret } = receiving.settings;
  return createAppServer({
    guard: {
      secrets: previousWebhookSecret === null ? [webhookSecret] : [webhookSecret, previousWebhookSecret],
      limitBytes: payloadLimitBytes,
      isKnownEvent: (event) => knownEvents.has(event),
    },
    secret: webhookSecret,
    deliver: await createDeliver(receiving),
    checkReady: () => within(readyDeadlineMilliseconds, receiving.inbox.ping()),
    renderMetrics: async () => {
      const { contentType, render } = receiving.metrics;
      return { contentType, text: await within(readyDeadlineMilliseconds, render(receiving.inbox)) };
    },
    onAnswer: receiving.metrics.countAnswer,
    isReceiving: receiving.settings.role !== 'worker',
    log: receiving.log,
  });
}

/**
 * Probot receives and dispatches. Jobs ask GitHub through Chokepoint's own client, never through
 * Probot's, which repeats writes: what stores an event is not given it.
 */
async function createDeliver({ settings, inbox, log, deadlineMilliseconds }: Receiving): Promise<Deliver> {
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.webhookSecret,
    baseUrl: settings.apiUrl,
    log,
  });
  await probot.ready();
  const app = chokepointApp(inbox, log, deadlineMilliseconds ?? storeDeadlineMilliseconds);
  return createNodeMiddleware(app, { probot, webhooksPath: webhookPath });
}
