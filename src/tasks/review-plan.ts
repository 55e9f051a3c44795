import { dayOf } from '../core/calendar.ts';
import { isSameDeclaration } from '../core/plan/declaration.ts';
import { planDayOf, reviewDay } from '../core/plan/phase.ts';
import { paceOf } from '../core/plan/review.ts';
import type { MetricReading } from '../core/plan/status.ts';
import type { Policy } from '../core/policy.ts';
import { readFilledIn } from '../render/decision/filled-in.ts';
import { decisionMarker } from '../render/decision/record.ts';
import { renderDecisionIssue } from '../render/decision-issue.ts';
import type { Change, Plan } from './change.ts';
import { planIssue } from './plan-issue.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { Issue } from './ports/issues.ts';
import type { MergesWorld } from './read-merges.ts';
import { type DeclaredPlan, readPlanRecord } from './read-plan-record.ts';
import { type Reviews, reviewOf } from './read-reviews.ts';

export interface ReviewSettings {
  /** `owner/repo`. */
  readonly repository: string;
  readonly now: string;
  readonly policy: Policy;
  readonly reviews: Reviews;
  /** Of the metric, from summaries and decision issues. */
  readonly readings: readonly MetricReading[];
}

/**
 * Plans the decision issue of the declaration: opened from day 76 on, once, and kept up to date while it is open.
 * The report is its number, `null` where there is none yet.
 */
export async function planReview(
  world: MergesWorld & Threads,
  { repository, now, policy, reviews, readings }: ReviewSettings,
): Promise<Plan<number | null>> {
  const { primary } = policy;
  const standing = reviewOf(reviews, primary)?.thread.issue ?? null;
  const doubled = standing === null ? [] : planClosing(standing, reviews);
  const nothing = { changes: doubled, report: standing?.number ?? null };
  if (primary === null || primary.since === null || standing?.state === 'closed') return nothing;
  const today = dayOf(now, policy.summary.timeZone);
  const { day, planEnds } = planDayOf(primary.since, today);
  if (day < reviewDay) return nothing;
  const declared: DeclaredPlan = { ...primary, since: primary.since };
  const { record, paced } = await readPlanRecord(world, repository, declared, readings, policy);
  const filled = readFilledIn(standing?.body ?? '');
  const pace = paceOf(declared.since, paced);
  const rendered = renderDecisionIssue({ record, pace, today, planEnds, filled });
  const marker = decisionMarker(repository, record);
  const written = planIssue(standing, rendered, marker, 'chokepoint: decision', policy);
  return { ...nothing, changes: [...written, ...doubled] };
}

/** Two writers at once may each have opened one: the older stands, the younger is closed with a link to it. */
function planClosing(standing: Issue, { threads }: Reviews): readonly Change[] {
  const own = threads.find(({ thread }) => thread.issue === standing)?.declaration;
  const younger = threads.filter(({ declaration, thread: { issue } }) => {
    const isSame = own !== undefined && isSameDeclaration(declaration, own);
    return isSame && issue.state === 'open' && issue.number !== standing.number;
  });
  const marker = '<!-- chokepoint:doubled-decision -->';
  return younger.flatMap(({ thread: { issue } }): readonly Change[] => [
    {
      kind: 'post-comment',
      number: issue.number,
      marker,
      body: `${marker}\nThis decision is asked for in #${standing.number}.`,
    },
    { kind: 'close-issue', number: issue.number },
  ]);
}
