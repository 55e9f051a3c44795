import type { Bar, Line, LineChart, Timeline } from './mermaid.ts';

/** A diagram that `mermaid.ts` wrote, as data again. */
export type Diagram =
  | { readonly kind: 'line-chart'; readonly chart: LineChart }
  | { readonly kind: 'timeline'; readonly timeline: Timeline };

/**
 * Reads the text between the fences of a diagram of ours, so that a page can draw the very diagrams that an issue
 * holds. `null` for anything that `mermaid.ts` would not have written: nothing is drawn from a guess.
 */
export function readDiagram(text: string): Diagram | null {
  const [kind, ...lines] = text.trimEnd().split('\n');
  if (kind === 'xychart-beta') return readLineChart(lines);
  if (kind === 'gantt') return readTimeline(lines);
  return null;
}

function readLineChart([titleLine = '', labelLine = '', rangeLine = '', ...rest]: readonly string[]) {
  const title = /^ {2}title "([^"]*)"$/.exec(titleLine)?.[1];
  const labels = /^ {2}x-axis \["(.*)"\]$/.exec(labelLine)?.[1]?.split('", "');
  const range = /^ {2}y-axis (\S+) --> (\S+)$/.exec(rangeLine);
  const [lowest, highest] = [Number(range?.[1]), Number(range?.[2])];
  const lines = rest.map(readLine);
  const isWhole = lines.every((line): line is Line => line?.values.length === labels?.length);
  if (title === undefined || labels === undefined || !Number.isFinite(lowest + highest) || !isWhole)
    return null;
  return { kind: 'line-chart', chart: { title, labels, lines, lowest, highest } } as const;
}

function readLine(line: string): Line | null {
  const [, name, list = ''] = /^ {2}line "([^"]*)" \[(.+)\]$/.exec(line) ?? [];
  const values = list.split(', ').map(Number);
  return name === undefined || values.some(Number.isNaN) ? null : { name, values };
}

/** Behind the formats of dates and ticks: the bars, then perhaps the day that is marked. */
function readTimeline([, , , ...rest]: readonly string[]): Diagram | null {
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
