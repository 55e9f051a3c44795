import type { Policy } from '../core/policy.ts';
import type { WeekFacts } from '../core/summary/week-facts.ts';
import type { Files } from './ports/files.ts';
import type { Threads } from './ports/issue-lists.ts';
import type { People } from './ports/people.ts';
import { readLastDiagnosis } from './read-last-diagnosis.ts';
import { type Reviews, reviewOf } from './read-reviews.ts';

/** What a summary tells of the loop around the plan: the last diagnosis, and the decision about this declaration. */
export async function readPlanFacts(
  world: Files & People & Threads,
  policy: Policy,
  reviews: Reviews,
): Promise<Pick<WeekFacts, 'diagnosis' | 'review'>> {
  const review = reviewOf(reviews, policy.primary);
  return {
    diagnosis: await readLastDiagnosis(world, policy),
    review:
      review === null
        ? null
        : { number: review.thread.issue.number, decision: review.decision?.decision ?? null },
  };
}
