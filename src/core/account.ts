/** The account that writes: the App's bot user, or the owner of the token. */
export interface Account {
  readonly login: string;
  /** `null` where only the login is known. */
  readonly id: number | null;
}

/** Whether one of these accounts wrote it; by id where that is known, for logins can be renamed. */
export function isOwn(
  { author, authorId }: { readonly author: string; readonly authorId: number },
  ...accounts: readonly Account[]
): boolean {
  return accounts.some(({ login, id }) =>
    id === null ? author.toLowerCase() === login.toLowerCase() : authorId === id,
  );
}

/** The accounts that hold a duty: the writer's own, and those it acts in the place of, known by their logins alone. */
export function holdersOf(account: Account, inPlaceOf: readonly string[]): readonly Account[] {
  return [account, ...inPlaceOf.map((login) => ({ login, id: null }))];
}
