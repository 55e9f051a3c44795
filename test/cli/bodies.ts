import fc from 'fast-check';
import { kinds } from '../../src/core/candidate.ts';
import { constraints } from '../../src/core/constraint.ts';
import { candidateForm } from '../../src/core/form/candidate-form.ts';
import { type PlainInput, plainScored } from '../core/scoring/plain-scoring.ts';

/** One filed candidate: what was picked and typed, by place in the form's options; `null` is left open. */
export interface Filed {
  readonly constraint: number | null;
  readonly impact: number | null;
  readonly evidence: number | null;
  readonly confidence: number | null;
  readonly timing: number | null;
  readonly kind: number | null;
  readonly behaviour: string;
  readonly metric: string;
  readonly risk: string;
  readonly links: string;
}

export function filed(changes: Partial<Filed> = {}): Filed {
  return {
    constraint: 0,
    impact: 3,
    evidence: 3,
    confidence: 3,
    timing: 3,
    kind: 0,
    behaviour: 'More people connect a data source.',
    metric: 'Sign-ups that connect one within a day',
    risk: 'The import job may time out.',
    links: 'https://example.com/funnel',
    ...changes,
  };
}

/** A candidate with these four ratings. */
export function rated([impact, evidence, confidence, timing]: readonly number[], links?: string): Filed {
  const place = (rating: number | undefined) => (rating ?? 1) - 1;
  return filed({
    impact: place(impact),
    evidence: place(evidence),
    confidence: place(confidence),
    timing: place(timing),
    ...(links === undefined ? {} : { links }),
  });
}

/** The body GitHub writes for it. */
export function bodyOf(candidate: Filed): string {
  const answers: Readonly<Record<string, string | number | null>> = { ...candidate };
  return candidateForm.fields
    .map(({ id, label, options }) => {
      const answer = answers[id];
      const text = typeof answer === 'number' ? options[answer] : answer;
      return `### ${label}\n\n${text || '_No response_'}`;
    })
    .join('\n\n');
}

const option = (count: number) => fc.option(fc.nat({ max: count - 1 }), { nil: null, freq: 15 });
const answer = fc.constantFrom('Something', 'Two\n\nparagraphs', 'Grüße, 漢字 🙂', 'More', 'Less', '');

export const anyFiled: fc.Arbitrary<Filed> = fc.record({
  constraint: option(5),
  impact: option(5),
  evidence: option(5),
  confidence: option(5),
  timing: option(5),
  kind: option(6),
  behaviour: answer,
  metric: answer.map((text) => text.replaceAll('\n', ' ')),
  risk: answer,
  links: fc.constantFrom('', 'see the thread', '#12', 'acme/shop#3', 'https://example.com/1'),
});

export const anyPrimary = fc.option(fc.constantFrom(...constraints), { nil: null });

/** What `score --json` has to print, by the rules stated a second time; Problems are left out. */
export function plainScoreJson(candidate: Filed, primary: string | null) {
  const rating = (place: number | null) => (place === null ? null : place + 1);
  const input: PlainInput = {
    constraint: candidate.constraint === null ? null : (constraints[candidate.constraint] ?? null),
    ratings: {
      impact: rating(candidate.impact),
      evidence: rating(candidate.evidence),
      confidence: rating(candidate.confidence),
      timing: rating(candidate.timing),
    },
    texts: [candidate.behaviour, candidate.metric, candidate.risk],
    linked: /#|https/.test(candidate.links),
    author: 'ana',
    opinions: [],
    settled: null,
    primary,
    confirmed: true,
  };
  const { score, ...rest } = plainScored(input);
  const kind = candidate.kind === null ? null : (kinds[candidate.kind] ?? null);
  const band = score === null ? null : Number(String(score)[0]);
  return { constraint: input.constraint, kind, score, band, ...rest };
}
