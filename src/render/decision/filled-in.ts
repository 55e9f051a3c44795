import { clip } from '../markdown.ts';

/** The headings of a decision issue that only people can fill in. */
const headingsToFill = ['adoption', 'support-load', 'technical-health'] as const;

export type HeadingToFill = (typeof headingsToFill)[number];

export type FilledIn = Readonly<Partial<Record<HeadingToFill, string>>>;

const questions: Readonly<Record<HeadingToFill, string>> = {
  adoption: '*Do more people use what was shipped, and do they come back? Write it here.*',
  'support-load': '*Are there fewer tickets for each customer than on day 1? Write it here.*',
  'technical-health': '*Is a change easier or harder to make than on day 1? Write it here.*',
};

const writtenUnits = 4_000;
const end = '<!-- chokepoint:end -->';
const startOf = (heading: HeadingToFill) => `<!-- chokepoint:${heading} -->`;

/** The place under one heading: what people wrote there, or what is asked. */
export function renderFilledIn(heading: HeadingToFill, filled: FilledIn): string {
  return [startOf(heading), filled[heading] ?? questions[heading], end].join('\n');
}

/** Reads back what people wrote into the body, so that writing it again keeps that; GitHub's editor writes CRLF. */
export function readFilledIn(written: string): FilledIn {
  const body = written.replaceAll('\r\n', '\n');
  const filled: Partial<Record<HeadingToFill, string>> = {};
  for (const heading of headingsToFill) {
    const start = body.indexOf(startOf(heading));
    const stop = body.indexOf(end, start);
    if (start < 0 || stop < 0) continue;
    const text = body.slice(start + startOf(heading).length, stop).trim();
    // Our own markers must stay the only ones.
    if (text !== '' && !text.includes('<!--')) filled[heading] = clip(text, writtenUnits);
  }
  return filled;
}
