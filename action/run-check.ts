import { GitHubFault } from '../src/github/fault.ts';
import { annotationsFor, renderJobSummary } from '../src/render/check-summary.ts';
import { apply } from '../src/tasks/apply.ts';
import type { Change, Plan } from '../src/tasks/change.ts';
import { type PullRequestChecked, planPullRequestCheck } from '../src/tasks/check-pull-request.ts';
import { notOurDuty, type Report } from './report.ts';
import type { Run } from './run.ts';

/** Checks the pull request of the event. The job fails by the conclusion only where no check run could be written. */
export async function runCheck(run: Run): Promise<Report> {
  const { inputs, world, now } = run;
  const { number, repository } = inputs;
  const settings = { repository, side: 'action' as const, now };
  const plan = number === null ? null : await planPullRequestCheck(world, number, settings);
  if (plan === null) {
    return { outputs: {}, jobSummary: '', annotations: [], failure: 'There is no pull request to check.' };
  }
  const { policy, report, context } = plan.report;
  const writer = policy.duties['pull-requests'];
  const mine = writer === 'action';
  const unwritten = mine && !inputs.dryRun ? await write(plan, run) : [];
  const noCheck = unwritten.some(({ kind }) => kind === 'publish-check');
  const lines = [
    ...(mine ? [] : [notOurDuty('pull-requests', writer)]),
    renderJobSummary(report, context),
    ...(unwritten.length === 0
      ? []
      : [`The token may only read here, so this job alone tells the result.\n`]),
  ];
  return {
    outputs: {
      conclusion: report.conclusion,
      codes: report.codes.join(','),
      constraint: report.constraint ?? '',
    },
    jobSummary: lines.join('\n'),
    annotations: mine ? annotationsFor(report) : [],
    failure:
      noCheck && report.conclusion === 'failure' ? 'Outside the constraint: see the job summary.' : null,
  };
}

/** What could not be written because the token may not, as in a fork's run; anything else is a fault. */
async function write(plan: Plan<PullRequestChecked>, { world }: Run): Promise<readonly Change[]> {
  const unwritten: Change[] = [];
  for (const change of plan.changes) {
    try {
      await apply([change], world, plan.report.policy);
    } catch (error) {
      const refused = error instanceof GitHubFault && error.problem.code === 'GITHUB_PERMISSION_MISSING';
      if (!refused) throw error;
      unwritten.push(change);
    }
  }
  return unwritten;
}
