import type { Change } from '../change.ts';

export interface Written {
  readonly url: string | null;
  readonly number: number | null;
  /** Logins that GitHub takes for no assignee here: the issue was opened without them. */
  readonly unassigned?: readonly string[];
}

/** Carries out one Change, with one request where GitHub takes it; says whether anything was written, and where. */
export interface Writer {
  write(change: Change): Promise<Written>;
}
