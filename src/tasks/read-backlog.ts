import { type Constraint, constraints } from '../core/constraint.ts';
import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { Rankable } from '../core/scoring/order.ts';
import { toRatings } from '../core/scoring/ratings.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import type { IncompleteCandidate } from '../core/summary/week-facts.ts';
import { askFor } from '../render/ask-in-words.ts';
import { hasLabel, type Judged, judgeCandidate } from './judge-candidate.ts';
import type { Comment, Files, Issue, IssueLists, Issues, People } from './ports.ts';
import { readCandidateForm } from './read-candidate-form.ts';
import { isOwn } from './sticky-comment.ts';

export type BacklogWorld = Files & People & Issues & IssueLists;

/** An open, complete candidate with everything the order and the wording need. */
export interface BacklogCandidate extends Rankable {
  readonly title: string;
  readonly scored: Scored;
  readonly issue: Issue;
}

export interface Backlog {
  readonly complete: readonly BacklogCandidate[];
  readonly incomplete: readonly IncompleteCandidate[];
  readonly openByConstraint: Readonly<Record<Constraint, number>>;
}

/** Reads and scores every open candidate of one repository, commands included. */
export async function readBacklog(world: BacklogWorld, policy: Policy): Promise<Backlog> {
  const labels = [labelName('candidate', policy.labels)];
  const issues = await world.listIssues({ state: 'open', labels });
  const { template } = await readCandidateForm(world);
  const judged: { readonly issue: Issue; readonly judged: Judged }[] = [];
  for (const issue of issues) {
    const comments = await readTold(world, issue);
    judged.push({ issue, judged: await judgeCandidate({ issue, comments, template, policy }, world) });
  }
  return {
    complete: judged.flatMap(toComplete),
    incomplete: judged.flatMap(toIncomplete),
    openByConstraint: countOpen(issues, policy),
  };
}

/** The comments of people. One comment alone is most often our own answer; reading it would tell nothing. */
async function readTold(world: BacklogWorld, issue: Issue): Promise<readonly Comment[]> {
  if (issue.commentCount === 0) return [];
  const comments = await world.readComments(issue.number);
  const account = await world.account();
  return comments.filter((comment) => !isOwn(comment, account));
}

function toComplete({
  issue,
  judged: { scored },
}: {
  issue: Issue;
  judged: Judged;
}): readonly BacklogCandidate[] {
  const counted = toRatings(scored.counted);
  if (counted === null || scored.constraint === null || scored.verdict === 'incomplete') return [];
  const { repository, number, title, createdAt } = issue;
  const confirmed = scored.confirmation === 'confirmed';
  return [
    {
      repository,
      number,
      title,
      createdAt,
      constraint: scored.constraint,
      counted,
      confirmed,
      scored,
      issue,
    },
  ];
}

function toIncomplete({
  issue,
  judged: { scored },
}: {
  issue: Issue;
  judged: Judged;
}): readonly IncompleteCandidate[] {
  if (scored.verdict !== 'incomplete') return [];
  const [next] = scored.missing;
  const missing = next === undefined ? 'an answer that can be read in one way' : askFor(next).name;
  return [{ repository: issue.repository, number: issue.number, title: issue.title, missing }];
}

function countOpen(issues: readonly Issue[], policy: Policy): Readonly<Record<Constraint, number>> {
  const count = (constraint: Constraint) =>
    issues.filter(({ labels }) => hasLabel(labels, `constraint: ${constraint}`, policy.labels)).length;
  const counts = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };
  for (const constraint of constraints) counts[constraint] = count(constraint);
  return counts;
}
