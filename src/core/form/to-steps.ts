import { answerBetween } from './answer-between.ts';
import type { Steps } from './cheapest-readings.ts';
import type { Heading } from './find-headings.ts';
import { isBlankCode } from './normalise-text.ts';
import type { PreparedField, PreparedTemplate } from './template.ts';
import { endOfLine, nextLine } from './text-lines.ts';

/**
 * The prices that rank readings: one missing heading outweighs any number of answers that are not allowed, and one
 * of those any number of hidden headings.
 */
export function stepsOf(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
  hidden: readonly boolean[],
): Steps {
  const fieldCount = template.fields.length;
  return {
    fieldCount,
    field: headings.map(({ field }) => field),
    cost: hidden.map(Number),
    ends: allowedEnds(body, template, headings),
    notAllowed: fieldCount + 1,
    missing: (fieldCount + 1) ** 2,
  };
}

/** Prices under which only a reading that GitHub can have written itself costs less than one missing heading. */
export function stepsOfGitHub(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
  hidden: readonly boolean[],
): Steps {
  const never = 1_000_000;
  return {
    ...stepsOf(body, template, headings, hidden),
    cost: headings.map((heading) => (isAsGitHubWrites(body, template, heading) ? 0 : never)),
    notAllowed: never,
    missing: never,
  };
}

/** Where the one-line answer, or the lack of one, below each heading ends: at the very next line that has text. */
function allowedEnds(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
): readonly (readonly number[] | null)[] {
  return headings.map((heading, position) => {
    const field = template.fields[heading.field];
    return field?.oneLine ? endsOfOneLine(body, headings, position, field) : null;
  });
}

function endsOfOneLine(
  body: string,
  headings: readonly Heading[],
  position: number,
  field: PreparedField,
): readonly number[] {
  const below = headings[position]?.below ?? body.length;
  const first = lineWithText(body, below);
  const unanswered = headingAt(body, headings, position + 1, first);
  const ends = unanswered === -1 ? [] : [unanswered];
  if (first === body.length) return ends;

  const lineEnd = endOfLine(body, first);
  const answer = answerBetween(body, first, lineEnd);
  if (answer !== '' && !field.allows(answer)) return ends;
  const second = lineWithText(body, nextLine(body, lineEnd));
  const answered = headingAt(body, headings, position + (unanswered === -1 ? 1 : 2), second);
  return answered === -1 ? ends : [...ends, answered];
}

/** The position of the heading whose line starts at `start`, the number of headings at the end, else -1. */
function headingAt(body: string, headings: readonly Heading[], position: number, start: number): number {
  if (start === body.length) return headings.length;
  return headings[position]?.start === start ? position : -1;
}

/** The start of the first line from `from` on (a line's start) that shows anything. */
function lineWithText(body: string, from: number): number {
  let start = from;
  for (let at = from; at < body.length; at += 1) {
    const code = body.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) start = at + 1;
    else if (!isBlankCode(code)) return start;
  }
  return body.length;
}

/** `### Label` at the margin, an empty line below, an empty line or the start of the body above. */
function isAsGitHubWrites(body: string, template: PreparedTemplate, heading: Heading): boolean {
  const label = template.fields[heading.field]?.label ?? '';
  const end = heading.start + 4 + label.length;
  if (!body.startsWith(`### ${label}`, heading.start) || endOfLine(body, end) !== end) return false;
  const below = nextLine(body, end);
  if (endOfLine(body, below) !== below) return false;
  if (heading.field === 0) return heading.start === 0;
  return ['\n\n', '\n\r\n', '\r\r'].some((lineBreaks) => body.endsWith(lineBreaks, heading.start));
}
