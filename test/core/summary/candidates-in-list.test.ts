import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../../src/core/constraint.ts';
import {
  belowTheLine,
  isOneStep,
  oneStepFromReady,
  topCandidates,
} from '../../../src/core/summary/candidates-in-list.ts';
import { backlog, type CandidateInput, policy, repository, undeclared, weekFacts } from './builders.ts';

const none = { activation: 0, adoption: 0, reliability: 0, operations: 0, throughput: 0 };

describe('the top of the list', () => {
  it.each([
    ['the labels, of a large backlog that was not read whole', 40, 40],
    ['what was read, where labels are missing', 0, 2],
  ])('counts its candidates by %s', (_by, labelled, total) => {
    const candidates = backlog([
      { number: 1, ratings: '4444' },
      { number: 2, ratings: '4443' },
    ]);
    const facts = weekFacts({ candidates, openCandidates: { ...none, activation: labelled } });
    expect(topCandidates(facts, policy, null).total).toBe(total);
  });

  it.each([
    ['it is not confirmed', ['3333', true], ['4444', false], { score: 3, because: 'unconfirmed' }],
    ['of its verdict, both unconfirmed', ['3333', false], ['5244', false], { score: 3, because: 'verdict' }],
    ['of its verdict, both confirmed', ['3333', true], ['5244', true], { score: 3, because: 'verdict' }],
  ] as const)('says that a candidate stands below a lower score because %s', (_why, above, under, below) => {
    const [first, second] = [above, under].map(([ratings, confirmed], index) => ({
      number: index + 1,
      ratings,
      confirmed,
    }));
    const candidates = first && second ? backlog([first, second]) : [];
    const { items } = topCandidates(weekFacts({ candidates }), policy, null);
    expect(items.map((one) => [one.number, one.below])).toEqual([
      [1, null],
      [2, below],
    ]);
  });
});

describe('what is below the line', () => {
  it('is ordered by the best of each constraint, not by the last that is shown', () => {
    const of = (number: number, constraint: Constraint, ratings: string) => ({ number, constraint, ratings });
    const candidates = backlog(
      [
        of(1, 'throughput', '5555'),
        of(2, 'adoption', '5554'),
        of(3, 'adoption', '5544'),
        of(4, 'throughput', '4444'),
      ],
      null,
    );
    const found = belowTheLine(weekFacts({ candidates }), undeclared, null);
    expect(found.map((one) => [one.constraint, one.candidates.map(({ rank }) => rank)])).toEqual([
      ['throughput', [1, 4]],
      ['adoption', [2, 3]],
    ]);
  });
});

describe('one step from ready', () => {
  it.each([
    [{ dimension: 'impact', to: 4, verdict: 'ready' }, true],
    [{ dimension: 'impact', to: 3, verdict: 'strengthen' }, true],
    [{ dimension: 'impact', to: 3, verdict: 'validate' }, false],
    [null, false],
  ] as const)('is a candidate whose counterfactual is %j: %s', (counterfactual, expected) => {
    expect(isOneStep(counterfactual)).toBe(expected);
  });

  it('names at most five, best first, and none that needs more than one step', () => {
    const near: readonly CandidateInput[] = [1, 2, 3, 4, 5].map((number) => ({ number, ratings: '4443' }));
    const far = [
      { number: 6, ratings: '2244' },
      { number: 7, ratings: '5555' },
    ];
    const more = { number: 8, ratings: '4434', constraint: 'adoption' } as const;
    const told = oneStepFromReady(weekFacts({ candidates: backlog([...far, ...near, more]) }));
    expect(told.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(oneStepFromReady(weekFacts({ candidates: backlog([...far, more]) }))).toEqual([
      {
        repository,
        number: 8,
        title: 'Candidate 8',
        constraint: 'adoption',
        onPrimary: false,
        verdict: 'strengthen',
        dimension: 'confidence',
        to: 4,
        reaches: 'ready',
      },
    ]);
  });
});
