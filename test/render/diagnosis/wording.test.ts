import { describe, expect, it } from 'vitest';
import type { Degree, Sign } from '../../../src/core/diagnosis/answers.ts';
import { clearWords, contributionWords, degreeWords } from '../../../src/render/diagnosis/wording.ts';

describe('the words of a diagnosis', () => {
  it.each<[Sign, Degree, Degree, string]>([
    ['trust', 1, 0, 'vague'],
    ['trust', 0, 1, 'clear'],
    ['trust', 2, 1, 'clear but not measured'],
    ['trust', 1, 2, 'measured'],
    ['onboarding-drop', 1, 0, 'not seen'],
    ['onboarding-drop', 0, 1, 'seen at all'],
    ['onboarding-drop', 2, 1, 'only anecdotal'],
    ['onboarding-drop', 1, 2, 'measured'],
    ['hiring-slow', 1, 0, 'not seen'],
  ])('say of %s, if it were not %i but %i: %s', (sign, from, to, words) => {
    expect(degreeWords(sign, from, to)).toBe(words);
  });

  it('say what an input means for its constraint, else the name of the input, and whether it is measured', () => {
    expect(contributionWords('activation', { sign: 'revenue', degree: 2, points: 4 })).toBe(
      'revenue depends on the activation path, measured (4)',
    );
    expect(contributionWords('adoption', { sign: 'revenue', degree: 1, points: 2 })).toBe(
      'revenue depends on upgrade or expansion (2)',
    );
    expect(contributionWords('throughput', { sign: 'hiring-slow', degree: 1, points: 1 })).toBe(
      'hiring is slower than the plan (1)',
    );
    expect(contributionWords('throughput', { sign: 'revenue', degree: 1, points: 2 })).toBe('revenue (2)');
  });

  it.each([
    [0, 'None of five pressures is clear'],
    [1, 'One of five pressures is clear'],
    [2, 'Two of five pressures are clear'],
    [5, 'Five of five pressures are clear'],
  ])('count %i clear pressures', (clear, words) => {
    expect(clearWords(clear)).toBe(words);
  });
});
