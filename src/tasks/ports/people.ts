import type { Account } from '../../core/account.ts';
import type { Permission } from '../../core/permission.ts';

export interface People {
  account(): Promise<Account>;
  permissionOf(login: string): Promise<Permission>;
  isPublic(): Promise<boolean>;
}
