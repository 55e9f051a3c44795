import { readDiagram } from '../read-diagram.ts';
import { drawBarChart } from './draw-bar-chart.ts';
import { drawLineChart } from './draw-line-chart.ts';
import { drawTimeline } from './draw-timeline.ts';

/** The text between the fences of a diagram of ours as a figure; `null` for a diagram of anybody else. */
export function drawDiagram(text: string, id: string): string | null {
  const diagram = readDiagram(text);
  if (diagram === null) return null;
  if (diagram.kind === 'line-chart') return drawLineChart(diagram.chart, id);
  return diagram.kind === 'bar-chart' ? drawBarChart(diagram.chart, id) : drawTimeline(diagram.timeline, id);
}

/** What a table beside the diagram is about. */
export function titleOfDiagram(text: string): string {
  const diagram = readDiagram(text);
  if (diagram === null) return '';
  return diagram.kind === 'timeline' ? 'The plan in days' : diagram.chart.title;
}
