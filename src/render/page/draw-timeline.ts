import { addDays, daysBetween, toWords } from '../../core/calendar.ts';
import type { Bar, Timeline } from '../mermaid.ts';
import { escapeHtml } from './escape-html.ts';

/** Heights in CSS pixels. */
const rowHeight = 38;
const barHeight = 28;

const states: Readonly<Record<Bar['state'], string>> = { done: 'done', active: 'under way', ahead: 'ahead' };

/** A timeline of ours as a figure with inline SVG, as wide as its place. `id` is unique in the page. */
export function drawTimeline({ bars, marked }: Timeline, id: string): string {
  const days = [...bars.flatMap((bar) => [bar.start, endOf(bar)]), ...(marked === null ? [] : [marked.day])];
  const [first = '', last = ''] = [days.toSorted().at(0), days.toSorted().at(-1)];
  const whole = Math.max(daysBetween(first, last), 1);
  const leftOf = (day: string) => `${Number(((100 * daysBetween(first, day)) / whole).toFixed(2))}%`;
  const title = `From ${toWords(first)} to ${toWords(addDays(last, -1))}`;
  return [
    '<figure class="chart timeline">',
    `<figcaption>${title}</figcaption>`,
    `<div class="plot"><svg role="img" aria-labelledby="${id}-title ${id}-desc" height="${bars.length * rowHeight}">`,
    `<title id="${id}-title">${title}</title>`,
    `<desc id="${id}-desc">${escapeHtml(inWords(bars, marked))}</desc>`,
    ...bars.map((bar, row) => drawBar(bar, row, leftOf)),
    marked === null ? '' : drawMark(marked, leftOf(marked.day)),
    '</svg></div>',
    '</figure>',
  ].join('');
}

function drawBar(bar: Bar, row: number, leftOf: (day: string) => string): string {
  const left = leftOf(bar.start);
  const width = `${Number((Number.parseFloat(leftOf(endOf(bar))) - Number.parseFloat(left)).toFixed(2))}%`;
  const top = row * rowHeight + (rowHeight - barHeight) / 2;
  const middle = `y="${top + barHeight / 2}" dy="0.35em"`;
  return [
    `<g class="${bar.state}">`,
    `<rect x="${left}" y="${top}" width="${width}" height="${barHeight}" rx="6"/>`,
    `<text x="${left}" dx="10" ${middle}>${escapeHtml(bar.name)}</text>`,
    `<text class="start" x="${left}" y="100%" dy="1.6em">${shortDay(bar.start)}</text>`,
    '</g>',
  ].join('');
}

function drawMark({ name }: { readonly name: string }, x: string): string {
  const share = Number.parseFloat(x);
  const anchor = share < 8 ? 'start' : share > 92 ? 'end' : 'middle';
  return `<g class="mark"><line x1="${x}" x2="${x}" y1="-4" y2="100%"/><text x="${x}" y="-10" text-anchor="${anchor}">${escapeHtml(name)}</text></g>`;
}

function inWords(bars: readonly Bar[], marked: Timeline['marked']): string {
  const phases = bars.map(({ name, start, days, state }) => {
    return `${name}: ${days} days from ${toWords(start)}, ${states[state]}.`;
  });
  return [...phases, ...(marked === null ? [] : [`${marked.name}: ${toWords(marked.day)}.`])].join(' ');
}

/** The day after the last one. */
function endOf({ start, days }: Bar): string {
  return addDays(start, days);
}

/** `2 Nov`. */
function shortDay(day: string): string {
  const [date = '', month = ''] = toWords(day).split(' ');
  return `${date} ${month.slice(0, 3)}`;
}
