/** Sends signed webhooks, keeps their log, and sends one again when asked. */
import { createHmac, randomUUID } from 'node:crypto';

export interface DeliveryRecord {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** null while it is under way, 0 when nothing answered. */
  statusCode: number | null;
  durationSeconds: number;
}

export interface Deliveries {
  readonly log: DeliveryRecord[];
  send(event: string, payload: Readonly<Record<string, unknown>>, ids: DeliveryIds): void;
  redeliver(guid: string): Promise<void>;
  settle(): Promise<void>;
  setUrl(url: string | null): void;
}

interface DeliveryIds {
  readonly installationId: number | null;
  readonly repositoryId: number | null;
}

/** GitHub waits this long for an answer, and never tries again by itself. */
const ANSWER_WITHIN_MILLISECONDS = 10_000;

export function createDeliveries(options: {
  readonly secret: string;
  readonly hookId: number;
  readonly url: string | null;
  readonly now: () => string;
}): Deliveries {
  const log: DeliveryRecord[] = [];
  const underWay = new Set<Promise<void>>();
  let url = options.url;
  let nextId = 12_345_678_901;

  async function post(record: DeliveryRecord): Promise<void> {
    const body = JSON.stringify(record.payload);
    const startedAt = performance.now();
    if (url === null) {
      record.statusCode = 0;
      return;
    }
    try {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/0000000',
          'x-github-delivery': record.guid,
          'x-github-event': record.event,
          'x-github-hook-id': String(options.hookId),
          'x-github-hook-installation-target-type': 'integration',
          'x-hub-signature-256': `sha256=${createHmac('sha256', options.secret).update(body).digest('hex')}`,
        },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MILLISECONDS),
      });
      await response.arrayBuffer();
      record.statusCode = response.status;
    } catch {
      record.statusCode = 0;
    }
    record.durationSeconds = (performance.now() - startedAt) / 1_000;
  }

  function start(record: DeliveryRecord): Promise<void> {
    log.push(record);
    const sending = post(record).finally(() => underWay.delete(sending));
    underWay.add(sending);
    return sending;
  }

  return {
    log,
    send: (event, payload, ids) => {
      const action = typeof payload['action'] === 'string' ? payload['action'] : null;
      nextId += 1;
      void start({
        id: nextId,
        guid: randomUUID(),
        event,
        action,
        deliveredAt: options.now(),
        redelivery: false,
        ...ids,
        payload,
        statusCode: null,
        durationSeconds: 0,
      });
    },
    redeliver: async (guid) => {
      const first = log.find((record) => record.guid === guid);
      if (first === undefined) throw new Error(`No delivery has the guid ${guid}`);
      nextId += 1;
      await start({
        ...first,
        id: nextId,
        deliveredAt: options.now(),
        redelivery: true,
        statusCode: null,
        durationSeconds: 0,
      });
    },
    settle: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    setUrl: (next) => {
      url = next;
    },
  };
}
