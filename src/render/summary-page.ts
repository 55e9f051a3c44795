import MarkdownIt from 'markdown-it';
import type { RenderedSummary } from './summary-issue.ts';

/**
 * The summary as one self-contained page for people without a GitHub account: no script, nothing fetched. Charts
 * are left to GitHub; the table that stands beside each of them is here.
 */
export function renderSummaryPage({ title, body }: RenderedSummary): string {
  // What people wrote is inert in the body already; the policy below makes sure that nothing could run or load.
  const markdown = new MarkdownIt({ html: true });
  const visible = body.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/```mermaid\n[\s\S]*?```\n/g, '');
  const heading = markdown.utils.escapeHtml(title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${heading}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${heading}</h1>
${markdown.render(visible)}</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; }
main { max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #8888; padding: 0.3rem 0.6rem; text-align: left; }
@media print { details > * { display: block; } }
`;
