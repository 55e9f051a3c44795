import { describe, expect, it } from 'vitest';
import { nextStepOf } from '../../../src/core/summary/next-step.ts';
import { backlog, type CandidateInput, repository } from './builders.ts';

describe('the next step', () => {
  it.each([
    ['4444', {}, { step: 'start' }],
    ['4444', { inReview: 9 }, { step: 'merge' }],
    ['2222', { firstMove: true }, { step: 'work' }],
    ['5534', {}, { step: 'raise', dimension: 'confidence', to: 4, verdict: 'ready' }],
    ['4343', {}, { step: 'raise-lowest', lowest: ['evidence', 'timing'] }],
    ['5244', { claimedEvidence: 4 }, { step: 'link' }],
    ['5244', {}, { step: 'test' }],
    ['5424', {}, { step: 'split' }],
    ['3452', {}, { step: 'wait', easy: true }],
    ['3432', {}, { step: 'wait', easy: false }],
    ['2444', {}, { step: 'matter' }],
    ['2452', {}, { step: 'settle', weak: ['impact', 'timing'] }],
  ] as const)('of a candidate rated %s with %j is %j', (ratings, given, expected) => {
    expect(nextStepOf(one({ number: 1, ratings, ...given }), null)).toEqual(expected);
  });

  it('of a ready candidate is to wait for the first move, by its pull request once there is one', () => {
    const ready = one({ number: 2, ratings: '4444' });
    const inHand = one({ number: 1, ratings: '5555', firstMove: true });
    expect(nextStepOf(ready, inHand)).toEqual({ step: 'start-after', repository, number: 1 });
    expect(nextStepOf(ready, { ...inHand, inReview: 7 })).toMatchObject({ number: 7 });
  });
});

function one(input: CandidateInput) {
  const [candidate] = backlog([input]);
  if (candidate === undefined) throw new Error('one candidate makes a list of one');
  return candidate;
}
