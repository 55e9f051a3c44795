import { toWords } from '../../core/calendar.ts';
import type { MergedOnConstraint, MoveTold, PlanRecord } from '../../core/plan/review.ts';
import { inert, table } from '../markdown.ts';
import { renderMetricReadings } from '../readings.ts';
import { columns } from '../wording.ts';

const rowsShown = 30;

/** Pull requests with the candidate each closed and its predicted impact. */
export function renderMerged(merged: readonly MergedOnConstraint[]): string {
  if (merged.length === 0) return 'Nothing was merged on the constraint.';
  const rows = merged
    .slice(0, rowsShown)
    .map(({ number, title, candidate, predictedImpact }) => [
      `#${number}`,
      inert(title, 80),
      candidate === null ? '–' : `#${candidate}`,
      predictedImpact === null ? '–' : `${predictedImpact} of 5`,
    ]);
  const more = merged.length > rowsShown ? [`\n${merged.length - rowsShown} more before these.`] : [];
  return [table(columns(['merge', 'title', 'candidate'], ['predicted impact']), rows), ...more].join('\n');
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

/** What the first moves did, and what that taught. */
export function renderOutcomes(moves: readonly MoveTold[]): string {
  if (moves.length === 0) return 'No first move was picked.';
  return moves
    .slice(-movesShown)
    .map(({ number, title, closedDay, predictedImpact, outcome, because }) => {
      const predicted = predictedImpact === null ? '' : `, predicted impact ${predictedImpact} of 5`;
      const move = `- #${number} ${inert(title, 80)}${predicted}`;
      if (closedDay === null) return `${move}: still open`;
      if (outcome === null)
        return `${move}: closed on ${toWords(closedDay)}; its outcome is not told yet, \`/outcome\` there`;
      return `${move}: **${outcome}**${because === null ? '' : `, ${inert(because)}`}`;
    })
    .join('\n');
}
