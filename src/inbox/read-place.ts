import type { StorePlace } from './store.ts';

/** Where the operator keeps the store: `DATABASE_URL`, else the folder `CHOKEPOINT_DATA`, `chokepoint-data` by default. */
export function readPlace(env: {
  readonly DATABASE_URL?: string | undefined;
  readonly CHOKEPOINT_DATA?: string | undefined;
}): StorePlace {
  if (env.DATABASE_URL) return { kind: 'postgresql', url: env.DATABASE_URL };
  return { kind: 'folder', folder: env.CHOKEPOINT_DATA || 'chokepoint-data' };
}
