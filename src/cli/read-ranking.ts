import type { Constraint } from '../core/constraint.ts';
import type { Policy } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import { type Ranked, rankCandidates } from '../core/scoring/rank.ts';
import type { IncompleteCandidate } from '../core/summary/week-facts.ts';
import type { BacklogCandidate } from '../tasks/judge-issues.ts';
import type { ForeignFiles } from '../tasks/ports/files.ts';
import { type BacklogWorld, readBacklog } from '../tasks/read-backlog.ts';
import { readCandidateForm } from '../tasks/read-candidate-form.ts';
import { readRules } from '../tasks/read-rules.ts';

/** The open candidates of one repository in their order, by its own rules. */
export interface RankingReading {
  readonly ranked: readonly Ranked<BacklogCandidate>[];
  readonly incomplete: readonly IncompleteCandidate[];
  readonly policy: Policy;
  /** Of the repository's config and form. */
  readonly problems: readonly Problem[];
}

/** Reads and ranks the backlog of a repository; `primary` stands in for the declared constraint. */
export async function readRanking(
  world: BacklogWorld & ForeignFiles,
  repository: string,
  primary?: Constraint | undefined,
): Promise<RankingReading> {
  const rules = await readRules(world, repository);
  const policy = primary === undefined ? rules.policy : withPrimary(rules.policy, primary);
  const { complete, incomplete } = await readBacklog(world, policy);
  const form = await readCandidateForm(world);
  return {
    ranked: rankCandidates(complete, policy.primary?.constraint ?? null),
    incomplete,
    policy,
    problems: [...rules.problems, ...form.problems],
  };
}

function withPrimary(policy: Policy, constraint: Constraint): Policy {
  return { ...policy, primary: { constraint, since: null, because: null, owner: null, metric: null } };
}
