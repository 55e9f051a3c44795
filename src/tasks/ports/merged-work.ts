import type { MergedWork } from '../../core/audit/merged-work.ts';

export interface MergedWorkList {
  /** Whether changed files and linked issues come along. */
  readonly tellsFiles: boolean;
  /** Merged at or after `since`, the last updated first. */
  listMergedWork(since: string): Promise<readonly MergedWork[]>;
}
