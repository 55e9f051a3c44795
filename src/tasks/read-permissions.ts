import type { Permission } from '../core/permission.ts';
import { isPutOff } from './ports/fault.ts';
import type { People } from './ports/people.ts';

/**
 * Asks GitHub for each login once. A look-up that fails means no; only one that GitHub asks to repeat later
 * (its rate limit) rejects, since the whole job is put off then.
 */
export async function readPermissions(
  people: Pick<People, 'permissionOf'>,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Permission>> {
  const permissions = new Map<string, Permission>();
  for (const login of new Set(logins.map((one) => one.toLowerCase()))) {
    permissions.set(login, await people.permissionOf(login).catch(orNone));
  }
  return permissions;
}

function orNone(error: unknown): Permission {
  if (isPutOff(error)) throw error;
  return 'none';
}
