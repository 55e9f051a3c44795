import { addDays, daysBetween } from '../../core/calendar.ts';
import { endingPhases, phaseEndDays } from '../../core/plan/phase.ts';
import type { StatusLine, Summary } from '../../core/summary/summary.ts';
import { details, table } from '../markdown.ts';
import { type Bar, renderTimeline } from '../mermaid.ts';
import { renderMetricReadings } from '../readings.ts';
import { capitalise, columns } from '../wording.ts';

/** The metric's way and the 90 days as charts with their tables, folded; `null` without either. */
export function renderPlan({ status, readings }: Summary): string | null {
  if (status === null) return null;
  const { metric } = status;
  const metricParts =
    metric === null || readings.length === 0 ? [] : [renderMetricReadings(metric, readings)];
  const parts = [...metricParts, ...planParts(status)];
  return parts.length === 0 ? null : details('Metric and plan', parts.join('\n\n'));
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
  return endingPhases.map((phase, index) => {
    const earlier = endingPhases[index - 1];
    const firstDay = earlier === undefined ? 0 : phaseEndDays[earlier];
    const start = addDays(since, firstDay);
    const days = phaseEndDays[phase] - firstDay;
    const gone = daysBetween(start, today);
    const state = gone >= days ? 'done' : gone >= 0 ? 'active' : 'ahead';
    return { name: capitalise(phase), start, days, state };
  });
}
