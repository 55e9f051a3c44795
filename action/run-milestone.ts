import { milestoneSentence } from '../src/render/milestone-block.ts';
import { planMilestoneCheck } from '../src/tasks/check-milestone.ts';
import { applyPermitted } from './apply-permitted.ts';
import type { Run } from './current-run.ts';
import { notOurDuty, type Report, toAnnotation } from './report.ts';

/** Recomputes the focus of the event's milestone and keeps it in its description. */
export async function runMilestone({ inputs, world }: Run): Promise<Report> {
  const { milestone: number, repository } = inputs;
  const plan =
    number === null ? null : await planMilestoneCheck(world, number, { repository, side: 'action' });
  const quiet = { outputs: {}, jobSummary: '', annotations: [], failure: null };
  if (plan === null) return { ...quiet, jobSummary: 'There is no such milestone any more.\n' };
  const { rules, report, milestone } = plan.report;
  const writer = rules.policy.duties.milestones;
  if (writer !== 'action') return { ...quiet, jobSummary: notOurDuty('milestones', writer) };
  const unwritten = await applyPermitted(plan.changes, world, rules.policy);
  const problems = [...rules.problems, ...unwritten.map(({ problem }) => problem)];
  const sentence = milestoneSentence(report);
  const isBelow = report.conclusion === 'warning';
  const title = `Chokepoint: milestone ${milestone.number}`;
  return {
    ...quiet,
    outputs: { conclusion: report.conclusion },
    jobSummary: `Milestone ${milestone.number}: ${sentence}\n`,
    annotations: [
      ...(isBelow ? [{ level: 'warning' as const, title, message: sentence }] : []),
      ...problems.map(toAnnotation),
    ],
  };
}
