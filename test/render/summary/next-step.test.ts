import { describe, expect, it } from 'vitest';
import type { NextStep } from '../../../src/core/summary/next-step.ts';
import type { CandidateInList } from '../../../src/core/summary/summary.ts';
import { nextStepWords } from '../../../src/render/summary/next-step.ts';
import { repository } from '../../core/summary/builders.ts';
import { leading, name } from './example.ts';

const raise = { step: 'raise', dimension: 'confidence', to: 4, verdict: 'not-now' } as const;

describe('the next step of a candidate', () => {
  it.each<[NextStep, string]>([
    [{ step: 'merge' }, 'merge it'],
    [{ step: 'work' }, 'open the pull request'],
    [{ step: 'start' }, 'start it'],
    [{ step: 'start-after', repository, number: 161 }, 'start when #161 is in'],
    [raise, 'confidence 4 makes it *not now*'],
    [{ step: 'raise-lowest', lowest: ['evidence', 'timing'] }, 'lowest: evidence, timing'],
    [{ step: 'link' }, 'link what shows it'],
    [{ step: 'test' }, 'five user tests, or three linked requests'],
    [{ step: 'split' }, 'split it; name the risk'],
    [{ step: 'wait', easy: true }, 'easy, but disconnected: let it wait'],
    [{ step: 'wait', easy: false }, 'say what would make it timely'],
    [{ step: 'matter' }, 'say why it matters, or let it go'],
    [
      { step: 'settle', weak: ['impact', 'evidence'] },
      'settle impact and evidence with one small test, or close it',
    ],
  ])('%j is said as: %s', (next, words) => {
    expect(nextStepWords(leading({ next, below: null }), name)).toBe(words);
  });

  it.each<[string, CandidateInList['below'], string, NextStep, string]>([
    [
      'the rating to raise',
      { score: 4, because: 'verdict' },
      '5534',
      raise,
      'below 4.0 because confidence is 3; with 4 it is *not now*',
    ],
    [
      'one of two that are as low',
      { score: 4, because: 'verdict' },
      '5533',
      raise,
      'below 4.0 because confidence and timing are 3; confidence 4 makes it *not now*',
    ],
    [
      'another rating than the one to raise',
      { score: 4, because: 'verdict' },
      '5354',
      raise,
      'below 4.0 because evidence is 3; confidence 4 makes it *not now*',
    ],
    [
      'another step',
      { score: 3.5, because: 'verdict' },
      '5534',
      { step: 'split' },
      'below 3.5 because confidence is 3; split it; name the risk',
    ],
    [
      'nobody who confirmed it',
      { score: 4, because: 'unconfirmed' },
      '5534',
      raise,
      'below 4.0 until a triager confirms it; confidence 4 makes it *not now*',
    ],
  ])('comes after why it stands below a lower score: %s', (_what, below, digits, next, words) => {
    const scale = [1, 2, 3, 4, 5] as const;
    const at = (place: number) => scale[Number(digits[place]) - 1] ?? 1;
    const counted = { impact: at(0), evidence: at(1), confidence: at(2), timing: at(3) };
    expect(nextStepWords(leading({ next, below, counted }), name)).toBe(words);
  });
});
