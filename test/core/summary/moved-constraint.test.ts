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
const undated = { ...primary, since: null };
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
    ['a single time', metTwice.slice(1)],
  ])('has not met its target %s', (_how, readings) => {
    expect(findMovedConstraint({ ...none, readings, diagnosis: disagrees })).toBeNull();
  });

  it.each([
    ['three of the last four weeks', [1, 0, 1, 1], 3],
    ['all of the last four weeks', [1, 1, 1, 1], 4],
    ['two of the last four weeks', [1, 0, 0, 1], null],
    ['three weeks, one of them too long ago', [1, 0, 0, 1, 1], null],
  ])('is seen in new candidates of %s: %j', (_how, given, weeks) => {
    const history = weekly(given, (many) => ({ strong: { reliability: many, activation: 1 } }));
    const seen = { sign: 'new-candidates', constraint: 'reliability', weeks };
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees })?.signals[0]).toEqual(
      weeks === null ? undefined : seen,
    );
  });

  it.each([
    ['three in ten for three weeks', [3, 3, 4], 3],
    ['less in one of the weeks', [3, 2, 4], null],
    ['only two weeks', [3, 3], null],
  ])('is seen in exceptions of %s: %j', (_how, given, weeks) => {
    const history = weekly(given, (many) => ({ accepted: { operations: many } }));
    const seen = { sign: 'exceptions', constraint: 'operations', weeks };
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees })?.signals[0]).toEqual(
      weeks === null ? undefined : seen,
    );
  });

  it('is not seen in weeks without a merge', () => {
    const history = weekly([0, 0, 0], () => ({ merges: 0 }));
    expect(findMovedConstraint({ ...none, history, diagnosis: disagrees })).toBeNull();
  });

  it.each([
    ['in any order', [metTwice[1], metTwice[0]], primary],
    ['where no day is declared', [{ day: '2026-10-02', value: 55 }, metTwice[1]], undated],
    ['twice in the week before', [metTwice[0], { day: '2026-11-22', value: 58 }, metTwice[1]], primary],
  ])('has met its target by readings %s', (_how, given, declared) => {
    const readings = given.filter((reading) => reading !== undefined);
    const [first, ...later] = readings.toSorted((one, other) => (one.day < other.day ? -1 : 1));
    const history = weekly([3, 3, 3], (many) => ({ accepted: { operations: many } }));
    expect(findMovedConstraint({ ...none, primary: declared, readings, history })).toEqual({
      signals: [
        { sign: 'target-met', first, second: later.at(-1) },
        { sign: 'exceptions', constraint: 'operations', weeks: 3 },
      ],
      toward: 'operations',
    });
  });

  it('has met no target where no metric is declared', () => {
    const bare = { ...primary, metric: null };
    const given = { ...none, primary: bare, readings: metTwice, diagnosis: disagrees };
    expect(findMovedConstraint(given)).toBeNull();
  });

  it.each([
    ['most of the signs name', 'operations', 'operations'],
    ['the first sign names, of two', 'activation', 'reliability'],
  ] as const)('is proposed toward the constraint that %s', (_which, constraint, toward) => {
    const history = weekly([3, 3, 3], (many) => ({
      strong: { reliability: many },
      accepted: { operations: many },
    }));
    const diagnosis = { ...disagrees, constraint };
    expect(findMovedConstraint({ ...none, readings: metTwice, history, diagnosis })?.toward).toBe(toward);
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
      { ...disagrees, day: '2026-11-02' },
      { ...disagrees, constraint: null },
    ];
    for (const diagnosis of diagnoses) {
      expect(findMovedConstraint({ ...none, readings: metTwice, diagnosis })).toBeNull();
    }
    const given = { ...none, primary: undated, readings: metTwice, diagnosis: disagrees };
    expect(findMovedConstraint(given)).toBeNull();
  });
});

interface RecordInput {
  readonly strong?: Partial<Record<Constraint, number>>;
  readonly accepted?: Partial<Record<Constraint, number>>;
  readonly declared?: Constraint;
  readonly merges?: number;
}

/** One week for each number, the last of them this week. */
function weekly(numbers: readonly number[], toRecord: (many: number) => RecordInput): readonly WeekRecord[] {
  return numbers.map((many, index) => record(numbers.length - 1 - index, toRecord(many)));
}

function record(
  weeksAgo: number,
  { strong = {}, accepted = {}, declared = 'activation', merges = 10 }: RecordInput,
): WeekRecord {
  const day = addDays('2026-11-30', -7 * weeksAgo);
  const all = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };
  expect(Object.keys(all)).toEqual([...constraints]);
  return {
    week: day,
    day,
    constraint: declared,
    focus: { aligned: 5, offConstraint: 0, accepted: 0, classified: 10, merges },
    strong: { ...all, ...strong },
    accepted: { ...all, ...accepted },
  };
}
