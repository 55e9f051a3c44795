/** A part of the summary; one with `rows` can be rendered with fewer of them. */
export interface Section {
  readonly name: string;
  readonly rows: number;
  readonly render: (rows: number) => string;
}

/** Left out in this order when the whole is too long; the others are never left out, only shortened. */
const leastImportantFirst = [
  'hygiene',
  'metric and plan',
  'focus',
  'one step from ready',
  'drift',
  'below the line',
  'changes',
] as const;

/**
 * The sections as one text of at most `units` UTF-16 units: whole sections are left out from the least
 * important on, then rows of the list, and a note says what is missing.
 */
export function fitInto(units: number, sections: readonly Section[]): string {
  const rows = Math.max(0, ...sections.map((section) => section.rows));
  for (let left = 0; left <= leastImportantFirst.length; left += 1) {
    const text = join(sections, leastImportantFirst.slice(0, left), rows, rows);
    if (text.length <= units) return text;
  }
  return shorten(units, sections, rows);
}

function shorten(units: number, sections: readonly Section[], rows: number): string {
  for (let kept = Math.floor(rows / 2); kept > 0; kept = Math.floor(kept / 2)) {
    const text = join(sections, leastImportantFirst, kept, rows);
    if (text.length <= units) return text;
  }
  return join(sections, leastImportantFirst, 0, rows).slice(0, units).toWellFormed();
}

function join(sections: readonly Section[], leftOut: readonly string[], kept: number, rows: number): string {
  const missing = sections.filter(({ name }) => leftOut.includes(name)).map(({ name }) => name);
  if (kept < rows) missing.unshift(`${rows - kept} candidates`);
  return [
    ...sections.filter(({ name }) => !leftOut.includes(name)).map(({ render }) => render(kept)),
    ...(missing.length === 0
      ? []
      : [`<sub>Left out, because an issue has no more room: ${missing.join(', ')}.</sub>`]),
  ].join('\n\n');
}
