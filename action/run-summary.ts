import { writeFile } from 'node:fs/promises';
import type { RenderedSummary } from '../src/render/summary-issue.ts';
import { applyReview } from '../src/tasks/apply-review.ts';
import { applySummary } from '../src/tasks/apply-summary.ts';
import { planSummary } from '../src/tasks/post-summary.ts';
import type { Run } from './current-run.ts';
import { notOurDuty, type Report, toAnnotation } from './report.ts';

/** Posts the summary of the week, or edits the one that stands. */
export async function runSummary({ inputs, world, now }: Run): Promise<Report> {
  const { repository, event, metric, html, serverUrl } = inputs;
  const trigger = event === 'schedule' ? 'schedule' : 'person';
  await world.readOpening();
  // Before the summary, which names the decision issue.
  await applyReview(world, { repository, now, side: 'action' });
  const plan = await planSummary(world, { repository, now, side: 'action', trigger, metric });
  const { report } = plan;
  const { policy, problems } = report.rules;
  if (html !== null) await writePage(html, report.rendered);
  const writer = policy.duties.summary;
  const annotations = problems.map(toAnnotation);
  if (writer !== 'action') {
    return { outputs: {}, jobSummary: notOurDuty('summary', writer), annotations, failure: null };
  }
  const number = await applySummary(world, plan, { repository });
  const url = number === null ? '' : `${serverUrl}/${repository}/issues/${number}`;
  return {
    outputs: { 'summary-url': url },
    jobSummary: report.rendered.body,
    annotations,
    failure: null,
  };
}

/** The page's renderer is read only where a page is wanted. */
async function writePage(path: string, rendered: RenderedSummary): Promise<void> {
  const { renderSummaryPage } = await import('../src/render/summary-page.ts');
  await writeFile(path, renderSummaryPage(rendered));
}
