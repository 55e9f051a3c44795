export interface Row {
  readonly figure: string;
  readonly value: string;
  /** Against the row that has 1; empty where nothing is compared. */
  readonly ratio: string;
}

/** What one part of the bench gives. */
export interface Measured {
  readonly rows: readonly Row[];
  /** Lines behind the figures, for whoever wants to know what they are made of. */
  readonly details: readonly string[];
}

export function renderTable(rows: readonly Row[]): string {
  const figure = Math.max(...rows.map((row) => row.figure.length));
  const value = Math.max(...rows.map((row) => row.value.length));
  const line = (row: Row) =>
    `${row.figure.padEnd(figure)}  ${row.value.padStart(value)}  ${row.ratio.padStart(7)}`.trimEnd();
  const head = line({ figure: 'figure', value: 'measured', ratio: 'ratio' });
  return [head, '─'.repeat(figure + value + 11), ...rows.map(line)].join('\n');
}

/** How many times `of` goes into `value`, with three significant digits. */
export function toRatio(value: number, of: number): string {
  return String(Number((value / of).toPrecision(3)));
}
