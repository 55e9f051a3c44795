import { isAbout } from '../core/plan/declaration.ts';
import type { Primary } from '../core/policy.ts';
import { diagnosisFormPath } from '../core/settings-files.ts';
import { planDecisionAnswer } from './answer-decision.ts';
import { apply } from './apply.ts';
import { applyReview, type PlanSettings, type ReviewWorld } from './apply-review.ts';
import { applySummary } from './apply-summary.ts';
import type { Issues } from './ports/issues.ts';
import type { Writer } from './ports/writer.ts';
import { planSummary, type SummaryWorld } from './post-summary.ts';
import { readAllReadings } from './read-all-readings.ts';
import { readLastDiagnosis } from './read-last-diagnosis.ts';
import { type Reviews, type ReviewThread, readReviews, reviewOf } from './read-reviews.ts';
import { readRules } from './read-rules.ts';

export interface DecisionSettings extends PlanSettings {
  /** Where people see it, such as https://github.com. */
  readonly serverUrl: string;
}

/**
 * Carries out what people wrote under decision issues: `/decide` closes the one of this declaration with the answer, a
 * reading goes into it, and the summary of this week says so. One about what is declared no longer is answered while it is
 * open, and closed by a decision, with nothing left to commit; one that was asked for twice is only closed.
 */
export async function applyDecisionAnswers(
  world: ReviewWorld & SummaryWorld & Writer & Pick<Issues, 'readLabelNames'>,
  settings: DecisionSettings,
): Promise<void> {
  const { repository, side, serverUrl, inPlaceOf = [] } = settings;
  const { policy } = await readRules(world, repository);
  if (policy.duties.summary !== side) return;
  const reviews = await readReviews(world, repository, policy, inPlaceOf);
  const readings = await readAllReadings(world, { repository, policy, inPlaceOf, reviews });
  const diagnosis = await readLastDiagnosis(world, policy);
  const form = diagnosisFormPath.split('/').at(-1);
  const diagnosisUrl = `${serverUrl}/${repository}/issues/new?template=${form}`;
  for (const review of answerable(reviews, policy.primary)) {
    const answer = { review, policy, readings, diagnosis, diagnosisUrl };
    await apply(await planDecisionAnswer(world, answer), world, policy);
  }
  await applyReview(world, settings);
  await applySummary(world, await planSummary(world, { ...settings, trigger: 'comment' }), settings);
}

/** The decision of this declaration, and those about others that are open and that somebody wrote a command under. */
function answerable(reviews: Reviews, primary: Primary | null): readonly ReviewThread[] {
  const current = reviewOf(reviews, primary);
  return reviews.threads.filter((review) => {
    const { thread, declaration, outcomes, helpAsked } = review;
    if (primary !== null && isAbout(declaration, primary)) return review === current;
    return thread.issue.state === 'open' && (outcomes.length > 0 || helpAsked);
  });
}
