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
  const [first = '', ...lines] = text.trimEnd().split('\n');
  if (first === 'gantt') return readTimeline(lines);
  return /^%%\{init: .*\}%%$/.test(first) && lines[0] === 'xychart-beta' ? readChart(lines.slice(1)) : null;
}

function readChart([titleLine = '', labelLine = '', rangeLine = '', ...rest]: readonly string[]) {
  const title = /^ {2}title "([^"]*)"$/.exec(titleLine)?.[1];
  const labels = /^ {2}x-axis \["(.*)"\]$/.exec(labelLine)?.[1]?.split('", "');
  const range = /^ {2}y-axis (\S+) --> (\S+)$/.exec(rangeLine);
  const [lowest, highest] = [Number(range?.[1]), Number(range?.[2])];
  if (title === undefined || labels === undefined || !Number.isFinite(lowest + highest)) return null;
  const values = readNumbers(/^ {2}bar \[(.+)\]$/.exec(rest[0] ?? '')?.[1]);
  if (rest.length === 1 && values?.length === labels.length) {
    return { kind: 'bar-chart', chart: { title, labels, values, highest } } as const;
  }
  const lines = rest.map(readLine);
  const isWhole = lines.every((line): line is Line => line?.values.length === labels.length);
  return isWhole ? ({ kind: 'line-chart', chart: { title, labels, lines, lowest, highest } } as const) : null;
}

function readLine(line: string): Line | null {
  const [, name, list] = /^ {2}line "([^"]*)" \[(.+)\]$/.exec(line) ?? [];
  const values = readNumbers(list);
  return name === undefined || values === null ? null : { name, values };
}

function readNumbers(list: string | undefined): readonly number[] | null {
  const values = list?.split(', ').map(Number) ?? [];
  return values.length === 0 || values.some(Number.isNaN) ? null : values;
}

/** Behind four settings: the bars, then perhaps the day that is marked. */
function readTimeline([, , , , ...rest]: readonly string[]): Diagram | null {
  const [, name, day] = /^ {2}([^:]+) :milestone, (\d{4}-\d\d-\d\d), 0d$/.exec(rest.at(-1) ?? '') ?? [];
  const marked = name === undefined || day === undefined ? null : { name, day };
  const bars = (marked === null ? rest : rest.slice(0, -1)).map(readBar);
  if (bars.length === 0 || !bars.every((bar) => bar !== null)) return null;
  return { kind: 'timeline', timeline: { bars, marked } };
}

function readBar(line: string): Bar | null {
  const [, name, state, start, days] =
    /^ {2}([^:]+) :(?:(done|active), )?(\d{4}-\d\d-\d\d), (\d+)d$/.exec(line) ?? [];
  if (name === undefined || start === undefined) return null;
  const known = state === 'done' || state === 'active' ? state : 'ahead';
  return { name, start, days: Number(days), state: known };
}
