import { renderPage } from './page/frame.ts';
import { toHtml } from './page/to-html.ts';
import type { RenderedSummary } from './summary-issue.ts';
import { capitalise } from './wording.ts';

/**
 * The summary as one self-contained page for people without a GitHub account (docs/summary.md): the very text of the
 * issue, its charts drawn.
 */
export function renderSummaryPage({ title, body }: RenderedSummary): string {
  const heading = title.replace('Chokepoint: ', '');
  return renderPage({
    title,
    heading: capitalise(heading),
    owner: 'weekly summary',
    main: `<div class="report">\n${toHtml(body)}</div>`,
  });
}
