import { describe, expect, it } from 'vitest';
import { renderBarChart, renderTimeline } from '../../../src/render/mermaid.ts';
import { toHtml } from '../../../src/render/page/to-html.ts';

const bars = renderBarChart({ title: 'Points', labels: ['A'], values: [1], highest: 2 }) ?? '';
const plan =
  renderTimeline({ bars: [{ name: 'Ship', start: '2026-12-02', days: 30, state: 'done' }], marked: null }) ??
  '';

describe('our Markdown in a page', () => {
  it.each([
    ['a <b>bold</b> <sub>small</sub><br>', '<p>a &#60;b&#62;bold&#60;/b&#62; <sub>small</sub><br></p>\n'],
    ['a <!-- hidden --> b', '<p>a  b</p>\n'],
    ['<!-- hidden\nlonger -->', '\n'],
    ['<details><summary>Fold</summary>', '<details><summary>Fold</summary>'],
    ['<div onclick="x">', '&#60;div onclick=&#34;x&#34;&#62;'],
    ['a ![i](x.png)', '<p>a !<a href="x.png">i</a></p>\n'],
    ['a & "b"', '<p>a &#38; &#34;b&#34;</p>\n'],
  ])('turns %j into %j', (markdown, html) => {
    expect(toHtml(markdown).trimEnd()).toBe(html.trimEnd());
  });

  it('begins its headings under those of the page, as deep as there are', () => {
    const markdown = '# a\n\n## b\n\n### c\n\n#### d\n\n###### e';
    expect(toHtml(markdown)).toBe('<h2>a</h2>\n<h2>b</h2>\n<h2>c</h2>\n<h3>d</h3>\n<h5>e</h5>\n');
    expect(toHtml(markdown, { headingLevel: 4 })).toBe(
      '<h4>a</h4>\n<h4>b</h4>\n<h4>c</h4>\n<h5>d</h5>\n<h6>e</h6>\n',
    );
  });

  it('shows the boxes of a task list as signs', () => {
    expect(toHtml('- [ ] one [x] two\n- [x] three\n- [y] four\n- five [x] six\n- a **[x] b**')).toBe(
      '<ul>\n<li>☐ one [x] two</li>\n<li>☑ three</li>\n<li>[y] four</li>\n<li>five [x] six</li>\n<li>a <strong>[x] b</strong></li>\n</ul>\n',
    );
    expect(toHtml('**a** [x] b')).toBe('<p><strong>a</strong> [x] b</p>\n');
  });

  it('links the issues that stand in the page, and nothing else', () => {
    const linkIssue = (number: number) => (number < 100 ? `#issue-"${number}"` : null);
    const link = (number: number) => `<a href="#issue-&#34;${number}&#34;">#${number}</a>`;
    expect(toHtml('#1, (#12) and #123; a/b#4 c#5 ##6 #7a & #8', { linkIssue })).toBe(
      `<p>${link(1)}, (${link(12)}) and #123; a/b#4 c#5 ##6 #7a &#38; ${link(8)}</p>\n`,
    );
    expect(toHtml('#1')).toBe('<p>#1</p>\n');
  });

  it('draws diagrams of ours, each with ids of its own, and shows everything else as code', () => {
    const foreign = 'graph TD; a-->b';
    const markdown = [bars, `\`\`\`mermaid\n${foreign}\n\`\`\``, plan, '```yaml\nprimary: <x>\n```'].join(
      '\n\n',
    );
    const html = toHtml(markdown);
    expect(html.match(/(?<=<(?:figure|svg role="img") )[^>]*(?=>)/g)).toEqual([
      'class="chart bars"',
      'aria-labelledby="chart-1-title chart-1-desc" height="44"',
      'class="chart timeline"',
      'aria-labelledby="chart-3-title chart-3-desc" height="38"',
    ]);
    expect(html).toContain('<pre><code>graph TD; a--&#62;b\n</code></pre>\n');
    expect(html.endsWith('<pre><code>primary: &#60;x&#62;\n</code></pre>\n')).toBe(true);
    expect(toHtml(bars, { idPrefix: 'history' })).toContain('<title id="history-1-title">');
  });

  it('draws nothing that is not said to be a diagram', () => {
    expect(toHtml(bars.replace('```mermaid', '```text'))).toMatch(/^<pre><code>%%/);
  });
});
