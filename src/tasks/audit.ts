import { type Audit, auditMerges } from '../core/audit/audit-merges.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Problem } from '../core/problem.ts';
import type { Files, ForeignFiles } from './ports/files.ts';
import type { MergedWorkList } from './ports/merged-work.ts';
import { readRules } from './read-rules.ts';

export interface AuditSettings {
  /** `owner/repo`. */
  readonly repository: string;
  /** The instant of the audit. */
  readonly now: string;
  /** How far it looks back, 1 or more. */
  readonly days: number;
  /** Instead of the declared one. */
  readonly primary: Constraint | null;
}

export interface Audited extends Audit {
  readonly repository: string;
  readonly days: number;
  readonly tellsFiles: boolean;
  /** What stands against the repository's config, if it has one. */
  readonly problems: readonly Problem[];
}

const dayMilliseconds = 24 * 60 * 60 * 1_000;

/** Says where the last merges of a repository went; reads only, and needs nothing installed (docs/audit.md). */
export async function audit(
  world: Files & ForeignFiles & MergedWorkList,
  { repository, now, days, primary }: AuditSettings,
): Promise<Audited> {
  const { policy, problems } = await readRules(world, repository);
  const since = new Date(Date.parse(now) - days * dayMilliseconds).toISOString();
  const work = await world.listMergedWork(since);
  const declared = primary ?? policy.primary?.constraint ?? null;
  const { tellsFiles } = world;
  return { ...auditMerges(work, policy, declared), repository, days, tellsFiles, problems };
}
