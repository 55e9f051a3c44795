import { constraintGuide } from '../../src/core/constraint.ts';
import { isCovered } from '../../src/core/summary/focus.ts';
import type { Merge } from '../../src/core/summary/week-facts.ts';
import { details, inert, table } from '../../src/render/markdown.ts';
import { renderLineChart } from '../../src/render/mermaid.ts';
import { toHtml } from '../../src/render/page/to-html.ts';
import type { Shown, WeekOfMerges } from './read-shown.ts';

/** Eight weeks of merges: the focus share drawn, its numbers beside it, and what was merged in each week. */
export function renderHistory({ weeks }: Pick<Shown, 'weeks'>): string {
  const told = weeks.filter(({ count }) => isCovered(count));
  const chart = renderLineChart({
    title: 'Merges on the constraint, in percent of those classified',
    labels: told.map(({ key }) => key.slice(-3)),
    lines: [{ name: 'focus share', values: told.map(({ count }) => shareOf(count)) }],
    lowest: 0,
    highest: 100,
  });
  const newestFirst = weeks.toReversed();
  const numbers = table(
    ['week', 'focus', 'on the constraint', 'accepted', 'merges'].map((title, index) => ({
      title,
      align: index === 0 ? 'left' : 'center',
    })),
    newestFirst.map(({ key, count }) => [
      key,
      isCovered(count) ? `${shareOf(count)} %` : '–',
      ...[count.aligned, count.accepted, count.merges].map(String),
    ]),
  );
  return toHtml([chart ?? '', numbers, ...newestFirst.map(renderWeek)].join('\n\n'), {
    headingLevel: 3,
    idPrefix: 'history',
  });
}

function renderWeek({ key, merges }: WeekOfMerges): string {
  const lines = merges.map((merge) => `- #${merge.number} ${inert(merge.title)} · ${inWords(merge)}`);
  return details(`${key}: what was merged`, lines.join('\n'));
}

function inWords({ constraint, codes, accepted }: Merge): string {
  if (codes.includes('EXEMPT')) return '*exempt*';
  const serves = constraint === null ? '*unclassified*' : constraintGuide[constraint].name;
  return accepted === null ? serves : `${serves}, accepted: *${inert(accepted.because)}*`;
}

function shareOf({ aligned, classified }: WeekOfMerges['count']): number {
  return Math.round((100 * aligned) / classified);
}
