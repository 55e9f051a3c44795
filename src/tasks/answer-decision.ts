import { dayOf } from '../core/calendar.ts';
import type { DecisionTold } from '../core/commands/resolve-decision.ts';
import { isAbout } from '../core/plan/declaration.ts';
import { type NextPrimary, nextPrimary } from '../core/plan/next-primary.ts';
import { latestReading, type MetricReading, readingsSince } from '../core/plan/status.ts';
import type { Policy } from '../core/policy.ts';
import type { Diagnosis } from '../core/summary/week-facts.ts';
import { decisionReplyMarker, renderDecisionReply } from '../render/decision/reply.ts';
import type { Change } from './change.ts';
import { planReactions } from './plan-reactions.ts';
import type { Reactions } from './ports/issues.ts';
import type { People } from './ports/people.ts';
import type { ReviewThread } from './read-reviews.ts';
import { planComment } from './sticky-comment.ts';

export interface DecisionAnswer {
  readonly review: ReviewThread;
  readonly policy: Policy;
  readonly readings: readonly MetricReading[];
  readonly diagnosis: Diagnosis | null;
  /** Where a new diagnosis is filed. */
  readonly diagnosisUrl: string;
}

/** The answer to the commands under a decision issue; a decision closes it. */
export async function planDecisionAnswer(
  world: Reactions & Pick<People, 'account'>,
  answer: DecisionAnswer,
): Promise<readonly Change[]> {
  const { review, policy, diagnosisUrl } = answer;
  const { thread, decision, outcomes, helpAsked, ours, told } = review;
  const { number, state, isLocked } = thread.issue;
  if (isLocked) return [];
  const decided = decision === null ? null : { told: decision, next: nextOf(decision, answer) };
  const { whoMayScore } = policy.scoring;
  const reply = renderDecisionReply({ decided, diagnosisUrl, outcomes, helpAsked, whoMayScore });
  const existing = ours.find(({ body }) => body.startsWith(decisionReplyMarker)) ?? null;
  const body = reply ?? `${decisionReplyMarker}\nNo decision is taken yet.`;
  const isAnswered = reply !== null || existing !== null;
  return [
    ...(isAnswered ? planComment(number, existing, decisionReplyMarker, body) : []),
    ...(await planReactions(world, told, outcomes)),
    ...(decided !== null && state === 'open' ? [{ kind: 'close-issue', number } as const] : []),
  ];
}

/** Nothing where something else is declared now. */
function nextOf(
  told: DecisionTold,
  { review, policy, readings, diagnosis }: DecisionAnswer,
): NextPrimary | null {
  const { primary, summary } = policy;
  if (primary === null || !isAbout(review.declaration, primary)) return null;
  const day = dayOf(told.at, summary.timeZone);
  const comesNext = nextConstraint(diagnosis, primary.constraint);
  const latest = latestReading(readingsSince(readings, primary), day);
  return nextPrimary(told.decision, primary, { day, latest, comesNext });
}

/** Where the last diagnosis points: to another constraint, or to the one after this. */
function nextConstraint(diagnosis: Diagnosis | null, declared: string) {
  const sequence = diagnosis === null ? [] : [diagnosis.constraint, ...diagnosis.comesAfter];
  return sequence.find((constraint) => constraint !== null && constraint !== declared) ?? null;
}
