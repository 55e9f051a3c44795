import markdownIt from 'markdown-it';

/**
 * Markdown as GitHub shows a comment: GFM, its tables' own scrolling, its gutters on a telephone. The sizes are those
 * of github.com's stylesheet for `.markdown-body` and of a comment's frame.
 */
export function toGitHubPage(comments: readonly string[]): string {
  const markdown = markdownIt({ html: true, linkify: true });
  const framed = comments.map(
    (body) => `<article class="comment"><div class="markdown-body">${markdown.render(body)}</div></article>`,
  );
  return `<!doctype html><html lang="en"><title>Comments</title><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><style>${style}</style><main>${framed.join('\n')}</main></html>`;
}

const style = `
:root { color-scheme: light dark; --line: #d1d9e0; --raised: #f6f8fa; --link: #0969da; }
@media (prefers-color-scheme: dark) { :root { --line: #3d444d; --raised: #151b23; --link: #4493f8; }
  body { background: #0d1117; color: #f0f6fc; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
.comment { max-width: 880px; margin: 0 0 16px; border: 1px solid var(--line); border-radius: 6px; }
.markdown-body { padding: 16px; overflow-wrap: break-word; }
.markdown-body > * { margin: 0 0 16px; }
.markdown-body > :last-child { margin-bottom: 0; }
a { color: var(--link); }
ul, ol { padding-left: 2em; }
code { padding: 0.2em 0.4em; border-radius: 6px; background: #818b981f; font: 85% ui-monospace, monospace;
  white-space: break-spaces; }
pre { padding: 16px; border-radius: 6px; background: var(--raised); overflow: auto; }
pre code { padding: 0; background: none; white-space: pre; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-spacing: 0;
  border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid var(--line); }
`;
