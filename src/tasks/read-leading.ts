import { verdictsOrIncomplete } from '../core/candidate.ts';
import { type Constraint, perConstraint } from '../core/constraint.ts';
import { hasLabel, labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import { judgeIssues, toComplete, toIncomplete } from './judge-issues.ts';
import type { Leading, LeadingWorld } from './leading.ts';
import type { Issue } from './ports/issues.ts';
import { readByLabels } from './read-by-labels.ts';
import { readOverview } from './read-overview.ts';

/** Up to here every candidate is read: three pages cost less than looking for the best of them. */
const readWhole = 300;

/** Up to here that is done even for a few that no label leads to. */
const readWholeUnlabelled = 1_000;

const verdictKeys = verdictsOrIncomplete.map((verdict) => `verdict: ${verdict}` as const);

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
    openByConstraint: perConstraint((constraint) => countLabelled(issues, constraint, policy)),
    unlabelled: 0,
  };
}

function countLabelled(issues: readonly Issue[], constraint: Constraint, policy: Policy): number {
  return issues.filter(({ labels }) => hasLabel(labels, `constraint: ${constraint}`, policy.labels)).length;
}
