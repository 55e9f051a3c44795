import { annotationsFor, renderJobSummary } from '../src/render/check-summary.ts';
import { planPullRequestCheck } from '../src/tasks/check-pull-request.ts';
import { applyPermitted, type Unwritten } from './apply-permitted.ts';
import type { Run } from './current-run.ts';
import { notOurDuty, type Report, toAnnotation } from './report.ts';

/** Checks the pull request of the event. The job fails by the conclusion only where no check run could be written. */
export async function runCheck(run: Run): Promise<Report> {
  const { inputs, world, now } = run;
  const { number, repository } = inputs;
  const settings = { repository, side: 'action' as const, now };
  const plan = number === null ? null : await planPullRequestCheck(world, number, settings);
  if (plan === null) {
    return { outputs: {}, jobSummary: '', annotations: [], failure: 'There is no pull request to check.' };
  }
  const { policy, report, context, head } = plan.report;
  const outputs = {
    conclusion: report.conclusion,
    codes: report.codes.join(','),
    constraint: report.constraint ?? '',
  };
  const writer = policy.duties['pull-requests'];
  if (writer !== 'action') {
    return { outputs, jobSummary: notOurDuty('pull-requests', writer), annotations: [], failure: null };
  }
  const unwritten = await applyPermitted(plan.changes, world, policy);
  const isReader = isReadOnly(unwritten, plan.changes.length, inputs.event);
  const problems = isReader ? [] : withoutRepeats(unwritten);
  const noCheck = unwritten.some(({ change }) => change.kind === 'publish-check');
  return {
    outputs,
    jobSummary: [
      renderJobSummary(report, context, head),
      ...(isReader ? ['The token may only read here, so this job alone tells the result.\n'] : []),
      ...problems.map(({ message, fix, expected = 'write' }) => `${message} Expected: ${expected}. ${fix}\n`),
    ].join('\n'),
    annotations: [
      ...annotationsFor({ ...report, problems: [] }),
      // Where the check run holds them, each on its line already, the job does not say them again.
      ...[...report.problems, ...(noCheck || inputs.dryRun ? (head?.problems ?? []) : []), ...problems].map(
        toAnnotation,
      ),
    ],
    failure:
      noCheck && report.conclusion === 'failure' ? 'Outside the constraint: see the job summary.' : null,
  };
}

/** A fork's run under `pull_request` has a token that may only read: that is as it should be, and no Problem. */
function isReadOnly(unwritten: readonly Unwritten[], planned: number, event: string): boolean {
  return event === 'pull_request' && unwritten.length > 0 && unwritten.length === planned;
}

/** One Problem for each permission that is missing, however many Changes wanted it. */
function withoutRepeats(unwritten: readonly Unwritten[]): readonly Unwritten['problem'][] {
  const byPermission = new Map(unwritten.map(({ problem }) => [problem.expected, problem]));
  return [...byPermission.values()];
}
