import type { DriftReport } from '../core/drift/check-pull-request.ts';
import {
  conclusionMeaning,
  type DriftContext,
  headlineOf,
  renderRemedy,
  renderResolvedBy,
  renderSentences,
} from './drift-wording.ts';

/**
 * The hidden line by which the comment on a pull request is found again. It names the pull request, so that
 * a copy in another place is not taken for it; it is believed only from the writer's own account.
 */
export function pullRequestMarker(repository: string, number: number): string {
  const name = encodeURIComponent(repository.toLowerCase()).replaceAll('-', '%2D');
  return `<!-- chokepoint:pull-request ${name} ${number} -->`;
}

/** The sticky comment of a warning or failure; `null` for every other conclusion (docs/drift.md). */
export function renderDriftComment(
  report: DriftReport,
  context: DriftContext,
  marker: string,
): string | null {
  if (report.conclusion !== 'warning' && report.conclusion !== 'failure') return null;
  const footer = [
    renderResolvedBy(report),
    ...(report.allowanceNote === null ? [] : [report.allowanceNote]),
    `[why this check exists](${context.docs})`,
  ];
  return [
    `**${headlineOf(report)}.** ${renderSentences(report, context)}`,
    report.remedies.map(renderRemedy).join('\n'),
    [conclusionMeaning[report.conclusion], ...renderWeek(context)].join(' '),
    `<sub>${footer.join(' · ')}</sub>`,
    marker,
  ].join('\n\n');
}

/** What an earlier comment is edited to once there is nothing to warn of: one line. */
export function renderSettledComment(report: DriftReport, context: DriftContext, marker: string): string {
  return `${settledLine(report, context)}\n\n${marker}`;
}

function settledLine(report: DriftReport, context: DriftContext): string {
  const { codes, conclusion, allowanceNote, hint } = report;
  if (conclusion === 'note') return `**Noted, no more**: ${allowanceNote ?? 'this mode warns of nothing'}.`;
  if (codes.length === 0) return hint ?? `${headlineOf(report)}.`;
  const sentences = renderSentences({ ...report, findings: [] }, context);
  const counted = codes.includes('ACCEPTED') ? ' Counted, and listed in the next summary.' : '';
  return `**${headlineOf(report)}.** ${sentences}${counted}`;
}

function renderWeek({ thisWeek }: DriftContext): readonly string[] {
  if (thisWeek === null || thisWeek.merges === 0) return [];
  return [`This week ${thisWeek.aligned} of ${thisWeek.merges} merges were on the constraint.`];
}
