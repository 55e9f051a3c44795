import { isCovered } from '../../src/core/summary/focus.ts';
import { table } from '../../src/render/markdown.ts';
import { renderLineChart } from '../../src/render/mermaid.ts';
import { escapeHtml } from '../../src/render/page/escape-html.ts';
import { toHtml } from '../../src/render/page/to-html.ts';
import type { IssueNow } from '../world-now.ts';
import type { Shown, WeekOfMerges } from './read-shown.ts';
import { linkIn } from './render-comments.ts';

/** Eight weeks of merges: the focus share drawn, its numbers beside it, and each Monday's summary. */
export function renderHistory(shown: Pick<Shown, 'weeks' | 'summaries' | 'issues'>): string {
  const { weeks } = shown;
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
  return [
    toHtml([chart ?? '', numbers].join('\n\n'), { idPrefix: 'history' }),
    '<h3>The summaries, as they were posted</h3>',
    ...shown.summaries.map((summary) => renderPosted(summary, shown)),
  ].join('\n');
}

function renderPosted({ number, title, body }: IssueNow, shown: Pick<Shown, 'issues'>): string {
  const html = toHtml(body ?? '', {
    headingLevel: 4,
    idPrefix: `history-${number}`,
    linkIssue: linkIn(shown),
  });
  return `<details class="earlier"><summary>${escapeHtml(title.replace(/^Chokepoint: /, ''))}</summary><div class="report">${html}</div></details>`;
}

function shareOf({ aligned, classified }: WeekOfMerges['count']): number {
  return Math.round((100 * aligned) / classified);
}
