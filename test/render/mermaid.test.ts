import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bar,
  type BarChart,
  diagramUnits,
  type LineChart,
  renderBarChart,
  renderLineChart,
  renderTimeline,
  type Timeline,
  toDiagramText,
} from '../../src/render/mermaid.ts';
import { readDiagram } from '../../src/render/read-diagram.ts';
import { readWithMermaid } from '../support/mermaid-model.ts';

const hostile = fc.oneof(
  fc.constantFrom(
    '"] --> x["y',
    '%%{init: {}}%%',
    '```',
    'end',
    'section x',
    ':crit, 1d',
    '<b>',
    '\n  line [1]',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const charts: fc.Arbitrary<LineChart> = fc
  .tuple(
    hostile,
    fc.array(hostile, { minLength: 2, maxLength: 12 }),
    fc.array(hostile, { minLength: 1, maxLength: 3 }),
  )
  .chain(([title, labels, names]) => {
    const value = fc.integer({ min: -40_000, max: 40_000 }).map((number) => number / 100);
    const values = fc.array(value, { minLength: labels.length, maxLength: labels.length });
    return fc
      .tuple(...names.map((name) => values.map((all) => ({ name, values: all }))))
      .map((lines) => ({ title, labels, lines, lowest: -400, highest: 400 }));
  });
const barCharts: fc.Arbitrary<BarChart> = fc
  .array(fc.tuple(hostile, fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 5 })
  .map((rows) => ({
    title: 'Points',
    labels: rows.map(([label]) => label),
    values: rows.map(([, value]) => value),
    highest: 12,
  }));
const days = fc
  .integer({ min: 0, max: 5_000 })
  .map((day) => new Date(86_400_000 * (20_000 + day)).toISOString().slice(0, 10));
const bars: fc.Arbitrary<Bar> = fc.record({
  name: fc.constantFrom('Diagnose', 'Ship', 'Measure'),
  start: days,
  days: fc.integer({ min: 1, max: 90 }),
  state: fc.constantFrom('done', 'active', 'ahead'),
});
const timelines: fc.Arbitrary<Timeline> = fc.record({
  bars: fc.array(bars, { minLength: 1, maxLength: 4 }),
  marked: fc.option(fc.record({ name: fc.constant('Today'), day: days })),
});

/** A chart as it stands in a diagram, where its words have become plain. */
function shown({ lines, ...rest }: LineChart): LineChart {
  const named = lines.map(({ name, values }) => ({ name: plain(name), values }));
  return { ...rest, ...plainWords(rest), lines: named };
}

function plainWords({ title, labels }: Pick<LineChart, 'title' | 'labels'>) {
  return { title: plain(title), labels: labels.map(plain) };
}

function plain(text: string): string {
  return toDiagramText(text) || '…';
}

describe('a line chart', () => {
  const focus: LineChart = {
    title: 'Focus',
    labels: ['W1', 'W2'],
    lines: [{ name: 'share', values: [50, 60] }],
    lowest: 0,
    highest: 100,
  };

  it('is a fenced xychart with one value for each label', () => {
    expect(renderLineChart(focus)?.replace(/%%.*%%\n/, '')).toBe(
      '```mermaid\nxychart-beta\n  title "Focus"\n  x-axis ["W1", "W2"]\n  y-axis 0 --> 100\n  line "share" [50, 60]\n```',
    );
  });

  it('names its colours, for the first of the default theme is nearly white', () => {
    const settings = /%%\{init: (.*)\}%%/.exec(renderLineChart(focus) ?? '')?.[1] ?? '';
    expect(JSON.parse(settings)).toMatchObject({
      themeVariables: { xyChart: { plotColorPalette: '#d2600a, #768390, #2da44e' } },
    });
  });

  it('is left out with fewer than two points, and when it would be too long to be drawn', () => {
    const chart = (labels: readonly string[]) =>
      renderLineChart({ ...focus, labels, lines: [{ name: 'one', values: labels.map(() => 1) }] });
    expect(chart(['W1'])).toBeNull();
    expect(chart(Array.from({ length: diagramUnits / 6 }, (_, index) => `W${index}`))).toBeNull();
  });

  it('is drawn below 50,000 units, and left out from there on', () => {
    const fences = '```mermaid\n\n```'.length;
    const chart = (labels: readonly string[]) => renderLineChart({ ...focus, labels, lines: [] });
    const labels = Array.from({ length: 900 }, () => 'W'.repeat(50));
    const room = 49_999 - ((chart(labels)?.length ?? 0) - fences);
    const filled = [...labels, ...Array.from({ length: Math.floor(room / 54) }, () => 'W'.repeat(50))];
    const left = 49_999 - ((chart(filled)?.length ?? 0) - fences);
    const longer = (more: number) => filled.map((label, index) => (index < more ? `${label}W` : label));
    expect(chart(longer(left))).toHaveLength(49_999 + fences);
    expect(chart(longer(left + 1))).toBeNull();
  });

  it('T6: is read by Mermaid with exactly the points it was made of, whatever its words are', async () => {
    await fc.assert(
      fc.asyncProperty(charts, async (chart) => {
        const { title, labels, lines } = shown(chart);
        expect(await readWithMermaid(textIn(renderLineChart(chart)))).toEqual({
          kind: 'xychart',
          title,
          labels,
          plots: lines.map((line) => ({ type: 'line', ...line })),
        });
      }),
      { numRuns: 200 },
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        expect(readDiagram(textIn(renderLineChart(chart)))).toEqual({
          kind: 'line-chart',
          chart: shown(chart),
        });
      }),
    );
  });
});

describe('a bar chart', () => {
  it('T6: is read by Mermaid with exactly its bars, and back as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(barCharts, async (chart) => {
        const text = textIn(renderBarChart(chart));
        const { title, labels, values, highest } = { ...chart, ...plainWords(chart) };
        const plots = [{ type: 'bar', name: '', values }];
        expect(await readWithMermaid(text)).toEqual({ kind: 'xychart', title, labels, plots });
        const read = { title, labels, values, highest };
        expect(readDiagram(text)).toEqual({ kind: 'bar-chart', chart: read });
      }),
      { numRuns: 100 },
    );
  });
});

describe('a timeline', () => {
  it('is a fenced gantt chart by months', () => {
    const ship = [{ name: 'Ship', start: '2026-12-02', days: 30, state: 'active' }] as const;
    expect(renderTimeline({ bars: ship, marked: { name: 'Today', day: '2026-12-05' } })?.split('\n')).toEqual(
      [
        '```mermaid',
        'gantt',
        '  dateFormat YYYY-MM-DD',
        '  axisFormat %m-%d',
        '  tickInterval 1month',
        '  todayMarker off',
        '  Ship :active, 2026-12-02, 30d',
        '  Today :milestone, 2026-12-05, 0d',
        '```',
      ],
    );
  });

  it('is read by Mermaid with one task for each bar and one for the day that is marked', async () => {
    await fc.assert(
      fc.asyncProperty(timelines, async (timeline) => {
        const tasks = [...timeline.bars, ...(timeline.marked === null ? [] : [timeline.marked])];
        expect(await readWithMermaid(textIn(renderTimeline(timeline)))).toEqual({
          kind: 'gantt',
          tasks: tasks.map(({ name }) => name),
          sections: [],
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(timelines, (timeline) => {
        expect(readDiagram(textIn(renderTimeline(timeline)))).toEqual({ kind: 'timeline', timeline });
      }),
    );
  });
});

describe('text in a diagram', () => {
  it.each([
    ['Sign-ups within 24 h', 'Sign-ups within 24 h'],
    ['a"] --> b["x', 'a b x'],
    ['%%{init: {"theme":"dark"}}%%', 'init theme dark'],
    ['task :crit, 2026-01-01, 1d', 'task crit 2026-01-01 1d'],
    ['```\n# out', 'out'],
    ['Überschuß 3.5', 'Überschuß 3.5'],
    ['--> ..', ''],
    ['sign..up, sign.-up', 'sign up sign up'],
    ['x .env -y. z', 'x env y z'],
    ['0.5 e\u0301-a', '0.5 \u00e9-a'],
    ['e\u0323\u0323.a.e\u0323\u0323', '\u1eb9\u0323.a.\u1eb9\u0323'],
    [`a${'"'.repeat(70)}b`, 'a b'],
    ['\u{1d7d8}'.repeat(61), '\u{1d7d8}'.repeat(60)],
  ])('T6: turns %j into %j', (text, expected) => {
    expect(toDiagramText(text)).toBe(expected);
  });

  it('T6: never holds a sign that means anything to Mermaid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const plain = toDiagramText(text);
        expect(plain).toMatch(/^[\p{L}\p{M}\p{N} .-]*$/u);
        expect(plain).not.toMatch(/--|^-|-$/);
        expect([...plain].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});

function textIn(fence: string | null): string {
  return fence?.replace(/^```mermaid\n([\s\S]*)\n```$/, '$1') ?? '';
}
