import type { Account } from '../../core/account.ts';
import type { Edit } from '../../core/commands/candidate-record.ts';
import type { Permission } from '../../core/permission.ts';

export interface People {
  account(): Promise<Account>;
  permissionOf(login: string): Promise<Permission>;
  isPublic(): Promise<boolean>;
  /** Who changed the body of an issue last; `null` where nobody did. */
  lastEditOf(issue: number): Promise<Edit | null>;
}
