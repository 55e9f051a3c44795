import { z } from 'zod';
import type { DeliveryLog, InstalledRepositories, InstalledRepository } from '../tasks/ports/app-wide.ts';
import type { Client } from './client.ts';
import { nextOf, pageSize, readPages } from './pages.ts';

const deliveriesShape = z.array(
  z
    .object({ id: z.number(), guid: z.string(), event: z.string(), delivered_at: z.coerce.date() })
    .transform(({ delivered_at: deliveredAt, ...rest }) => ({ ...rest, deliveredAt })),
);

/** The log of the App's webhook; `client` is signed in as the App itself. Rejects with `GitHubFault`. */
export function connectDeliveryLog(client: Client): DeliveryLog {
  return {
    async readPage(after) {
      const cursor = after === null ? {} : { cursor: after };
      const { data, headers } = await client.request('GET /app/hook/deliveries', {
        per_page: pageSize,
        ...cursor,
      });
      return { deliveries: deliveriesShape.parse(data), next: nextOf(headers)?.get('cursor') ?? null };
    },
    async redeliver(delivery_id) {
      await client.request('POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id });
    },
  };
}

/** Every repository the App is installed on; `clientOf` is signed in as one installation. */
export function connectInstallations(
  client: Client,
  clientOf: (installationId: number) => Client,
): InstalledRepositories {
  return {
    async listRepositories() {
      const installations = await readPages(
        (page) => client.request('GET /app/installations', page),
        ({ id, suspended_at }) => ({ id, isSuspended: suspended_at !== null }),
      );
      const found: InstalledRepository[] = [];
      for (const { id, isSuspended } of installations) {
        if (!isSuspended) found.push(...(await listOf(clientOf(id), id)));
      }
      return found;
    },
  };
}

function listOf(client: Client, installationId: number): Promise<readonly InstalledRepository[]> {
  return readPages(
    async (page) => {
      const { data, headers } = await client.request('GET /installation/repositories', page);
      return { data: data.repositories, headers };
    },
    ({ id, full_name }) => ({ installationId, id: Number(id), name: full_name }),
  );
}
