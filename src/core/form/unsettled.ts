import { answerBetween } from './answer-between.ts';
import type { CheapestReadings, Span } from './cheapest-readings.ts';
import type { Heading } from './find-headings.ts';
import type { Counting, PreparedTemplate } from './template.ts';

type Counted = ReturnType<Counting>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Whether what counts of a field differs between the cheapest readings, or between them and one that GitHub can have
 * written itself. Linear: of the stretches of text an answer may have, only those are looked at that hold no other,
 * and the areas they cover together. That is enough because what counts only grows with the text.
 */
export function isUnsettled(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
  field: number,
  cheapest: CheapestReadings,
  github: CheapestReadings | null,
): boolean {
  const prepared = template.fields[field];
  const counts = prepared?.counts;
  if (!prepared || !counts) return false;
  const values = new Set<Counted>();
  for (const readings of github === null ? [cheapest] : [cheapest, github]) {
    const spans = readings.spans[field] ?? [];
    // What a field of choices does not allow is no choice.
    const read = spans.filter((span) => span.allowed || !prepared.chosen);
    if (readings.skipped[field] || read.length < spans.length) values.add(counts(''));
    for (const { from, to } of tellingStretches(body, headings, read)) {
      values.add(counts(answerBetween(body, from, to)));
    }
  }
  return values.size > 1;
}

function tellingStretches(
  body: string,
  headings: readonly Heading[],
  spans: readonly Span[],
): readonly Stretch[] {
  const startOf = (position: number) => headings[position]?.start ?? body.length;
  const belowOf = (position: number) => headings[position]?.below ?? body.length;
  const telling: Stretch[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { heading, nearest } of spans.toReversed()) {
    if (nearest >= end) continue;
    end = nearest;
    telling.push({ from: belowOf(heading), to: startOf(nearest) });
  }
  let area: Stretch | null = null;
  for (const { heading, farthest } of spans) {
    const stretch = { from: belowOf(heading), to: startOf(farthest) };
    if (area !== null && stretch.from <= area.to) {
      area = { from: area.from, to: Math.max(area.to, stretch.to) };
    } else {
      if (area !== null) telling.push(area);
      area = stretch;
    }
  }
  return area === null ? telling : [...telling, area];
}
