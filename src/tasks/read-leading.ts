import { verdicts } from '../core/candidate.ts';
import { type Constraint, constraints } from '../core/constraint.ts';
import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { IncompleteCandidate, Reference } from '../core/summary/week-facts.ts';
import { hasLabel } from './judge-candidate.ts';
import {
  type BacklogCandidate,
  type JudgingWorld,
  judgeIssues,
  toComplete,
  toIncomplete,
} from './judge-issues.ts';
import type { IssueLists, IssuePages } from './ports/issue-lists.ts';
import type { Issue } from './ports/issues.ts';
import { readByLabels } from './read-by-labels.ts';
import { readOverview } from './read-overview.ts';

export type LeadingWorld = JudgingWorld & IssuePages & IssueLists;

/** As much of a backlog as the summary needs. */
export interface Leading {
  /** All open, complete candidates; of a large backlog those that lead. */
  readonly complete: readonly BacklogCandidate[];
  /** Whether `complete` holds every one of them. */
  readonly isWhole: boolean;
  readonly incomplete: readonly IncompleteCandidate[];
  readonly incompleteTotal: number;
  /** The oldest of those to rethink, at most 20 of them where the backlog is not read whole. */
  readonly rethinks: readonly (Reference & { readonly createdAt: string })[];
  readonly openByConstraint: Readonly<Record<Constraint, number>>;
  /** Candidates without a verdict label: the index of a large backlog does not lead to them. */
  readonly unlabelled: number;
}

/** Up to here every candidate is read: three pages cost less than looking for the best of them. */
const readWhole = 300;

/** Up to here that is done even for a few that no label leads to. */
const readWholeUnlabelled = 1_000;

const verdictKeys = [...verdicts, 'incomplete' as const].map((verdict) => `verdict: ${verdict}` as const);

/**
 * Reads the candidates that lead the backlog of one repository. The labels are its index, so that the cost does not
 * grow with the backlog (docs/summary.md, "What it costs").
 */
export async function readLeading(world: LeadingWorld, policy: Policy): Promise<Leading> {
  const overview = await readOverview(world, policy);
  const { countOf } = overview;
  const labelled = verdictKeys.reduce((sum, key) => sum + countOf(key), 0);
  const unlabelled = Math.max(0, countOf('candidate') - labelled);
  const isWhole = countOf('candidate') <= (unlabelled > 0 ? readWholeUnlabelled : readWhole);
  return isWhole ? readAll(world, policy) : { ...(await readByLabels(world, policy, overview)), unlabelled };
}

async function readAll(world: LeadingWorld, policy: Policy): Promise<Leading> {
  const issues = await world.listIssues({ state: 'open', labels: [labelName('candidate', policy.labels)] });
  const judged = await judgeIssues(world, issues, policy);
  const complete = judged.flatMap(toComplete);
  const incomplete = judged.flatMap(toIncomplete);
  return {
    complete,
    isWhole: true,
    incomplete,
    incompleteTotal: incomplete.length,
    rethinks: complete.filter(({ scored }) => scored.verdict === 'rethink'),
    openByConstraint: countEach((constraint) => countLabelled(issues, constraint, policy)),
    unlabelled: 0,
  };
}

function countLabelled(issues: readonly Issue[], constraint: Constraint, policy: Policy): number {
  return issues.filter(({ labels }) => hasLabel(labels, `constraint: ${constraint}`, policy.labels)).length;
}

/** A number for each constraint. */
export function countEach(count: (constraint: Constraint) => number): Readonly<Record<Constraint, number>> {
  const counts = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };
  for (const constraint of constraints) counts[constraint] = count(constraint);
  return counts;
}
