/** What the App asks of GitHub as itself, over all its installations. */

export interface LoggedDelivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  /** When GitHub tried. */
  readonly deliveredAt: Date;
}

/** GitHub's log of what it tried to deliver in the last three days, newest first. */
export interface DeliveryLog {
  /** `after` is the `next` of the page before; `null` is the first page, and the end. */
  readPage(after: string | null): Promise<{
    readonly deliveries: readonly LoggedDelivery[];
    readonly next: string | null;
  }>;
  /** Lets GitHub deliver it again, under the same GUID. */
  redeliver(id: number): Promise<void>;
}

export interface InstalledRepository {
  readonly installationId: number;
  readonly id: number;
  /** `owner/repo`. */
  readonly name: string;
}

export interface InstalledRepositories {
  /** Of all installations that are not suspended. */
  listRepositories(): Promise<readonly InstalledRepository[]>;
}
