import { hasLabel } from '../core/labels.ts';
import type { Problem } from '../core/problem.ts';
import { realClock } from '../github/real-clock.ts';
import type { ConnectedRepository } from '../github/repository.ts';
import type { Job } from '../inbox/job.ts';
import type { Desk } from '../inbox/worker.ts';
import { planDiagnosisAnswer } from '../tasks/answer-diagnosis.ts';
import { apply } from '../tasks/apply.ts';
import { applyDecisionAnswers } from '../tasks/apply-decision.ts';
import { applyFields } from '../tasks/apply-fields.ts';
import { applyReview } from '../tasks/apply-review.ts';
import { applySummary, applySummaryAnswers } from '../tasks/apply-summary.ts';
import { planMilestoneCheck } from '../tasks/check-milestone.ts';
import { planPullRequestCheck } from '../tasks/check-pull-request.ts';
import { planIssueLabels } from '../tasks/label-issue.ts';
import { planSummary } from '../tasks/post-summary.ts';
import { readRules } from '../tasks/read-rules.ts';
import { recheckLinkedPullRequests } from '../tasks/recheck-linked.ts';
import { sweep } from '../tasks/sweep.ts';

export interface SubjectAtWork {
  readonly job: Job;
  readonly world: ConnectedRepository;
  /** `owner/repo`, as it is called now. */
  readonly repository: string;
  /** Where people see it, such as https://github.com. */
  readonly serverUrl: string;
  readonly now: string;
  readonly desk: Desk;
  /** Takes what could not be done and keeps nothing else from being done. */
  readonly tell: (problems: readonly Problem[]) => void;
}

/** Does for one subject what the product does for it: reads it as it is now, plans, applies. */
export async function workSubject(work: SubjectAtWork): Promise<void> {
  const { kind, number } = work.job.subject;
  if (kind === 'repository') return arrangeDuties(work);
  if (kind === 'summary') return postSummary(work);
  if (kind === 'sweep') return sweepRepository(work);
  if (number === null) return;
  if (kind === 'issue') return answerIssue(work, number);
  const { world, repository, now } = work;
  if (kind === 'pull-request') {
    const plan = await planPullRequestCheck(world, number, { repository, side: 'app', now });
    if (plan !== null) await apply(plan.changes, world, plan.report.policy);
    return;
  }
  const plan = await planMilestoneCheck(world, number, { repository, side: 'app' });
  if (plan !== null) await apply(plan.changes, world, plan.report.rules.policy);
}

async function answerIssue(
  { world, repository, serverUrl, now, tell }: SubjectAtWork,
  number: number,
): Promise<void> {
  const settings = { repository, serverUrl, side: 'app' as const };
  const plan = await planIssueLabels(world, number, settings);
  if (plan === null) return;
  const { issue, rules, judged } = plan.report;
  const { policy } = rules;
  await apply(plan.changes, world, policy);
  if (judged !== null || plan.changes.length > 0) {
    tell(await applyFields(world, number, judged?.scored ?? null, policy));
  }
  if (judged === null) {
    await apply(await planDiagnosisAnswer(world, issue, rules, { ...settings, now }), world, policy);
  }
  if (hasLabel(issue.labels, 'chokepoint: summary', policy.labels)) {
    await applySummaryAnswers(world, { repository, now, side: 'app' });
  }
  if (hasLabel(issue.labels, 'chokepoint: decision', policy.labels)) {
    await applyDecisionAnswers(world, { ...settings, now });
  }
  if (policy.duties['pull-requests'] === 'app' && policy.primary !== null) {
    const checked = await recheckLinkedPullRequests(world, number, { repository, side: 'app', now });
    for (const { changes } of checked) await apply(changes, world, policy);
  }
}

/** What the clock does for a repository follows from its config, and from the App being there (again). */
async function arrangeDuties({ job, world, repository, desk }: SubjectAtWork): Promise<void> {
  const { installationId } = job;
  await desk.retryLaidAside({ installationId, code: 'INSTALLATION_SUSPENDED' });
  const { policy } = await readRules(world, repository);
  const { duties, summary } = policy;
  const { timeZone } = summary;
  const isSweeping = duties.issues === 'app' || duties.milestones === 'app';
  await desk.arrange([
    ...(duties.summary === 'app' ? [{ duty: 'summary' as const, timeZone }] : []),
    ...(isSweeping ? [{ duty: 'sweep' as const, timeZone }] : []),
  ]);
}

/** The review comes first: the summary names its decision issue. */
async function postSummary({ world, repository, now }: SubjectAtWork): Promise<void> {
  const settings = { repository, now, side: 'app' as const };
  await world.readOpening();
  await applyReview(world, settings);
  const plan = await planSummary(world, { ...settings, trigger: 'schedule' });
  if (plan.report.rules.policy.duties.summary === 'app') await applySummary(world, plan, { repository });
}

async function sweepRepository({ world, repository, serverUrl }: SubjectAtWork): Promise<void> {
  await sweep(world, { repository, serverUrl, side: 'app', dryRun: false, clock: realClock });
}
