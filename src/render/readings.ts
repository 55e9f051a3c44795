import type { Metric } from '../core/policy.ts';
import { table } from './markdown.ts';
import { renderLineChart } from './mermaid.ts';
import { columns } from './wording.ts';

const readingsShown = 26;

/** The latest 26 readings against baseline, minimum and target: a chart where it can be drawn, and its table. */
export function renderMetricReadings(
  metric: Metric,
  readings: readonly { readonly day: string; readonly value: number }[],
): string {
  const shown = readings.slice(-readingsShown);
  const values = shown.map(({ value }) => value);
  const inView = [...values, metric.baseline, metric.target, metric.minimum];
  const chart = renderLineChart({
    title: 'Metric with minimum and target',
    labels: shown.map(({ day }) => day.slice(5)),
    lines: [
      { name: 'reading', values },
      { name: 'minimum', values: values.map(() => metric.minimum) },
      { name: 'target', values: values.map(() => metric.target) },
    ],
    lowest: Math.min(...inView),
    highest: Math.max(...inView),
  });
  const numbers = table(
    columns(['day'], ['reading', 'baseline', 'minimum', 'target']),
    shown.map(({ day, value }) => [
      day,
      ...[value, metric.baseline, metric.minimum, metric.target].map(String),
    ]),
  );
  return [...(chart === null ? [] : [chart]), numbers].join('\n\n');
}
