import { addDays, daysBetween } from '../../core/calendar.ts';
import { phaseEndDays, phases } from '../../core/plan/phase.ts';
import type { StatusLine, Summary } from '../../core/summary/summary.ts';
import { details, table } from '../markdown.ts';
import { type Bar, renderLineChart, renderTimeline } from '../mermaid.ts';
import { columns } from './wording.ts';

const readingsShown = 26;

/** The metric's way and the 90 days as charts with their tables, folded; `null` without either. */
export function renderPlan({ status, readings }: Summary): string | null {
  if (status === null) return null;
  const parts = [...metricParts(status, readings.slice(-readingsShown)), ...planParts(status)];
  return parts.length === 0 ? null : details('Metric and plan', parts.join('\n\n'));
}

function metricParts({ metric }: StatusLine, readings: Summary['readings']): readonly string[] {
  if (metric === null || readings.length === 0) return [];
  const values = readings.map(({ value }) => value);
  const inView = [...values, metric.baseline, metric.target];
  const chart = renderLineChart({
    title: 'Metric with minimum and target',
    labels: readings.map(({ day }) => day.slice(5)),
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
    readings.map(({ day, value }) => {
      return [day, ...[value, metric.baseline, metric.minimum, metric.target].map(String)];
    }),
  );
  return [...(chart === null ? [] : [chart]), numbers];
}

function planParts({ plan, today }: StatusLine): readonly string[] {
  if (plan === null) return [];
  const bars = planBars(plan.since, today);
  const chart = renderTimeline({ bars, marked: { name: 'Today', day: today } });
  const dates = table(
    columns(['phase', 'from', 'to'], ['days']),
    bars.map(({ name, start, days }) => [name, start, addDays(start, days - 1), String(days)]),
  );
  return [...(chart === null ? [] : [chart]), dates];
}

function planBars(since: string, today: string): readonly Bar[] {
  return phases.flatMap((phase, index) => {
    if (phase === 'decide') return [];
    const earlier = phases[index - 1];
    const firstDay = earlier === undefined || earlier === 'decide' ? 0 : phaseEndDays[earlier];
    const start = addDays(since, firstDay);
    const days = phaseEndDays[phase] - firstDay;
    const gone = daysBetween(start, today);
    const state = gone >= days ? 'done' : gone >= 0 ? 'active' : 'ahead';
    return [{ name: phase.charAt(0).toUpperCase() + phase.slice(1), start, days, state } as const];
  });
}
