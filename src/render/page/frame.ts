import { escapeHtml } from './escape-html.ts';
import { pageStyle } from './style.ts';

export interface Page {
  /** Text of the browser's tab. */
  readonly title: string;
  /** Text of the one `h1`. */
  readonly heading: string;
  /** Text over the heading, beside the mark: whose page it is. */
  readonly owner?: string;
  /** HTML under the heading. */
  readonly lead?: string;
  /** HTML between masthead and main: the way through a long page. */
  readonly navigation?: string;
  /** HTML of the main part; its headings begin at `h2`. */
  readonly main: string;
  /** HTML of the last lines. */
  readonly colophon?: string;
  /** CSS beside that of every page. */
  readonly style?: string;
}

/** A whole page in one file: no script, and a policy under which nothing could run or be fetched. */
export function renderPage(page: Page): string {
  const { title, heading, owner = '', lead = '', navigation = '', main, colophon = '', style = '' } = page;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="masthead">
<div class="inside">
<p class="brand">${mark} Chokepoint${owner === '' ? '' : ` · ${escapeHtml(owner)}`}</p>
<h1>${escapeHtml(heading)}</h1>
${lead}
</div>
</header>
${navigation}
<main id="content" class="inside">
${main}
</main>
${colophon === '' ? '' : `<footer class="colophon"><div class="inside">${colophon}</div></footer>`}
</body>
</html>
`;
}

/** A pipe with a waist. */
const mark =
  '<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M1 2h18v3l-6.5 4v2l6.5 4v3H1v-3l6.5-4V9L1 5z"/></svg>';
