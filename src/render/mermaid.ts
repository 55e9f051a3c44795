/** GitHub draws no diagram above this length (stated by Mermaid as `maxTextSize`). */
export const diagramUnits = 50_000;

/** A line of a chart; `name` and the chart's title are Chokepoint's own words. */
export interface Line {
  readonly name: string;
  /** One for each label. */
  readonly values: readonly number[];
}

export interface LineChart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly lines: readonly Line[];
  readonly lowest: number;
  readonly highest: number;
}

/** A fenced Mermaid line chart; `null` where it would not fit or has fewer than two points. */
export function renderLineChart({ title, labels, lines, lowest, highest }: LineChart): string | null {
  if (labels.length < 2) return null;
  return fenced([
    ...chartStart(title, labels),
    `  y-axis ${toNumber(lowest)} --> ${toNumber(highest)}`,
    ...lines.map(({ name, values }) => {
      return `  line ${toQuoted(name)} [${values.map(toNumber).join(', ')}]`;
    }),
  ]);
}

export interface BarChart {
  /** Chokepoint's own words. */
  readonly title: string;
  readonly labels: readonly string[];
  /** One for each label, from zero up. */
  readonly values: readonly number[];
  readonly highest: number;
}

/** A fenced Mermaid bar chart; `null` where it would not fit. */
export function renderBarChart({ title, labels, values, highest }: BarChart): string | null {
  return fenced([
    ...chartStart(title, labels),
    `  y-axis 0 --> ${toNumber(highest)}`,
    `  bar [${values.map(toNumber).join(', ')}]`,
  ]);
}

export interface Bar {
  /** Chokepoint's own words: a line of this diagram begins with them. */
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly start: string;
  readonly days: number;
  readonly state: 'done' | 'active' | 'ahead';
}

export interface Timeline {
  readonly bars: readonly Bar[];
  /** A day marked with a diamond. */
  readonly marked: { readonly name: string; readonly day: string } | null;
}

/** A fenced Mermaid gantt chart in whole days. */
export function renderTimeline({ bars, marked }: Timeline): string | null {
  return fenced([
    'gantt',
    '  dateFormat YYYY-MM-DD',
    '  axisFormat %m-%d',
    '  tickInterval 1month',
    // Mermaid's own line stands on the day of reading, not on the day that is told.
    '  todayMarker off',
    ...bars.map(({ name, start, days, state }) => {
      return `  ${toDiagramText(name)} :${state === 'ahead' ? '' : `${state}, `}${start}, ${days}d`;
    }),
    ...(marked === null ? [] : [`  ${toDiagramText(marked.name)} :milestone, ${marked.day}, 0d`]),
  ]);
}

/**
 * Text that means nothing to Mermaid: letters, digits, spaces, single dots and hyphens inside of words.
 * Everything else becomes a space; at most 60 characters.
 */
export function toDiagramText(text: string): string {
  return [...text.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}.-]+/gu, ' ')]
    .slice(0, 60)
    .join('')
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])[.-]|[.-](?![\p{L}\p{M}\p{N}])/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}

/** Orange, grey and green, seen on GitHub's white and on its black: the first of Mermaid's own is nearly white. */
const palette = '#d2600a, #768390, #2da44e';

/**
 * Mermaid measures words after it has scaled them, so on a telephone it leaves them too little room: a small chart is
 * scaled less, and the padding makes up for the rest.
 */
const size = { width: 520, height: 300, legendPadding: 24, yAxis: { labelPadding: 12 } };

function chartStart(title: string, labels: readonly string[]): readonly string[] {
  const settings = { xyChart: size, themeVariables: { xyChart: { plotColorPalette: palette } } };
  return [
    `%%{init: ${JSON.stringify(settings)}}%%`,
    'xychart-beta',
    `  title ${toQuoted(title)}`,
    `  x-axis [${labels.map(toQuoted).join(', ')}]`,
  ];
}

/** Mermaid refuses a whole chart for one empty text. */
function toQuoted(text: string): string {
  return `"${toDiagramText(text) || '…'}"`;
}

/** Without an exponent, which Mermaid does not read. */
function toNumber(value: number): string {
  return String(Number(value.toFixed(4)));
}

function fenced(lines: readonly string[]): string | null {
  const diagram = lines.join('\n');
  return diagram.length >= diagramUnits ? null : `\`\`\`mermaid\n${diagram}\n\`\`\``;
}
