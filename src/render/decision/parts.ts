import { toWords } from '../../core/calendar.ts';
import type { MergedOnConstraint, MoveTold, PlanRecord } from '../../core/plan/review.ts';
import { howManyFit } from '../body-room.ts';
import { inert, table } from '../markdown.ts';
import { renderMetricReadings } from '../readings.ts';
import { columns } from '../wording.ts';

const rowsShown = 30;

/** Pull requests with the candidate each closed and its predicted impact; what `units` have no room for is counted. */
export function renderMerged(merged: readonly MergedOnConstraint[], units: number): string {
  if (merged.length === 0) return 'Nothing was merged on the constraint.';
  const rows = merged
    .slice(0, rowsShown)
    .map(({ number, title, candidate, predictedImpact }) => [
      `#${number}`,
      inert(title, 80),
      candidate === null ? '–' : `#${candidate}`,
      predictedImpact === null ? '–' : `${predictedImpact} of 5`,
    ]);
  const lines = rows.map((cells) => cells.join(' | '));
  const shown = rows.slice(0, howManyFit(units, lines));
  const more = merged.length - shown.length;
  return [
    table(columns(['merge', 'title', 'candidate'], ['predicted impact']), shown),
    ...(more > 0 ? [`\n${more} more before these.`] : []),
  ].join('\n');
}

const readingsShown = 26;

/** The readings against baseline, minimum and target, as a chart and its table. */
export function renderReadings({ metric, readings }: PlanRecord): string {
  if (readings.length === 0)
    return 'There is no reading: `/metric` and the number, in a comment here, adds one.';
  if (metric === null)
    return table(
      columns(['day'], ['reading']),
      readings.slice(-readingsShown).map(({ day, value }) => [day, String(value)]),
    );
  return renderMetricReadings(metric, readings);
}

const movesShown = 10;

/** What the first moves did, and what that taught, the newest last; what `units` have no room for is counted. */
export function renderOutcomes(moves: readonly MoveTold[], units: number): string {
  if (moves.length === 0) return 'No first move was picked.';
  const newestFirst = moves.slice(-movesShown).map(outcomeLine).toReversed();
  const shown = newestFirst.slice(0, howManyFit(units, newestFirst)).toReversed();
  const earlier = moves.length - shown.length;
  return [...(earlier > 0 ? [`- (${earlier} earlier)`] : []), ...shown].join('\n');
}

function outcomeLine({ number, title, closedDay, predictedImpact, outcome, because }: MoveTold): string {
  const predicted = predictedImpact === null ? '' : `, predicted impact ${predictedImpact} of 5`;
  const move = `- #${number} ${inert(title, 80)}${predicted}`;
  if (closedDay === null) return `${move}: still open`;
  if (outcome === null)
    return `${move}: closed on ${toWords(closedDay)}; its outcome is not told yet, \`/outcome\` there`;
  return `${move}: **${outcome}**${because === null ? '' : `, ${inert(because)}`}`;
}
