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

/** A list longer than this gives way before any part that tells of something else than charts and hygiene. */
const rowsThatMatter = 20;

/**
 * The sections as one text of at most `units` UTF-16 units: parts are left out from the least important on,
 * the list is shortened, and a note says what is missing.
 */
export function fitInto(units: number, sections: readonly Section[]): string {
  const rows = Math.max(0, ...sections.map((section) => section.rows));
  for (const step of stepsFor(rows)) {
    const text = join(sections, step, rows);
    if (text.length <= units) return text;
  }
  return join(sections, lastStep, rows).slice(0, units).toWellFormed();
}

interface Step {
  readonly leftOut: readonly string[];
  readonly kept: number;
}

const lastStep: Step = { leftOut: leastImportantFirst, kept: 0 };

function stepsFor(rows: number): readonly Step[] {
  const some = Math.min(rows, rowsThatMatter);
  const leaving = (count: number, kept: number) => ({ leftOut: leastImportantFirst.slice(0, count), kept });
  return [
    ...[0, 1, 2].map((count) => leaving(count, rows)),
    ...[2, 3, 4, 5, 6, 7].map((count) => leaving(count, some)),
    ...[10, 5, 2, 1].map((kept) => leaving(leastImportantFirst.length, kept)),
    lastStep,
  ];
}

function join(sections: readonly Section[], { leftOut, kept }: Step, rows: number): string {
  const missing = sections.map(({ name }) => name).filter((name) => leftOut.includes(name));
  if (kept < rows) missing.unshift(`${rows - kept} candidates`);
  return [
    ...sections.filter(({ name }) => !leftOut.includes(name)).map(({ render }) => render(kept)),
    ...(missing.length === 0
      ? []
      : [`<sub>Left out, because an issue has no more room: ${missing.join(', ')}.</sub>`]),
  ].join('\n\n');
}
