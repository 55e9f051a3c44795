import type { Writer } from '../core/policy.ts';
import type { ConnectedRepository } from '../github/repository.ts';
import type { RenderedSummary } from '../render/summary-issue.ts';
import { applyReview } from '../tasks/apply-review.ts';
import { applySummary } from '../tasks/apply-summary.ts';
import type { Plan } from '../tasks/change.ts';
import { planSummary, type SummaryPosted } from '../tasks/post-summary.ts';
import { CannotRun } from './cannot-run.ts';
import { connect, inPlaceOf } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { readRepositoryName } from './read-reference.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';
import { writeOutput } from './write-output.ts';

export interface SummaryOptions {
  /** `owner/repo`. */
  readonly repository: string;
  readonly dryRun?: boolean | undefined;
  /** The file for the page. */
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
}

/**
 * Prints the summary of the week and, unless it is a dry run, posts it in the Action's place (docs/summary.md).
 * 1 when the repository's config has Problems.
 */
export async function summary(terminal: Terminal, options: SummaryOptions): Promise<ExitCode> {
  const repository = readRepositoryName(options.repository);
  const world = connect(terminal, repository);
  terminal.stderr.write(`Reading ${repository} …\n`);
  const now = terminal.now().toISOString();
  if (!options.dryRun) await applyReview(world, { repository, now, side: 'action', inPlaceOf });
  const plan = await planSummary(world, {
    repository,
    now,
    side: 'action',
    trigger: 'person',
    inPlaceOf,
  });
  const { rules, summary: data, rendered } = plan.report;
  if (options.html !== undefined) await writePage(terminal, options.html, rendered);
  if (!options.dryRun) await post(terminal, world, plan, repository);
  if (options.json) printJson(terminal, data);
  else printBlocks(terminal, [rendered.title, withoutHidden(rendered.body)]);
  printProblems(terminal, rules.problems);
  return rules.problems.length > 0 ? 1 : 0;
}

async function post(
  { stderr }: Terminal,
  world: ConnectedRepository,
  plan: Plan<SummaryPosted>,
  repository: string,
): Promise<void> {
  const { policy } = plan.report.rules;
  if (policy.duties.summary !== 'action') throw new CannotRun(notOurs(policy.duties.summary));
  const number = await applySummary(world, plan, { repository, inPlaceOf });
  const done = plan.changes.length === 0 ? 'Nothing to change in' : 'Posted as';
  stderr.write(`${done} ${repository}#${number ?? ''}\n`);
}

async function writePage(terminal: Terminal, file: string, rendered: RenderedSummary): Promise<void> {
  const { renderSummaryPage } = await import('../render/summary-page.ts');
  await writeOutput(terminal, file, renderSummaryPage(rendered));
}

/** The marker and the state that the issue carries for the next summary. */
function withoutHidden(body: string): string {
  return body.replaceAll(/<!--[\s\S]*?-->/g, '').trim();
}

function notOurs(writer: Writer) {
  return {
    code: 'DUTY_ELSEWHERE',
    message: 'The summary is not posted from here: it has exactly one writer.',
    found: `duties.summary: ${writer}`,
    expected: 'duties.summary: action',
    fix: 'Print it with --dry-run, or give the duty to the Action in `.github/chokepoint.yml`.',
  };
}
