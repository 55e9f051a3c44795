import { describe, expect, test } from 'vitest';
import { kindNames, kinds } from '../../../src/core/candidate.ts';
import { constraintGuide, constraints } from '../../../src/core/constraint.ts';
import { readConstraint, readKind, readRating } from '../../../src/core/form/candidate-choices.ts';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';

function optionsOf(field: string): readonly string[] {
  return candidateForm.fields.find(({ id }) => id === field)?.options ?? [];
}

describe('a constraint', () => {
  test('is chosen by each of the options of the form, in their order', () => {
    expect(optionsOf('constraint').map(readConstraint)).toEqual(constraints);
  });

  test('is named by its name alone', () => {
    expect(constraints.map((id) => readConstraint(constraintGuide[id].name))).toEqual(constraints);
  });

  test.each([
    ['activation', 'activation'],
    ['ADOPTION', 'adoption'],
    ['Reliability — in our own words', 'reliability'],
    ['Operations – by hand', 'operations'],
    ['Throughput: slow', 'throughput'],
    ['Activation-first', 'activation'],
    ['\u200bActivation\u00a0 —', 'activation'],
    [`Activation — ${'a'.repeat(987)}`, 'activation'],
  ] as const)('%j is %s', (answer, constraint) => {
    expect(readConstraint(answer)).toBe(constraint);
  });

  test.each([
    '',
    'Speed',
    'Activations',
    'Activation and adoption',
    'Activation, Adoption',
    'Our activation',
    'Activation\nAdoption',
    'Activation – Adoption',
    'Activation: RELIABILITY',
    'Activation-Adoption',
    'Activation —\rwhy',
    `Activation — ${'a'.repeat(988)}`,
  ])('is not named by %j', (answer) => {
    expect(readConstraint(answer)).toBeNull();
  });
});

describe('a rating', () => {
  test.each(['impact', 'evidence', 'confidence', 'timing'])('is chosen by each option of %s', (field) => {
    expect(optionsOf(field).map(readRating)).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ['1', 1],
    ['5', 5],
    ['4: clear', 4],
    ['4 clear', 4],
    ['4) clear', 4],
    ['4. clear', 4],
    ['4—clear', 4],
    ['4 - 20 interviews', 4],
    ['3 or so', 3],
    ['4–clear', 4],
    ['４', 4],
    ['\u200b2 — small', 2],
  ])('%j is %d', (answer, rating) => {
    expect(readRating(answer)).toBe(rating);
  });

  test.each([
    '',
    '0',
    '6',
    '0 — none',
    '6 — more',
    '10',
    '3-4',
    '3 - 4',
    '3 – 4',
    '3 or 4',
    '3 to 4',
    '3, 4',
    '3 / 4',
    '3 - 4 of five say so',
    '3 or 4, depends',
    '3 – 4?',
    '4 (or 5)',
    '3–4',
    '3.5',
    '3:4',
    '4clear',
    '4/5',
    '+4',
    'four',
    'about 4',
    '4\n5',
    '4 — clear\nor 5',
    `4 ${'a'.repeat(999)}`,
  ])('%j is none', (answer) => {
    expect(readRating(answer)).toBeNull();
  });
});

describe('a kind of work', () => {
  test('is chosen by each of the options of the form, in their order', () => {
    expect(optionsOf('kind').map(readKind)).toEqual(kinds);
    expect(kinds.map((kind) => readKind(` ${kindNames[kind].toUpperCase()} `))).toEqual(kinds);
  });

  test.each(['', 'Refactoring', 'Expansion of seats', 'New', 'Internal\nExpansion', 'Internal '.repeat(200)])(
    '%j is none',
    (answer) => {
      expect(readKind(answer)).toBeNull();
    },
  );
});
