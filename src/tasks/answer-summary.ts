import { weekOf } from '../core/plan/week.ts';
import type { Policy } from '../core/policy.ts';
import { renderSummaryReply, summaryReplyMarker } from '../render/summary/reply.ts';
import type { Change, Plan } from './change.ts';
import { planReactions } from './plan-reactions.ts';
import type { Files, ForeignFiles } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Reactions } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import { readOwnSummaries, readStateOf } from './read-own-summaries.ts';
import { inOrder, readReadings, type ThreadTold } from './read-readings.ts';
import { type Rules, readRules } from './read-rules.ts';
import { planComment } from './sticky-comment.ts';

export type AnswerWorld = Files & ForeignFiles & People & Reactions & Threads;

export interface SummaryAnswered {
  readonly rules: Rules;
  /** The summary of this week shows other readings than are recorded now: it has to be written anew. */
  readonly isOutdated: boolean;
}

export interface AnswerSettings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly side: 'app' | 'action';
}

/** Answers the commands under our summaries (docs/commands.md) after somebody commented there. */
export async function planSummaryAnswers(
  world: AnswerWorld,
  { repository, now, side }: AnswerSettings,
): Promise<Plan<SummaryAnswered>> {
  const rules = await readRules(world, repository);
  const { policy } = rules;
  if (policy.duties.summary !== side) return { changes: [], report: { rules, isOutdated: false } };
  const { summaries, accounts } = await readOwnSummaries(world, repository, policy, []);
  const told = await readReadings(world, summaries, 'summary', accounts, policy);
  const { key } = weekOf(now, policy.summary.day, policy.summary.timeZone);
  const standing = summaries.find(({ week }) => week === key);
  const shown = standing === undefined ? null : readStateOf(standing, repository).state;
  const recorded = inOrder(told.flatMap(({ readings }) => readings));
  const isOutdated =
    shown !== null &&
    recorded.some(({ day, value }) => !shown.readings.some((one) => one.day === day && one.value === value));
  const isLeft = shown !== null && shown.readings.length !== recorded.length;
  return {
    changes: await planAnswers(world, told, policy),
    report: { rules, isOutdated: isOutdated || isLeft },
  };
}

/** The reactions to the commands under summaries, and one comment there where one was refused or help was asked for. */
export async function planAnswers(
  world: Reactions & Pick<People, 'account'>,
  threads: readonly ThreadTold[],
  policy: Policy,
): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const { thread, ours, told, outcomes, helpAsked } of threads) {
    if (thread.issue.isLocked) continue;
    const { number } = thread.issue;
    const existing = ours.find(({ body }) => body.startsWith(summaryReplyMarker)) ?? null;
    const reply = renderSummaryReply(outcomes, helpAsked, policy.scoring.whoMayScore);
    if (reply !== null || existing !== null) {
      const body = reply ?? `${summaryReplyMarker}\nAll commands here are carried out.`;
      changes.push(...planComment(number, existing, summaryReplyMarker, body));
    }
    changes.push(...(await planReactions(world, told, outcomes)));
  }
  return changes;
}
