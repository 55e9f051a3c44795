import type { Permission } from '../core/permission.ts';
import type { People } from './ports.ts';

/** Asks GitHub for each login once. A look-up that fails means no: the login is left out. */
export async function readPermissions(
  people: Pick<People, 'permissionOf'>,
  logins: readonly string[],
): Promise<ReadonlyMap<string, Permission>> {
  const permissions = new Map<string, Permission>();
  for (const login of new Set(logins.map((one) => one.toLowerCase()))) {
    const permission = await people.permissionOf(login).catch(() => 'none' as const);
    permissions.set(login, permission);
  }
  return permissions;
}
