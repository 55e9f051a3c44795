import { answerBetween } from './answer-between.ts';
import { type CheapestReadings, findCheapestReadings } from './cheapest-readings.ts';
import { findHeadings, type Heading } from './find-headings.ts';
import { findHidden } from './hidden-lines.ts';
import type { PreparedTemplate } from './template.ts';
import { stepsOf, stepsOfGitHub } from './to-steps.ts';
import { isUnsettled } from './unsettled.ts';

export interface FormReading {
  /** The trimmed answer by field id; `''` when unanswered; no entry when the heading is missing or ambiguous. */
  readonly answers: ReadonlyMap<string, string>;
  /** Ids of the fields whose headings can be taken in several ways that differ in what counts. */
  readonly ambiguous: readonly string[];
}

/**
 * Reads the body of an issue, up to 65,536 characters, by its template: of all ways to take the template's headings
 * in order, the one that misses the fewest headings, then has the fewest answers their fields do not allow, then
 * takes the fewest hidden headings. It never guesses between ways that differ in what counts
 * (docs/reading-forms.md). Linear in the body.
 */
export function readForm(body: string, template: PreparedTemplate): FormReading {
  const headings = findHeadings(body, template);
  if (isOnlyReading(headings)) return answersOf(body, template, headings, []);

  const hidden = findHidden(body, headings);
  const cheapest = findCheapestReadings(stepsOf(body, template, headings, hidden));
  const github = findGitHubReadings(body, template, headings, hidden);
  const ambiguous = template.fields
    .filter((_, field) => isUnsettled(body, template, headings, field, cheapest, github))
    .map(({ id }) => id);
  return answersOf(body, template, lastHeadings(headings, cheapest), ambiguous);
}

/** When no heading repeats or stands out of order, taking them all is the one reading that misses the fewest. */
function isOnlyReading(headings: readonly Heading[]): boolean {
  let last = -1;
  for (const { field } of headings) {
    if (field <= last) return false;
    last = field;
  }
  return true;
}

/**
 * The readings GitHub itself can have written, character for character. One of them may lose against a reading with
 * fewer hidden headings only because a fence opened in one answer and closed in a later one hides GitHub's own.
 */
function findGitHubReadings(
  body: string,
  template: PreparedTemplate,
  headings: readonly Heading[],
  hidden: readonly boolean[],
): CheapestReadings | null {
  if (!hidden.includes(true)) return null;
  const steps = stepsOfGitHub(body, template, headings, hidden);
  const readings = findCheapestReadings(steps);
  return readings.least < steps.missing ? readings : null;
}

/** Each boundary as late as possible, from the first heading on. */
function lastHeadings(headings: readonly Heading[], cheapest: CheapestReadings): readonly Heading[] {
  // Of the spans from one heading the last is the farthest.
  const farthestFrom = new Map(cheapest.spans.flat().map(({ heading, farthest }) => [heading, farthest]));
  const taken: Heading[] = [];
  let position = cheapest.spans.find((spans) => spans.length > 0)?.at(-1)?.heading ?? headings.length;
  for (let heading = headings[position]; heading !== undefined; heading = headings[position]) {
    taken.push(heading);
    position = farthestFrom.get(position) ?? headings.length;
  }
  return taken;
}

function answersOf(
  body: string,
  template: PreparedTemplate,
  taken: readonly Heading[],
  ambiguous: readonly string[],
): FormReading {
  const answers = new Map<string, string>();
  for (const [position, { field, below }] of taken.entries()) {
    const id = template.fields[field]?.id ?? '';
    if (id === '' || ambiguous.includes(id)) continue;
    answers.set(id, answerBetween(body, below, taken[position + 1]?.start ?? body.length));
  }
  return { answers, ambiguous };
}
