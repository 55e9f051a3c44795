import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar.ts';
import { type Constraint, constraints } from '../../../src/core/constraint.ts';
import { findMovedConstraint } from '../../../src/core/summary/moved-constraint.ts';
import type { WeekRecord } from '../../../src/core/summary/summary-state.ts';
import type { Diagnosis } from '../../../src/core/summary/week-facts.ts';
import { primary } from './builders.ts';

const metTwice = [
  { day: '2026-11-20', value: 55 },
  { day: '2026-11-27', value: 56 },
];
const disagrees: Diagnosis = { number: 9, day: '2026-11-25', constraint: 'reliability', comesAfter: [] };
const none = { primary, readings: [], history: [], diagnosis: null };

describe('a moved constraint', () => {
  it('is not proposed by one sign alone', () => {
    expect(findMovedConstraint({ ...none, readings: metTwice })).toBeNull();
    expect(findMovedConstraint({ ...none, diagnosis: disagrees })).toBeNull();
  });

  it('is proposed by two signs, toward the constraint they name', () => {
    expect(findMovedConstraint({ ...none, readings: metTwice, diagnosis: disagrees })).toEqual({
      signals: [
        { sign: 'target-met', first: metTwice[0], second: metTwice[1] },
        { sign: 'diagnosis', constraint: 'reliability', number: 9 },
      ],
      toward: 'reliability',
    });
  });

  it.each([
    [
      'six days apart',
      [
        { day: '2026-11-21', value: 55 },
        { day: '2026-11-27', value: 56 },
      ],
    ],
    ['with a miss between', [...metTwice, { day: '2026-11-24', value: 54 }]],
    ['the last one a miss', [...metTwice, { day: '2026-11-28', value: 54 }]],
    [
      'before the declaration',
      [
        { day: '2026-10-20', value: 55 },
        { day: '2026-10-27', value: 56 },
      ],
    ],
  ])('has not met its target %s', (_how, readings) => {
    expect(findMovedConstraint({ ...none, readings, diagnosis: disagrees })).toBeNull();
  });

  it.each([
    ['three of the last four weeks', [1, 0, 1, 1], true],
    ['two of the last four weeks', [1, 0, 0, 1], false],
    ['three weeks, one of them too long ago', [1, 0, 0, 1, 1], false],
  ])('is seen in new candidates of %s: %j', (_how, weeks, isSeen) => {
    const history = weeks.map((many, index) =>
      record(weeks.length - 1 - index, { strong: { reliability: many, activation: 1 } }),
    );
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees }) !== null).toBe(isSeen);
  });

  it.each([
    ['three in ten for three weeks', [3, 3, 4], true],
    ['less in one of the weeks', [3, 2, 4], false],
    ['only two weeks', [3, 3], false],
  ])('is seen in exceptions of %s: %j', (_how, weeks, isSeen) => {
    const history = weeks.map((many, index) =>
      record(weeks.length - 1 - index, { accepted: { operations: many } }),
    );
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees }) !== null).toBe(isSeen);
  });

  it('takes no sign from weeks under another declaration', () => {
    const history = [2, 1, 0].map((ago) =>
      record(ago, { accepted: { operations: 5 }, declared: ago === 2 ? 'adoption' : 'activation' }),
    );
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees })).toBeNull();
  });

  it('takes no sign from a diagnosis that agrees, is older than the declaration, or has no result', () => {
    const diagnoses: readonly Diagnosis[] = [
      { ...disagrees, constraint: 'activation' },
      { ...disagrees, day: '2026-11-01' },
      { ...disagrees, constraint: null },
    ];
    for (const diagnosis of diagnoses) {
      expect(findMovedConstraint({ ...none, readings: metTwice, diagnosis })).toBeNull();
    }
  });
});

interface RecordInput {
  readonly strong?: Partial<Record<Constraint, number>>;
  readonly accepted?: Partial<Record<Constraint, number>>;
  readonly declared?: Constraint;
}

function record(
  weeksAgo: number,
  { strong = {}, accepted = {}, declared = 'activation' }: RecordInput,
): WeekRecord {
  const day = addDays('2026-11-30', -7 * weeksAgo);
  const all = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };
  expect(Object.keys(all)).toEqual([...constraints]);
  return {
    week: day,
    day,
    constraint: declared,
    focus: { aligned: 5, offConstraint: 0, accepted: 0, classified: 10, merges: 10 },
    strong: { ...all, ...strong },
    accepted: { ...all, ...accepted },
  };
}
