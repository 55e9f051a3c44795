import fc from 'fast-check';
import type { Rating, Ratings } from '../../../src/core/candidate.ts';
import { constraints } from '../../../src/core/constraint.ts';
import type { Rankable } from '../../../src/core/scoring/order.ts';
import type { ScoringInput } from '../../../src/core/scoring/score-candidate.ts';

const rating = fc.constantFrom<Rating>(1, 2, 3, 4, 5);
const ratings: fc.Arbitrary<Ratings> = fc.record({
  impact: rating,
  evidence: rating,
  confidence: rating,
  timing: rating,
});
const mostly = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 12 });
const constraint = fc.constantFrom(...constraints);
const login = fc.constantFrom('ana', 'Ana', 'ben', 'cleo', 'dev', 'DEV');
const text = fc.constantFrom('Something', 'Something', 'Something', 'Something', 'Something', '', '  \n');

const opinion = fc.record({
  by: login,
  ratings: fc.oneof(
    ratings,
    fc.record({ impact: rating, timing: rating }),
    fc.record({ confidence: rating }),
  ),
});

/** Any candidate with second opinions and settlements; opinions are in the order of their instants. */
export const anyScoringInput: fc.Arbitrary<ScoringInput> = fc.record({
  answers: fc.record({
    constraint: mostly(constraint),
    ratings: fc.record({
      impact: mostly(rating),
      evidence: mostly(rating),
      confidence: mostly(rating),
      timing: mostly(rating),
    }),
    kind: fc.constant(null),
    behaviour: text,
    metric: text,
    risk: text,
    links: fc.constantFrom('', 'see the thread', '#12', 'acme/shop#3', 'https://example.com/1'),
  }),
  author: login,
  opinions: fc
    .array(opinion, { maxLength: 6 })
    .map((opinions) =>
      opinions.map((one, index) => ({ ...one, at: `2026-11-0${index + 1}T00:00:00Z`, because: null })),
    ),
  settlement: fc.option(
    ratings.map((settled) => ({
      by: 'ana',
      at: '2026-11-09T00:00:00Z',
      ratings: settled,
      because: 'we talked',
    })),
    { nil: null, freq: 3 },
  ),
  primary: fc.option(constraint, { nil: null }),
  confirmation: fc.constantFrom('confirmed', 'unconfirmed'),
});

/** Instants of which several are one moment written in two ways. */
const instant = fc.constantFrom(
  '2026-11-02T10:00:00Z',
  '2026-11-02T12:00:00+02:00',
  '2026-11-02T09:59:59Z',
  '2026-11-03T00:00:00+14:00',
);

/** A backlog in which nearly every tie-break decides somewhere. */
export const anyBacklog: fc.Arbitrary<readonly Rankable[]> = fc.uniqueArray(
  fc.record({
    repository: fc.constantFrom('acme/app', 'acme/shop'),
    number: fc.integer({ min: 1, max: 60 }),
    createdAt: instant,
    constraint: fc.constantFrom('activation' as const, 'reliability' as const),
    counted: fc.record({
      impact: fc.constantFrom<Rating>(2, 3, 4, 5),
      evidence: fc.constantFrom<Rating>(2, 3, 4),
      confidence: fc.constantFrom<Rating>(2, 3, 4, 5),
      timing: fc.constantFrom<Rating>(1, 3, 4),
    }),
    confirmed: fc.boolean(),
  }),
  { maxLength: 40, selector: ({ repository, number }) => `${repository}#${number}` },
);
