import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signs } from '../../../src/core/diagnosis/answers.ts';
import { findFlips } from '../../../src/core/diagnosis/flips.ts';
import { answersWith } from './builders.ts';

const answers = answersWith({
  'onboarding-drop': 2,
  'paid-reliability': 1,
  trust: 1,
  operational: 1,
  planning: 1,
});

it('names each single answer that would change outcome or constraint, the lower value first', () => {
  expect(findFlips(answers)).toEqual([
    { field: 'onboarding-drop', from: 2, to: 1, constraint: null, outcome: 'not-ready' },
    { field: 'paid-reliability', from: 1, to: 2, constraint: 'reliability', outcome: 'declare' },
    { field: 'trust', from: 1, to: 0, constraint: 'activation', outcome: 'optimization-pass' },
    { field: 'trust', from: 1, to: 2, constraint: 'reliability', outcome: 'declare' },
    { field: 'operational', from: 1, to: 0, constraint: 'activation', outcome: 'optimization-pass' },
    { field: 'planning', from: 1, to: 0, constraint: 'activation', outcome: 'optimization-pass' },
    // Reliability would lead a tie with nothing measured.
    { field: 'performance-trust', from: 0, to: 1, constraint: null, outcome: 'not-ready' },
  ]);
});

it('has none where a different stage would be needed', () => {
  expect(findFlips({ ...answers, stage: 'no-users' })).toEqual([]);
});

it('goes in the order symptoms, pressures, fits, one step at a time', () => {
  const degree = fc.constantFrom(0 as const, 1 as const, 2 as const);
  const degrees = fc.record(Object.fromEntries(signs.map((sign) => [sign, degree])));
  fc.assert(
    fc.property(degrees, (given) => {
      const places = findFlips(answersWith(given)).map(({ field, from, to }) => {
        expect(Math.abs(from - to)).toBe(1);
        return signs.indexOf(field) * 3 + to;
      });
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }),
  );
});
