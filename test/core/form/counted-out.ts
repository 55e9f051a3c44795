import { findHeadings, type Heading } from '../../../src/core/form/find-headings.ts';
import { findHidden } from '../../../src/core/form/hidden-lines.ts';
import type { FormReading } from '../../../src/core/form/read-form.ts';
import type { PreparedField, PreparedTemplate } from '../../../src/core/form/template.ts';

/** One way to take headings in order, each field at most once. */
interface OneReading {
  readonly taken: readonly number[];
  readonly missing: number;
  readonly refused: number;
  readonly hidden: number;
  readonly isGitHubs: boolean;
  /** By field: what it says, `''` where its heading is not taken. */
  readonly answers: readonly string[];
  /** By field: what of it counts. */
  readonly counted: readonly unknown[];
}

/** Reads as docs/reading-forms.md has it, by writing down every way to read; `body` has plain line breaks. */
export function readCountedOut(body: string, template: PreparedTemplate): FormReading {
  const headings = findHeadings(body, template);
  if (headings.length === 0) return { answers: new Map(), ambiguous: [] };
  const all = waysToTake(headings).map((taken) => weigh(body, template, headings, taken));
  const fewest = (of: readonly OneReading[], by: 'missing' | 'refused' | 'hidden') => {
    const least = Math.min(...of.map((reading) => reading[by]));
    return of.filter((reading) => reading[by] === least);
  };
  const preferred = fewest(fewest(fewest(all, 'missing'), 'refused'), 'hidden');
  const possible = [...preferred, ...all.filter(({ isGitHubs }) => isGitHubs)];

  const isAmbiguous = (field: number) => new Set(possible.map(({ counted }) => counted[field])).size > 1;
  const longest = preferred.toSorted((one, other) => laterFirst(headings, one.taken, other.taken))[0];
  const answers = new Map<string, string>();
  for (const position of longest?.taken ?? []) {
    const field = headings[position]?.field ?? 0;
    const id = template.fields[field]?.id ?? '';
    if (id !== '' && !isAmbiguous(field)) answers.set(id, longest?.answers[field] ?? '');
  }
  return { answers, ambiguous: template.fields.filter((_, field) => isAmbiguous(field)).map(({ id }) => id) };
}

function waysToTake(headings: readonly Heading[]): readonly (readonly number[])[] {
  let ways: (readonly number[])[] = [[]];
  for (const [position, { field }] of headings.entries()) {
    const fits = ways.filter((taken) =>
      taken.every((earlier) => (headings[earlier]?.field ?? field) < field),
    );
    ways = [...ways, ...fits.map((taken) => [...taken, position])];
  }
  return ways.filter((taken) => taken.length > 0);
}

function weigh(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
  taken: readonly number[],
): OneReading {
  const hidden = findHidden(body, headings);
  const answers = template.fields.map(() => '');
  const counted = template.fields.map(({ counts }) => counts?.('') ?? null);
  let refused = 0;
  for (const [place, position] of taken.entries()) {
    const { field = 0, below = 0 } = headings[position] ?? {};
    const own = template.fields[field];
    const between = body.slice(below, headings[taken[place + 1] ?? -1]?.start ?? body.length).trim();
    const answer = between === '_No response_' ? '' : between;
    const isRefused = own !== undefined && !canBeWritten(own, between);
    if (isRefused) refused += 1;
    answers[field] = answer;
    if (!isRefused || !own.chosen) counted[field] = own?.counts?.(answer) ?? null;
  }
  const missing = template.fields.length - taken.length;
  const isWritten = taken.every((position) => isAsWritten(body, template, headings[position]));
  return {
    taken,
    missing,
    refused,
    hidden: taken.filter((position) => hidden[position]).length,
    isGitHubs: missing === 0 && refused === 0 && isWritten && headings[taken[0] ?? 0]?.start === 0,
    answers,
    counted,
  };
}

/** A choice is one of the options or open, a line of text one line or none. */
function canBeWritten(field: PreparedField, between: string): boolean {
  if (!field.oneLine || between === '') return true;
  if (between.includes('\n')) return false;
  return !field.chosen || between === '_No response_' || field.options.includes(between);
}

/** The first heading of the form begins the body; each other one stands between two empty lines. */
function isAsWritten(body: string, template: PreparedTemplate, heading: Heading | undefined): boolean {
  if (heading === undefined) return false;
  const { field, start } = heading;
  const lines = body.slice(start).split('\n');
  const above = body.slice(0, start);
  const isBelowEmptyLine = field === 0 ? start === 0 : above.endsWith('\n\n');
  return lines[0] === `### ${template.fields[field]?.label}` && !lines[1] && isBelowEmptyLine;
}

/** The reading that begins with the first field, and whose headings stand later, one after another. */
function laterFirst(headings: readonly Heading[], one: readonly number[], other: readonly number[]): number {
  const firstField = (taken: readonly number[]) => headings[taken[0] ?? 0]?.field ?? 0;
  if (firstField(one) !== firstField(other)) return firstField(one) - firstField(other);
  for (let place = 0; place < one.length || place < other.length; place += 1) {
    const difference = (other[place] ?? headings.length) - (one[place] ?? headings.length);
    if (difference !== 0) return difference;
  }
  return 0;
}
