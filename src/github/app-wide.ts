import { z } from 'zod';
import type { DeliveryLog, InstalledRepositories, InstalledRepository } from '../tasks/ports/app-wide.ts';
import type { Client } from './client.ts';
import { limits } from './limits.ts';

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
        per_page: limits.pageSize,
        ...cursor,
      });
      const next = /<([^>]+)>;\s*rel="next"/.exec(headers.link ?? '')?.[1];
      const following = next === undefined ? null : new URL(next).searchParams.get('cursor');
      return { deliveries: deliveriesShape.parse(data), next: following };
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
      const found: InstalledRepository[] = [];
      for (let page = 1; ; page += 1) {
        const query = { per_page: limits.pageSize, page };
        const { data } = await client.request('GET /app/installations', query);
        for (const { id, suspended_at } of data) {
          if (suspended_at === null) found.push(...(await listOf(clientOf(id), id)));
        }
        if (data.length < limits.pageSize) return found;
      }
    },
  };
}

async function listOf(client: Client, installationId: number): Promise<readonly InstalledRepository[]> {
  const found: InstalledRepository[] = [];
  for (let page = 1; ; page += 1) {
    const query = { per_page: limits.pageSize, page };
    const { data } = await client.request('GET /installation/repositories', query);
    const { repositories } = data;
    found.push(
      ...repositories.map(({ id, full_name }) => ({ installationId, id: Number(id), name: full_name })),
    );
    if (repositories.length < limits.pageSize) return found;
  }
}
