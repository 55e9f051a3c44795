import { z } from 'zod';
import type { Client } from './client.ts';
import { orNull } from './fault.ts';

/** Where a repository is now; its numeric id outlives every name. `gone`: deleted, or no longer in reach. */
export type Place =
  | { readonly kind: 'here'; readonly name: string; readonly isArchived: boolean }
  | { readonly kind: 'gone' };

const repositoryShape = z.object({ full_name: z.string(), archived: z.boolean() });

/** Asks by the numeric id, so that a name given to another repository since leads nowhere wrong. */
export async function findPlace(client: Client, repositoryId: number): Promise<Place> {
  const answer = await orNull(
    client.request('GET /repositories/{repository_id}', { repository_id: repositoryId }),
  );
  if (answer === null) return { kind: 'gone' };
  const { full_name, archived } = repositoryShape.parse(answer.data);
  return { kind: 'here', name: full_name, isArchived: archived };
}
