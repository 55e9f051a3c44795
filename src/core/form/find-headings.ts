import { isBlankCode, normaliseHeading } from './normalise-text.ts';
import type { PreparedTemplate } from './template.ts';
import { endOfLine, nextLine } from './text-lines.ts';

/** A line `### Label` with a label of the template, wherever it stands. Offsets count UTF-16 units. */
export interface Heading {
  /** Position of its field in the template. */
  readonly field: number;
  /** Where its line begins. */
  readonly start: number;
  /** Where `###` begins. */
  readonly mark: number;
  /** Where the text below it begins. */
  readonly below: number;
}

/** Every heading of the template in `body`, in the order they stand; linear in the body. */
export function findHeadings(body: string, template: PreparedTemplate): Heading[] {
  const headings: Heading[] = [];
  let mark = body.indexOf('###');
  while (mark !== -1) {
    const end = endOfLine(body, mark + 3);
    const start = startOfPrefix(body, mark);
    if (start !== -1) {
      const field = fieldOf(body, mark + 3, end, template);
      if (field !== undefined) headings.push({ field, start, mark, below: nextLine(body, end) });
    }
    // Only the first mark of a line can make it a heading, so the rest of the line is never looked at again.
    mark = body.indexOf('###', end);
  }
  return headings;
}

/** The start of the line when only white space and `>` stand before `mark`, else -1. */
function startOfPrefix(body: string, mark: number): number {
  let start = mark;
  while (start > 0) {
    const code = body.charCodeAt(start - 1);
    if (code === 0x0a || code === 0x0d) return start;
    if (code !== 0x3e && !isBlankCode(code)) return -1;
    start -= 1;
  }
  return start;
}

function fieldOf(body: string, from: number, to: number, template: PreparedTemplate): number | undefined {
  if (!isBlankCode(body.charCodeAt(from))) return undefined;
  const written = body.slice(from, to).trim();
  if (written.length > template.longestHeading) return undefined;
  return template.byLabel.get(written) ?? template.byLabel.get(normaliseHeading(written));
}
