import type { Permission } from '../../core/permission.ts';

/** The account that writes: the App's bot user, or the owner of the token. */
export interface Account {
  readonly login: string;
  /** `null` where only the login is known. */
  readonly id: number | null;
}

export interface People {
  account(): Promise<Account>;
  permissionOf(login: string): Promise<Permission>;
  isPublic(): Promise<boolean>;
}
