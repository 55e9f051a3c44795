import { groupLines, readShownLines, type ShownLine, staysOpen } from './shown-lines.ts';

/**
 * The text without what GitHub shows as code (fences and spans) or does not show at all (HTML comments);
 * everything else stays in a line of its own, blank lines may go. Linear in the length of the text.
 */
export function withoutHiddenText(text: string): string {
  return groupLines(readShownLines(text)).map(withoutHidden).join('\n');
}

/** Where HTML comments stand among the lines of a paragraph: offsets in the lines joined by line feeds. */
export function findComments(paragraph: string): readonly Span[] {
  return findSpans(paragraph).filter(({ start }) => paragraph.startsWith('<!--', start));
}

/** From `start` up to, and without, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

function withoutHidden(lines: readonly ShownLine[]): string {
  const [first] = lines;
  if (first?.shown === 'code') return '';
  const text = lines.map((line) => line.text).join('\n');
  // A comment that begins a line and is closed nowhere runs to the end.
  return withoutSpans(first?.shown === 'nothing' && staysOpen(text) ? `${text}-->` : text);
}

function withoutSpans(text: string): string {
  const kept: string[] = [];
  let position = 0;
  for (const { start, end } of findSpans(text)) {
    kept.push(text.slice(position, start), ' ');
    position = end;
  }
  return [...kept, text.slice(position)].join('');
}

/** The code spans and comments of one paragraph, in order; whichever opens first hides the other. */
function findSpans(paragraph: string): readonly Span[] {
  const spanEnds = spanEndsOf(paragraph);
  const lastEnd = paragraph.lastIndexOf('-->');
  const spans: Span[] = [];
  let position = 0;
  for (const { 0: mark, index: start } of paragraph.matchAll(/`+|<!--/g)) {
    if (start < position) continue;
    const end = mark === '<!--' ? endOfComment(paragraph, start + mark.length, lastEnd) : spanEnds.get(start);
    if (end === undefined) continue;
    spans.push({ start, end });
    position = end;
  }
  return spans;
}

/** Nothing is looked for behind the last end of a comment, so that many openings stay linear. */
function endOfComment(paragraph: string, from: number, lastEnd: number): number | undefined {
  return from > lastEnd ? undefined : paragraph.indexOf('-->', from) + 3;
}

/** By the start of every run of backticks that another one of the same length follows: where that one ends. */
function spanEndsOf(paragraph: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const lastStarts = new Map<string, number>();
  for (const { 0: run, index } of paragraph.matchAll(/`+/g)) {
    const start = lastStarts.get(run);
    if (start !== undefined) ends.set(start, index + run.length);
    lastStarts.set(run, index);
  }
  return ends;
}
