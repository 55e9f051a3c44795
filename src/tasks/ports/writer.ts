import type { Change } from '../change.ts';

export interface Written {
  readonly url: string | null;
  readonly number: number | null;
}

/** Carries out one Change with at most one request; says whether anything was written, and where. */
export interface Writer {
  write(change: Change): Promise<Written>;
}
