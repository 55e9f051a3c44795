import type { Line, LineChart } from '../mermaid.ts';
import { escapeHtml } from './escape-html.ts';

/** Most labels below a chart: on a telephone, and where there is room. */
const mostLabels = { narrow: 6, wide: 13 };

/**
 * A chart of ours as a figure with inline SVG. Positions are percentages, so that it is as wide as its place and its
 * words stay legible on a telephone. `id` is unique in the page.
 */
export function drawLineChart(chart: LineChart, id: string): string {
  const { title, labels, lines } = chart;
  const heightOf = (value: number) => percent(100 - shareOf(value, chart));
  const leftOf = (index: number) => percent(labels.length < 2 ? 50 : (100 * index) / (labels.length - 1));
  return [
    '<figure class="chart">',
    `<figcaption>${escapeHtml(title)}</figcaption>`,
    lines.length > 1 ? `<ul class="legend">${lines.map(legendEntry).join('')}</ul>` : '',
    `<div class="plot"><svg role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(lines.map((line) => inWords(line, labels)).join(' '))}</desc>`,
    ...ticksOf(chart).map((value) => gridLine(value, heightOf(value))),
    ...labels.map((label, index) => axisLabel(label, leftOf(index), classOfLabel(index, labels.length))),
    '<svg class="lines" viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">',
    ...lines.map((line, index) => polyline(line, index, chart)),
    '</svg>',
    ...lines.slice(0, 1).map((line) => points(line, leftOf, heightOf)),
    '</svg></div>',
    '</figure>',
  ].join('');
}

function polyline({ values }: Line, index: number, chart: LineChart): string {
  const last = Math.max(values.length - 1, 1);
  const places = values.map((value, at) => {
    return `${round((100 * at) / last)},${round(100 - shareOf(value, chart))}`;
  });
  return `<polyline class="line line-${index + 1}" points="${places.join(' ')}"/>`;
}

/** The points of the first line, the last one with its value. */
function points({ values }: Line, leftOf: (index: number) => string, heightOf: (value: number) => string) {
  const dots = values.map((value, index) => {
    return `<circle cx="${leftOf(index)}" cy="${heightOf(value)}" r="${index === values.length - 1 ? 5 : 3.5}"/>`;
  });
  const last = values.at(-1) ?? 0;
  const place = `x="${leftOf(values.length - 1)}" y="${heightOf(last)}"`;
  return [
    ...dots,
    `<text class="value" ${place} dy="-0.8em" text-anchor="middle">${round(last)}</text>`,
  ].join('');
}

function gridLine(value: number, y: string): string {
  return `<line class="grid" x1="0" x2="100%" y1="${y}" y2="${y}"/><text x="-12" y="${y}" dy="0.35em" text-anchor="end">${round(value)}</text>`;
}

function axisLabel(label: string, x: string, className: string): string {
  return `<text class="${className}" x="${x}" y="100%" dy="2em" text-anchor="middle">${escapeHtml(label)}</text>`;
}

/** Labels that would run into each other are left out, counted from the newest. */
function classOfLabel(index: number, count: number): 'often' | 'seldom' | 'never' {
  const isShown = (most: number) => (count - 1 - index) % Math.ceil(count / most) === 0;
  if (!isShown(mostLabels.wide)) return 'never';
  return isShown(mostLabels.narrow) ? 'often' : 'seldom';
}

function legendEntry({ name, values }: Line, index: number): string {
  return `<li class="line-${index + 1}">${escapeHtml(name)} <b>${round(values.at(-1) ?? 0)}</b></li>`;
}

function inWords({ name, values }: Line, labels: readonly string[]): string {
  const isLevel = values.every((value) => value === values[0]);
  if (isLevel) return `${name}: ${round(values[0] ?? 0)} throughout.`;
  return `${name}: ${values.map((value, index) => `${labels[index]} ${round(value)}`).join(', ')}.`;
}

function ticksOf({ lowest, highest }: LineChart): readonly number[] {
  return lowest === highest ? [lowest] : [lowest, (lowest + highest) / 2, highest];
}

/** How far up a value stands, in percent of the chart's height. */
function shareOf(value: number, { lowest, highest }: LineChart): number {
  return lowest === highest ? 50 : (100 * (value - lowest)) / (highest - lowest);
}

function percent(share: number): string {
  return `${round(share)}%`;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
