import type { BarChart } from '../mermaid.ts';
import { escapeHtml } from './escape-html.ts';

/** Heights in CSS pixels: a label, and its bar under it. */
const rowHeight = 44;
const barHeight = 14;

/** A bar chart of ours as a figure with inline SVG: bars that lie, so that names have room on a telephone. */
export function drawBarChart({ title, labels, values, highest }: BarChart, id: string): string {
  const said = labels.map((label, index) => `${label} ${values[index] ?? 0}`).join(', ');
  return [
    '<figure class="chart bars">',
    `<figcaption>${escapeHtml(title)}</figcaption>`,
    `<div class="plot"><svg role="img" aria-labelledby="${id}-title ${id}-desc" height="${labels.length * rowHeight}">`,
    `<title id="${id}-title">${escapeHtml(title)}</title>`,
    `<desc id="${id}-desc">${escapeHtml(said)}, of ${highest} at most.</desc>`,
    ...labels.map((label, row) => drawBar(label, values[row] ?? 0, highest, row * rowHeight)),
    '</svg></div>',
    '</figure>',
  ].join('');
}

function drawBar(label: string, value: number, highest: number, top: number): string {
  const width = highest === 0 ? 0 : Number(((100 * Math.min(value, highest)) / highest).toFixed(2));
  const place = `y="${top + 20}" width`;
  return [
    `<text x="0" y="${top + 13}">${escapeHtml(label)}</text>`,
    `<text class="amount" x="100%" y="${top + 13}" text-anchor="end">${value}</text>`,
    `<rect class="whole" x="0" ${place}="100%" height="${barHeight}" rx="4"/>`,
    `<rect class="part" x="0" ${place}="${width}%" height="${barHeight}" rx="4"/>`,
  ].join('');
}
