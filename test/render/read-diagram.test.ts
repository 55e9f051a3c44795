import { describe, expect, it } from 'vitest';
import { renderBarChart, renderLineChart, renderTimeline } from '../../src/render/mermaid.ts';
import { readDiagram } from '../../src/render/read-diagram.ts';

const shown = {
  'a line chart': renderLineChart({
    title: 'Focus',
    labels: ['W1', 'W2'],
    lines: [
      { name: 'share', values: [-0.5, 60] },
      { name: 'target', values: [80, 80] },
    ],
    lowest: -0.5,
    highest: 100,
  }),
  'a bar chart': renderBarChart({ title: 'Points', labels: ['One', 'Two'], values: [3, 12], highest: 12 }),
  'a timeline': renderTimeline({
    bars: [
      { name: 'Diagnose', start: '2026-11-02', days: 30, state: 'done' },
      { name: 'Ship', start: '2026-12-02', days: 30, state: 'active' },
      { name: 'Measure', start: '2027-01-01', days: 30, state: 'ahead' },
    ],
    marked: { name: 'Today', day: '2026-12-05' },
  }),
};
const diagrams = Object.entries(shown).map(([name, fence]) => [name, linesIn(fence)] as const);

function linesIn(fence: string | null): readonly string[] {
  return fence?.split('\n').slice(1, -1) ?? [];
}

/** The diagram with one of its lines written otherwise. */
function withLine(lines: readonly string[], at: number, line: string): string {
  return lines.with(at, line).join('\n');
}

describe('a diagram that was read', () => {
  it.each(diagrams)('is %s also where blank lines follow', (_name, lines) => {
    const diagram = readDiagram(lines.join('\n'));
    expect(diagram).not.toBeNull();
    expect(readDiagram(`${lines.join('\n')}\n \n`)).toEqual(diagram);
  });

  it.each(diagrams)('is none where %s lacks a line that says what it is', (_name, lines) => {
    const needed = lines[0] === 'gantt' ? [0] : [0, 1, 2, 3, 4];
    for (const at of needed) expect(readDiagram(lines.toSpliced(at, 1).join('\n'))).toBeNull();
    for (const end of [1, 2, 3, 4, 5]) expect(readDiagram(lines.slice(0, end).join('\n'))).toBeNull();
  });

  it.each(diagrams)('is none where a line of %s begins or ends with something else', (_name, lines) => {
    const settings = lines[0] === 'gantt' ? [1, 2, 3, 4] : [];
    for (const [at, line] of lines.entries()) {
      expect(readDiagram(withLine(lines, at, `x${line}`))).toBeNull();
      if (!settings.includes(at)) expect(readDiagram(withLine(lines, at, `${line}x`))).toBeNull();
    }
  });

  it.each([
    ['a title on two lines', 'a line chart', 2, '  title "Fo\ncus"'],
    ['an end that is no number', 'a line chart', 4, '  y-axis 0 --> many'],
    ['a start that is no number', 'a line chart', 4, '  y-axis NaN --> 100'],
    ['a value that is no number', 'a line chart', 5, '  line "share" [50, x]'],
    ['no value', 'a line chart', 5, '  line "share" []'],
    ['a value too few', 'a line chart', 6, '  line "target" [80]'],
    ['a value too many', 'a line chart', 6, '  line "target" [80, 80, 80]'],
    ['a name in quotes', 'a line chart', 5, '  line "a "b" c" [50, 60]'],
    ['a bar too few', 'a bar chart', 5, '  bar [3]'],
    ['a line below its bars', 'a bar chart', 5, '  bar [3, 12]\n  line "x" [3, 12]'],
    ['a section', 'a timeline', 5, '  section Ours'],
    ['another state', 'a timeline', 5, '  Diagnose :crit, 2026-11-02, 30d'],
    ['two days marked', 'a timeline', 7, '  Then :milestone, 2026-11-02, 0d'],
    ['a name with a colon', 'a timeline', 5, '  Diag: nose :done, 2026-11-02, 30d'],
  ] as const)('is none with %s', (_case, name, at, line) => {
    expect(readDiagram(withLine(linesIn(shown[name]), at, line))).toBeNull();
  });

  it('is none where the one bar of a chart is no number', () => {
    const lines = linesIn(renderBarChart({ title: 'Points', labels: ['One'], values: [3], highest: 12 }));
    expect(readDiagram(lines.join('\n'))).toMatchObject({ kind: 'bar-chart' });
    expect(readDiagram(withLine(lines, 5, '  bar [x]'))).toBeNull();
  });

  it('T6: is none of anything else', () => {
    for (const text of ['', '\n', 'graph TD; a-->b']) expect(readDiagram(text)).toBeNull();
  });
});
