import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/core/constraint.ts';
import { checkMilestone, type MilestoneItem } from '../../../src/core/drift/check-milestone.ts';
import { aPolicy } from './builders.ts';

function items(...served: readonly (Constraint | null)[]): readonly MilestoneItem[] {
  return served.map((constraint, index) => ({
    number: index + 1,
    title: `Item ${index + 1}`,
    state: 'open',
    constraint,
    candidate: null,
  }));
}

function someOf(on: number, off: number): readonly MilestoneItem[] {
  const served = [
    ...Array.from({ length: on }, () => 'activation' as const),
    ...Array.from({ length: off }, () => 'adoption' as const),
  ];
  return items(...served);
}

describe('the focus of a milestone', () => {
  it.each([
    ['all of it', 3, 0, 100, 'success'],
    ['none of it', 0, 3, 0, 'warning'],
    ['exactly what is wanted', 3, 2, 60, 'success'],
    ['one percent less', 59, 41, 59, 'warning'],
    ['half a percent, rounded up', 119, 81, 60, 'success'],
    ['a third', 1, 2, 33, 'warning'],
  ] as const)('%s', (_case, on, off, focus, conclusion) => {
    expect(checkMilestone(3, someOf(on, off), aPolicy())).toMatchObject({
      milestone: 3,
      focus,
      threshold: 60,
      conclusion,
    });
  });

  it('counts only what is open and classified', () => {
    const [closed] = items('adoption');
    const report = checkMilestone(
      3,
      [
        ...items(null, 'activation'),
        ...(closed === undefined ? [] : [{ ...closed, number: 9, state: 'closed' as const }]),
      ],
      aPolicy(),
    );
    expect(report).toMatchObject({ focus: 100, onConstraint: 1, classified: 1 });
    expect(report.items.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is unknown, not nought, when nothing is classified or nothing declared', () => {
    expect(checkMilestone(3, items(null, null), aPolicy())).toMatchObject({
      focus: null,
      conclusion: 'success',
    });
    expect(checkMilestone(3, [], aPolicy())).toMatchObject({ focus: null, conclusion: 'success' });
    expect(checkMilestone(3, items('adoption'), aPolicy(null))).toMatchObject({
      focus: null,
      conclusion: 'success',
    });
  });

  it('warns exactly when the shown percent is below the wanted one', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.integer({ min: 0, max: 100 }), (on, off, wanted) => {
        const report = checkMilestone(3, someOf(on, off), aPolicy('activation', { milestoneFocus: wanted }));
        expect(report.conclusion).toBe(
          report.focus !== null && report.focus < wanted ? 'warning' : 'success',
        );
        if (report.focus !== null) {
          expect(Number.isInteger(report.focus)).toBe(true);
          expect(Math.abs(report.focus - (100 * on) / (on + off))).toBeLessThanOrEqual(0.5);
        }
      }),
    );
  });
});

describe('a milestone without a declared constraint', () => {
  it('has nothing on the constraint and nothing against its items but what is paused and incomplete', () => {
    const [unknown, adopting] = items(null, 'adoption').map((item) => ({ ...item, number: item.number + 1 }));
    const given = [unknown, adopting].flatMap((item) => item ?? []);
    const early = { number: 1, title: 'Early', state: 'open', constraint: null } as const;
    const report = checkMilestone(
      3,
      [...given, { ...early, candidate: { kind: 'new-surface', isIncomplete: true } }],
      aPolicy(null, { pause: true }),
    );
    const because = 'new surfaces and expansion are paused while evidence is collected';
    expect(report).toEqual({
      milestone: 3,
      primary: null,
      focus: null,
      threshold: 60,
      onConstraint: 0,
      classified: 1,
      items: [
        {
          number: 1,
          title: 'Early',
          constraint: null,
          codes: ['PAUSED', 'INCOMPLETE'],
          violations: [{ code: 'PAUSED', kind: 'new-surface', because }],
        },
        { number: 2, title: 'Item 1', constraint: null, codes: [], violations: [] },
        { number: 3, title: 'Item 2', constraint: 'adoption', codes: [], violations: [] },
      ],
      conclusion: 'success',
    });
  });
});

describe('the items of a milestone', () => {
  it('each have their codes', () => {
    const [plain, adopting, unknown] = items('activation', 'adoption', null);
    const given = [plain, adopting, unknown].flatMap((item) => item ?? []);
    const expansion = { number: 4, title: 'x', state: 'open', constraint: 'activation' } as const;
    const report = checkMilestone(
      3,
      [
        { ...expansion, number: 5, candidate: { kind: null, isIncomplete: true } },
        { ...expansion, candidate: { kind: 'expansion', isIncomplete: false } },
        ...given,
      ],
      aPolicy('activation', { pause: true }),
    );
    expect(
      report.items.map(({ number, codes, violations }) => [
        number,
        codes,
        violations.map(({ kind }) => kind),
      ]),
    ).toEqual([
      [1, ['ALIGNED'], []],
      [2, ['DRIFT'], []],
      [3, ['UNCLASSIFIED'], []],
      [4, ['SEQ-1', 'PAUSED'], ['expansion', 'expansion']],
      [5, ['INCOMPLETE'], []],
    ]);
  });
});
