import type { Policy } from '../core/policy.ts';
import { type Rankable, toRankable } from '../core/scoring/order.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import type { IncompleteCandidate } from '../core/summary/week-facts.ts';
import { askFor } from '../render/ask-in-words.ts';
import type { Judged } from './judge-candidate.ts';
import type { Files } from './ports/files.ts';
import type { IssueIndex } from './ports/issue-lists.ts';
import type { Comment, Issue } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { judgeThread } from './read-judged.ts';

export type JudgingWorld = Files & People & IssueIndex;

export interface JudgedIssue {
  readonly issue: Issue;
  readonly judged: Judged;
}

/** An open, complete candidate with everything the order and the wording need. */
export interface BacklogCandidate extends Rankable {
  readonly title: string;
  readonly scored: Scored;
  readonly labels: readonly string[];
}

/** Reads the comments of candidates, many in one request, and scores each, commands included. */
export async function judgeIssues(
  world: JudgingWorld,
  issues: readonly Issue[],
  policy: Policy,
): Promise<readonly JudgedIssue[]> {
  const discussed = issues.filter(({ commentCount }) => commentCount > 0).map(({ number }) => number);
  const written = discussed.length === 0 ? new Map() : await world.readCommentsOf(discussed);
  const judged: JudgedIssue[] = [];
  for (const issue of issues) {
    const comments: readonly Comment[] = written.get(issue.number) ?? [];
    judged.push({ issue, judged: await judgeThread(world, { issue, comments }, policy) });
  }
  return judged;
}

/** The candidate as it is ranked; nothing while it is incomplete. */
export function toComplete({ issue, judged: { scored } }: JudgedIssue): readonly BacklogCandidate[] {
  const rankable = toRankable(issue, scored);
  return rankable === null ? [] : [{ ...rankable, title: issue.title, scored, labels: issue.labels }];
}

/** The candidate with what is asked for next; nothing once it is complete. */
export function toIncomplete({ issue, judged: { scored } }: JudgedIssue): readonly IncompleteCandidate[] {
  if (scored.verdict !== 'incomplete') return [];
  const [next] = scored.missing;
  const missing = next === undefined ? 'an answer that can be read in one way' : askFor(next).name;
  return [{ repository: issue.repository, number: issue.number, title: issue.title, missing }];
}
