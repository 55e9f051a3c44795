/** What a person may do on a repository, as GitHub's permission look-up tells it. */
const permissions = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;

export type Permission = (typeof permissions)[number];

/** A maintainer's permission includes push. */
export function isMaintainer(permission: Permission): boolean {
  return permissions.indexOf(permission) >= permissions.indexOf('write');
}

/** A triager's permission includes triage. */
export function isTriager(permission: Permission): boolean {
  return permissions.indexOf(permission) >= permissions.indexOf('triage');
}
