import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagramUnits, renderLineChart, renderTimeline, toDiagramText } from '../../src/render/mermaid.ts';

describe('a line chart', () => {
  it('is a fenced xychart with one value for each label', () => {
    expect(
      renderLineChart({ title: 'Focus', labels: ['W1', 'W2'], lines: [[50, 60]], lowest: 0, highest: 100 }),
    ).toBe(
      '```mermaid\nxychart-beta\n  title "Focus"\n  x-axis ["W1", "W2"]\n  y-axis 0 --> 100\n  line [50, 60]\n```',
    );
  });

  it('is left out with fewer than two points, and when it would be too long to be drawn', () => {
    const chart = (labels: readonly string[]) =>
      renderLineChart({ title: 'Focus', labels, lines: [labels.map(() => 1)], lowest: 0, highest: 1 });
    expect(chart(['W1'])).toBeNull();
    expect(chart(Array.from({ length: diagramUnits / 6 }, (_, index) => `W${index}`))).toBeNull();
  });
});

describe('a timeline', () => {
  it('is a fenced gantt chart by weeks', () => {
    const bars = [{ name: 'Ship', start: '2026-12-02', days: 30, state: 'active' }] as const;
    expect(renderTimeline({ bars, marked: { name: 'Today', day: '2026-12-05' } })?.split('\n')).toEqual([
      '```mermaid',
      'gantt',
      '  dateFormat YYYY-MM-DD',
      '  axisFormat %m-%d',
      '  tickInterval 1week',
      '  Ship :active, 2026-12-02, 30d',
      '  Today :milestone, 2026-12-05, 0d',
      '```',
    ]);
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
  ])('T6: turns %j into %j', (text, expected) => {
    expect(toDiagramText(text)).toBe(expected);
  });

  it('T6: never holds a sign that means anything to Mermaid', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const shown = toDiagramText(text);
        expect(shown).toMatch(/^[\p{L}\p{M}\p{N} .-]*$/u);
        expect(shown).not.toMatch(/--|^-|-$/);
        expect([...shown].length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
