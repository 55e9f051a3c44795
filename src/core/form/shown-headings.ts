import { findHeadings, type Heading } from './find-headings.ts';
import { findHidden } from './hidden-lines.ts';
import type { PreparedTemplate } from './template.ts';

/**
 * Whether `body` holds the headings of all these fields, by id. A form that is only quoted or shown as code does not
 * count, unless the body begins with the form.
 */
export function hasHeadings(body: string, template: PreparedTemplate, ids: readonly string[]): boolean {
  const headings = findHeadings(body, template);
  const needed = new Set(ids);
  if (headings.length < needed.size) return false;
  const shown = headings[0]?.start === 0 ? headings : shownAmong(headings, body);
  for (const { field } of shown) needed.delete(template.fields[field]?.id ?? '');
  return needed.size === 0;
}

/** Ids of the fields whose heading stands more than once outside quotes, code and HTML comments. */
export function repeatedHeadings(body: string, template: PreparedTemplate): ReadonlySet<string> {
  const seen = new Set<number>();
  const repeated = new Set<string>();
  for (const { field } of shownAmong(findHeadings(body, template), body)) {
    if (seen.has(field)) repeated.add(template.fields[field]?.id ?? '');
    seen.add(field);
  }
  return repeated;
}

function shownAmong(headings: readonly Heading[], body: string): readonly Heading[] {
  const hidden = findHidden(body, headings);
  return headings.filter((_, position) => !hidden[position]);
}
