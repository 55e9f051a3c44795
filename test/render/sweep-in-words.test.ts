import { describe, expect, it } from 'vitest';
import { progressInWords, sweepInWords } from '../../src/render/sweep-in-words.ts';

describe('a sweep in words', () => {
  it.each([
    [
      { looked: 12, repaired: 3, milestones: 2, next: null },
      false,
      'Looked at 12 open candidates, repaired 3; repaired the block of 2 milestones.',
    ],
    [
      { looked: 1, repaired: 0, milestones: 1, next: null },
      true,
      'Looked at 1 open candidate, would repair 0; would repair the block of 1 milestone.',
    ],
    [
      { looked: 900, repaired: 500, milestones: 0, next: 901 },
      false,
      'Looked at 900 open candidates, repaired 500; repaired the block of 0 milestones. The writes of this hour are spent (GitHub takes 500): the next run goes on at #901.',
    ],
  ])('says what %o came to', (swept, dryRun, sentence) => {
    expect(sweepInWords(swept, dryRun)).toBe(sentence);
  });

  it.each([
    [null, '40 of 100 looked at, 3 repaired'],
    [0, '40 of 100 looked at, 3 repaired, about 0 s left'],
    [89, '40 of 100 looked at, 3 repaired, about 89 s left'],
    [90, '40 of 100 looked at, 3 repaired, about 2 min left'],
    [89 * 60, '40 of 100 looked at, 3 repaired, about 89 min left'],
    [90 * 60, '40 of 100 looked at, 3 repaired, about 2 h left'],
    [10 * 3_600, '40 of 100 looked at, 3 repaired, about 10 h left'],
  ])('says how far it is with %s seconds left', (secondsLeft, sentence) => {
    expect(progressInWords({ looked: 40, of: 100, repaired: 3, secondsLeft })).toBe(sentence);
  });
});
