import { apply } from '../src/tasks/apply.ts';
import { planIssueLabels } from '../src/tasks/label-issue.ts';
import { notOurDuty, type Report, toAnnotation } from './report.ts';
import type { Run } from './run.ts';

/** Labels and answers the issue of the event, where that is the Action's duty. */
export async function runIssue({ inputs, world }: Run): Promise<Report> {
  const { number, repository, serverUrl } = inputs;
  const settings = { repository, serverUrl, side: 'action' as const };
  const plan = number === null ? null : await planIssueLabels(world, number, settings);
  const quiet = { outputs: {}, annotations: [], failure: null };
  if (plan === null) return { ...quiet, jobSummary: 'There is no such issue any more.\n' };
  const { rules, judged } = plan.report;
  const writer = rules.policy.duties.issues;
  const annotations = rules.problems.map(toAnnotation);
  if (writer !== 'action') return { ...quiet, annotations, jobSummary: notOurDuty('issues', writer) };
  if (!inputs.dryRun) await apply(plan.changes, world, rules.policy);
  const told =
    judged === null
      ? 'not a candidate'
      : `*${judged.scored.verdict}*, ${judged.scored.score ?? 'no score yet'}`;
  return { ...quiet, annotations, jobSummary: `#${number}: ${told}. ${plan.changes.length} Changes.\n` };
}
