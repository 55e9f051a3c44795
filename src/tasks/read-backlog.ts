import { labelName } from '../core/labels.ts';
import type { Policy } from '../core/policy.ts';
import type { IncompleteCandidate } from '../core/summary/week-facts.ts';
import {
  type BacklogCandidate,
  type JudgingWorld,
  judgeIssues,
  toComplete,
  toIncomplete,
} from './judge-issues.ts';
import type { IssueLists } from './ports/issue-lists.ts';
import type { Issues } from './ports/issues.ts';

export type BacklogWorld = JudgingWorld & Issues & IssueLists;

export interface Backlog {
  readonly complete: readonly BacklogCandidate[];
  readonly incomplete: readonly IncompleteCandidate[];
}

/** Reads and scores every open candidate of one repository, commands included. */
export async function readBacklog(world: BacklogWorld, policy: Policy): Promise<Backlog> {
  const labels = [labelName('candidate', policy.labels)];
  const judged = await judgeIssues(world, await world.listIssues({ state: 'open', labels }), policy);
  return { complete: judged.flatMap(toComplete), incomplete: judged.flatMap(toIncomplete) };
}
