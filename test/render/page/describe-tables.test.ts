import { describe, expect, it } from 'vitest';
import { renderBarChart, renderTimeline } from '../../../src/render/mermaid.ts';
import { toHtml } from '../../../src/render/page/to-html.ts';

const table = '| a | b |\n|---|:-:|\n| 1 | 2 |';
const chart = renderBarChart({ title: 'Points', labels: ['A'], values: [1], highest: 2 }) ?? '';
const plan =
  renderTimeline({ bars: [{ name: 'Ship', start: '2026-12-02', days: 30, state: 'done' }], marked: null }) ??
  '';

function captionsIn(html: string): readonly string[] {
  return html.match(/(?<=<caption>)[^<]*/g) ?? [];
}

describe('a table in a page', () => {
  it('has a caption, scopes, roles, and in each cell the name of its column', () => {
    expect(toHtml(`### Focus\n\n${table}\n| 3 |`)).toBe(
      `<h2>Focus</h2>
<div class="table grid" role="region" aria-label="Focus" tabindex="0"><table role="table"><caption>Focus</caption>
<thead>
<tr role="row">
<th scope="col" role="columnheader">a</th>
<th style="text-align:center" scope="col" role="columnheader">b</th>
</tr>
</thead>
<tbody>
<tr role="row">
<td role="cell" data-column="a">1</td>
<td style="text-align:center" role="cell" data-column="b">2</td>
</tr>
<tr role="row">
<td role="cell" data-column="a">3</td>
<td style="text-align:center" role="cell" data-column="b"></td>
</tr>
</tbody>
</table></div>
`,
    );
  });

  it('is called by the nearest heading, fold or chart before it, else as the page says', () => {
    const fold = `<details><summary>In numbers</summary>\n\n${table}\n\n</details>`;
    const markdown = [
      table,
      '### R&D',
      table,
      'text',
      fold,
      chart,
      table,
      plan,
      table,
      '```\n<summary>x</summary>\n```',
      table,
    ];
    expect(captionsIn(toHtml(markdown.join('\n\n'), { caption: 'All' }))).toEqual([
      'All',
      'R&#38;D',
      'In numbers',
      'Points',
      'The plan in days',
      'The plan in days',
    ]);
    const untold = toHtml(table);
    expect(untold.startsWith('<div class="table grid"><table role="table">\n<thead>')).toBe(true);
  });

  it('loses the name of the chart before it to a diagram of anybody else', () => {
    const foreign = '```mermaid\ngraph TD; a-->b\n```';
    expect(captionsIn(toHtml(`${chart}\n\n${foreign}\n\n${table}`))).toEqual([]);
  });

  it.each([
    [4, 25, 'grid'],
    [5, 24, 'grid'],
    [5, 25, 'cards'],
    [6, 25, 'cards'],
  ])('of %i columns and a cell of %i signs becomes on a telephone: %s', (columns, signs, kind) => {
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const cells = Array.from({ length: columns }, (_, index) => `${index}`);
    const last = [...cells.slice(1), 'x'.repeat(signs)];
    const heading = cells.map((name) => `${name} ${'z'.repeat(30)}`);
    const wide = [row(heading), row(cells.map(() => '---')), row(last)].join('\n');
    const start = (at: 'grid' | 'cards') =>
      at === 'cards'
        ? '<div class="table cards">'
        : '<div class="table grid" role="region" aria-label="Wide" tabindex="0">';
    // A table is judged by itself, whatever stands before and after it.
    const html = toHtml(`### Wide\n\n${table}\n\n${wide}\n\n${'y'.repeat(30)}\n\n${table}`);
    expect(html.match(/<div class="table[^>]*>/g)).toEqual([
      start('grid'),
      start(kind === 'cards' ? 'cards' : 'grid'),
      start('grid'),
    ]);
  });

  it('marks the cells of the column verdict, and no others', () => {
    const verdicts =
      '| verdict | said |\n|---|---|\n| **ready** 4.5 | ready |\n| not now 3.3 | rethink |\n| none | **x** |';
    const html = toHtml(verdicts);
    expect(html.match(/<td[^>]*>[^/]*/g)).toEqual([
      '<td role="cell" data-column="verdict" data-verdict="ready"><strong>ready<',
      '<td role="cell" data-column="said">ready<',
      '<td role="cell" data-column="verdict" data-verdict="not-now">not now 3.3<',
      '<td role="cell" data-column="said">rethink<',
      '<td role="cell" data-column="verdict">none<',
      '<td role="cell" data-column="said"><strong>x<',
    ]);
  });
});

describe('a fold in a page', () => {
  it('is open where a chart stands in it, whatever stands around it', () => {
    const fold = (name: string, inside: string) =>
      `<details><summary>${name}</summary>\n\n${inside}\n\n</details>`;
    const folds = [
      fold('One', table),
      chart,
      fold('Two', 'text'),
      fold('Three', `${chart}\n\n${table}`),
      fold('Four', `text\n\n${plan}`),
      '<sub>Behind.</sub>',
      fold('Five', 'text'),
    ];
    expect(toHtml(folds.join('\n\n')).match(/<details[^>]*><summary>\w+/g)).toEqual([
      '<details><summary>One',
      '<details><summary>Two',
      '<details open><summary>Three',
      '<details open><summary>Four',
      '<details><summary>Five',
    ]);
  });
});
