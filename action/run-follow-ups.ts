import { GitHubFault } from '../src/github/fault.ts';
import { readRules } from '../src/tasks/read-rules.ts';
import { recheckLinkedPullRequests } from '../src/tasks/recheck-linked.ts';
import { applyPermitted } from './apply-permitted.ts';
import type { Run } from './current-run.ts';
import { type Report, toAnnotation } from './report.ts';
import { runMilestone } from './run-milestone.ts';

/**
 * What else the event's subject touches, where that is the Action's duty: the open pull requests linked to an
 * issue are checked again, the milestone is recomputed. A fault here leaves what was done before as it is.
 */
export async function runFollowUps(run: Run): Promise<Report> {
  const { inputs, world } = run;
  const { duties, primary } = (await readRules(world, inputs.repository)).policy;
  const isIssue = inputs.number !== null && !inputs.isPullRequest;
  const reports: Report[] = [];
  if (isIssue && duties['pull-requests'] === 'action' && primary !== null) {
    reports.push(await guarded(() => recheckLinked(run)));
  }
  if (inputs.milestone !== null && duties.milestones === 'action' && primary !== null) {
    reports.push(await guarded(() => runMilestone(run)));
  }
  return {
    outputs: {},
    jobSummary: reports.map(({ jobSummary }) => jobSummary).join('\n'),
    annotations: reports.flatMap(({ annotations }) => annotations),
    failure: reports.find(({ failure }) => failure !== null)?.failure ?? null,
  };
}

async function recheckLinked({ inputs, world, now }: Run): Promise<Report> {
  const { number, repository } = inputs;
  const settings = { repository, side: 'action' as const, now };
  const checked = number === null ? [] : await recheckLinkedPullRequests(world, number, settings);
  const lines: string[] = [];
  const problems = new Map<string, Report['annotations'][number]>();
  for (const { changes, report } of checked) {
    const unwritten = await applyPermitted(changes, world, report.policy);
    for (const { problem } of unwritten) problems.set(problem.expected ?? '', toAnnotation(problem));
    lines.push(`Checked again: #${report.pullRequest.number}, ${report.report.conclusion}.\n`);
  }
  return {
    outputs: {},
    jobSummary: lines.join(''),
    annotations: [...problems.values()],
    failure: null,
  };
}

async function guarded(work: () => Promise<Report>): Promise<Report> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitHubFault)) throw error;
    const { problem, retry } = error;
    const failure = retry === 'never' ? null : `${problem.code}: ${problem.message} ${problem.fix}`;
    return { outputs: {}, jobSummary: '', annotations: [toAnnotation(problem)], failure };
  }
}
