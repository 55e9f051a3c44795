import type { PullRequestTold } from '../core/commands/resolve-pull-request.ts';
import type { DriftReport } from '../core/drift/check-pull-request.ts';
import type { Policy } from '../core/policy.ts';
import { renderHelp } from './command-help.ts';
import {
  conclusionMeaning,
  type DriftContext,
  headlineOf,
  renderRemedy,
  renderResolvedBy,
  renderSentences,
} from './drift-wording.ts';
import { renderRefusals } from './refusals.ts';

/**
 * The hidden line by which the comment on a pull request is found again. It names the pull request, so that
 * a copy in another place is not taken for it; it is believed only from the writer's own account.
 */
export function pullRequestMarker(repository: string, number: number): string {
  const name = encodeURIComponent(repository.toLowerCase()).replaceAll('-', '%2D');
  return `<!-- chokepoint:pull-request ${name} ${number} -->`;
}

/** What the comment answers beside the drift. */
export type Asked = Pick<PullRequestTold, 'outcomes' | 'helpAsked'>;

/**
 * The comment on a pull request: the drift where it is a warning or failure, a line for each refused command, and
 * the commands where help was asked for. `null` where there is nothing of these to say (docs/drift.md).
 */
export function renderDriftComment(
  report: DriftReport,
  context: DriftContext,
  marker: string,
  asked: Asked,
): string | null {
  const answers = renderAnswers(asked, context.whoMayScore);
  if (report.conclusion === 'warning' || report.conclusion === 'failure') {
    return join(...renderDrift(report, context), ...answers, renderFooter(report, context), marker);
  }
  return answers.length === 0 ? null : join(...answers, marker);
}

/** What an earlier comment is edited to once there is nothing to warn of: one line, and what was asked. */
export function renderSettledComment(
  report: DriftReport,
  context: DriftContext,
  marker: string,
  asked: Asked,
): string {
  return join(settledLine(report, context), ...renderAnswers(asked, context.whoMayScore), marker);
}

function renderDrift(report: DriftReport, context: DriftContext): readonly string[] {
  return [
    `**${headlineOf(report)}.** ${renderSentences(report, context)}`,
    report.remedies.map(renderRemedy).join('\n'),
    [conclusionMeaning[report.conclusion], ...renderWeek(context)].join(' '),
  ];
}

function renderFooter(report: DriftReport, { docs }: DriftContext): string {
  const parts = [
    renderResolvedBy(report),
    ...(report.allowanceNote === null ? [] : [report.allowanceNote]),
    `[why this check exists](${docs})`,
  ];
  return `<sub>${parts.join(' · ')}</sub>`;
}

function renderAnswers(
  { outcomes, helpAsked }: Asked,
  whoMayScore: Policy['scoring']['whoMayScore'],
): readonly string[] {
  const parts = [renderRefusals(outcomes), helpAsked ? renderHelp('pull-request', whoMayScore) : ''];
  return parts.filter((part) => part !== '');
}

function settledLine(report: DriftReport, context: DriftContext): string {
  const { codes, conclusion, allowanceNote, hint } = report;
  if (conclusion === 'note') return `**Noted, no more**: ${allowanceNote ?? 'this mode warns of nothing'}.`;
  if (codes.length === 0) return hint ?? `${headlineOf(report)}.`;
  const sentences = renderSentences({ ...report, findings: [] }, context);
  const counted = codes.includes('ACCEPTED') ? ' Counted, and listed in the next summary.' : '';
  return `**${headlineOf(report)}.** ${sentences}${counted}`;
}

function renderWeek({ lastWeek }: DriftContext): readonly string[] {
  if (lastWeek === null || lastWeek.classified === 0) return [];
  const { aligned, classified } = lastWeek;
  return [
    `Last week ${aligned} of ${classified} merges ${aligned === 1 ? 'was' : 'were'} on the constraint.`,
  ];
}

function join(...parts: readonly string[]): string {
  return parts.join('\n\n');
}
