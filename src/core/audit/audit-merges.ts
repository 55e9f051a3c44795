import { type Constraint, perConstraint } from '../constraint.ts';
import { findExemption } from '../drift/exemption.ts';
import type { Policy } from '../policy.ts';
import { type ClassifiedMerge, classifyMerge } from './classify-merge.ts';
import type { MergedWork } from './merged-work.ts';
import { type ClassifyProposal, proposeClassify } from './propose-classify.ts';

export interface Audit {
  /** Not exempt, newest first, each with what decided. */
  readonly merges: readonly ClassifiedMerge[];
  /** Left out of all counts by `drift.exempt`. */
  readonly exempt: number;
  /** How many of `merges` say which constraint they served. */
  readonly classified: number;
  readonly byConstraint: Readonly<Record<Constraint, number>>;
  /** Merges on the primary constraint; `null` while none is declared. */
  readonly onPrimary: number | null;
  readonly primary: Constraint | null;
  readonly proposal: ClassifyProposal;
}

/**
 * Where the merges of a repository went, before anything is installed (docs/audit.md). `primary` is the declared
 * constraint, or the one to try.
 */
export function auditMerges(work: readonly MergedWork[], policy: Policy, primary: Constraint | null): Audit {
  const counted = work.filter((one) => !isExempt(one, policy));
  const merges = counted.map((one) => classifyMerge(one, policy));
  const byConstraint = perConstraint(
    (constraint) => merges.filter((merge) => merge.constraint === constraint).length,
  );
  return {
    merges,
    exempt: work.length - counted.length,
    classified: merges.filter(({ constraint }) => constraint !== null).length,
    byConstraint,
    onPrimary: primary === null ? null : byConstraint[primary],
    primary,
    proposal: proposeClassify(merges),
  };
}

/** Files that were not asked for exempt nothing. */
function isExempt({ labels, author, title, files }: MergedWork, policy: Policy): boolean {
  return findExemption({ labels, author, title, files: files ?? 'unreadable' }, policy) !== null;
}
