import type { Bar, BarChart, Line, LineChart, Timeline } from './mermaid.ts';

/** A diagram that `mermaid.ts` wrote, as data again. */
export type Diagram =
  | { readonly kind: 'line-chart'; readonly chart: LineChart }
  | { readonly kind: 'bar-chart'; readonly chart: BarChart }
  | { readonly kind: 'timeline'; readonly timeline: Timeline };

/**
 * Reads the text between the fences of a diagram of ours, so that a page can draw the very diagrams that an issue
 * holds. `null` for anything that `mermaid.ts` would not have written: nothing is drawn from a guess.
 */
export function readDiagram(text: string): Diagram | null {
  return readTimeline(text.trimEnd()) ?? readChart(text.trimEnd());
}

const number = String.raw`-?\d+(?:\.\d+)?`;
const numbers = `${number}(?:, ${number})*`;
const chartShape = new RegExp(
  String.raw`^%%\{init: .*\}%%\nxychart-beta\n {2}title "([^"\n]*)"\n {2}x-axis \["(.*)"\]\n {2}y-axis (${number}) --> (${number})\n([\s\S]+)$`,
);
const barsShape = new RegExp(String.raw`^ {2}bar \[(${numbers})\]$`);
const lineShape = new RegExp(String.raw`^ {2}line "([^"]*)" \[(${numbers})\]$`);

function readChart(text: string): Diagram | null {
  const found = chartShape.exec(text);
  if (found === null) return null;
  const [, title = '', labelList = '', low, high, plots = ''] = found;
  const labels = labelList.split('", "');
  const [lowest, highest] = [Number(low), Number(high)];
  const values = toNumbers(barsShape.exec(plots)?.[1]);
  if (values.length === labels.length)
    return { kind: 'bar-chart', chart: { title, labels, values, highest } };
  const lines = plots.split('\n').map(readLine);
  const isWhole = lines.every((line) => line.values.length === labels.length);
  return isWhole ? { kind: 'line-chart', chart: { title, labels, lines, lowest, highest } } : null;
}

/** Without values where it is no line. */
function readLine(line: string): Line {
  const [, name = '', list] = lineShape.exec(line) ?? [];
  return { name, values: toNumbers(list) };
}

function toNumbers(list: string | undefined): readonly number[] {
  return list?.split(', ').map(Number) ?? [];
}

const day = String.raw`\d{4}-\d\d-\d\d`;
/** Four settings, the bars, then perhaps the day that is marked. */
const timelineShape = new RegExp(
  String.raw`^gantt\n(?: {2}.*\n){4}([\s\S]+?)(?:\n {2}([^:\n]+) :milestone, (${day}), 0d)?$`,
);
const barShape = new RegExp(String.raw`^ {2}([^:]+) :(?:(done|active), )?(${day}), (\d+)d$`);

function readTimeline(text: string): Diagram | null {
  const found = timelineShape.exec(text);
  if (found === null) return null;
  const [, rows = '', name, marks] = found;
  const bars = rows.split('\n').map(readBar);
  if (!bars.every((bar) => bar !== null)) return null;
  const marked = name === undefined || marks === undefined ? null : { name, day: marks };
  return { kind: 'timeline', timeline: { bars, marked } };
}

function readBar(line: string): Bar | null {
  const found = barShape.exec(line);
  if (found === null) return null;
  const [, name = '', state, start = '', days] = found;
  const known = state === 'done' || state === 'active' ? state : 'ahead';
  return { name, start, days: Number(days), state: known };
}
