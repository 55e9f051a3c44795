import { hasLabel } from '../src/core/labels.ts';
import { planDiagnosisAnswer } from '../src/tasks/answer-diagnosis.ts';
import { apply } from '../src/tasks/apply.ts';
import { applyDecisionAnswers } from '../src/tasks/apply-decision.ts';
import { applyFields } from '../src/tasks/apply-fields.ts';
import { applySummaryAnswers } from '../src/tasks/apply-summary.ts';
import { planIssueLabels } from '../src/tasks/label-issue.ts';
import type { Run } from './current-run.ts';
import { notOurDuty, type Report, toAnnotation } from './report.ts';

/** Labels and answers the issue of the event, where that is the Action's duty. */
export async function runIssue({ inputs, world, now }: Run): Promise<Report> {
  const { number, repository, serverUrl } = inputs;
  const settings = { repository, serverUrl, side: 'action' as const };
  const plan = number === null ? null : await planIssueLabels(world, number, settings);
  const quiet = { outputs: {}, annotations: [], failure: null };
  if (plan === null) return { ...quiet, jobSummary: 'There is no such issue any more.\n' };
  const { issue, rules, judged, former } = plan.report;
  const isSummary = hasLabel(issue.labels, 'chokepoint: summary', rules.policy.labels);
  const isDecision = hasLabel(issue.labels, 'chokepoint: decision', rules.policy.labels);
  if (isSummary || isDecision) {
    if (isSummary) await applySummaryAnswers(world, { ...settings, now });
    if (isDecision) await applyDecisionAnswers(world, { ...settings, now });
    const holder = rules.policy.duties.summary;
    const jobSummary =
      holder === 'action' ? `Read what was written under #${number}.\n` : notOurDuty('summary', holder);
    return { ...quiet, annotations: rules.problems.map(toAnnotation), jobSummary };
  }
  const writer = rules.policy.duties.issues;
  const annotations = rules.problems.map(toAnnotation);
  if (writer !== 'action') return { ...quiet, annotations, jobSummary: notOurDuty('issues', writer) };
  const answer = judged === null ? await planDiagnosisAnswer(world, issue, rules, { ...settings, now }) : [];
  const changes = [...plan.changes, ...answer];
  await apply(changes, world, rules.policy);
  // Nothing starts another run for what this one changed there.
  for (const one of former) {
    const again = await planIssueLabels(world, one, settings);
    if (again !== null) await apply(again.changes, world, rules.policy);
  }
  // A dry run could not read back what it did not write.
  const isMirrored = !inputs.dryRun && (judged !== null || plan.changes.length > 0);
  const unmirrored =
    isMirrored && number !== null
      ? await applyFields(world, number, judged?.scored ?? null, rules.policy)
      : [];
  const told =
    judged === null
      ? 'not a candidate'
      : `*${judged.scored.verdict}*, ${judged.scored.score ?? 'no score yet'}`;
  return {
    ...quiet,
    annotations: [...annotations, ...unmirrored.map(toAnnotation)],
    jobSummary: `#${number}: ${told}. ${changes.length} Changes.\n`,
  };
}
