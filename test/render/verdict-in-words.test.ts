import { describe, expect, it } from 'vitest';
import type { Ratings } from '../../src/core/candidate.ts';
import { type Judged, toJudged, verdictSentence } from '../../src/render/verdict-in-words.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';

function judgedFrom(ratings: Ratings, links?: string): Judged {
  const judged = toJudged(scoredFrom({ ratings, ...(links === undefined ? {} : { links }) }));
  if (judged === null) throw new Error('not complete');
  return judged;
}

describe('the verdict in a sentence', () => {
  it.each<readonly [Ratings, string]>([
    [ratingsOf(4, 4, 4, 4), 'High impact, well evidenced, shippable and timely: strong in all four.'],
    [ratingsOf(4, 3, 4, 5), 'Nothing is weak; evidence, at 3, keeps it from *ready*.'],
    [
      ratingsOf(3, 3, 3, 3),
      'Nothing is weak; impact, evidence, confidence and timing, at 3, keep it from *ready*.',
    ],
    [
      ratingsOf(4, 1, 3, 4),
      'High impact and timely, but it rests on opinion so far: evidence is the one weak spot.',
    ],
    [ratingsOf(3, 2, 4, 3), 'Shippable, but little shows it yet: evidence is the one weak spot.'],
    [
      ratingsOf(5, 4, 2, 3),
      'High impact and well evidenced, but hard to ship as it stands: confidence is the one weak spot.',
    ],
    [ratingsOf(3, 4, 3, 1), 'Well evidenced, but nothing waits for it now: timing is the one weak spot.'],
    [ratingsOf(2, 3, 3, 3), 'It would change little: impact is the one weak spot.'],
    [ratingsOf(3, 1, 3, 2), 'Evidence and timing are weak: not enough to plan on.'],
    [ratingsOf(2, 2, 2, 5), 'Timely, but impact, evidence and confidence are weak: not enough to plan on.'],
  ])('of %o', (ratings, sentence) => {
    expect(verdictSentence(judgedFrom(ratings))).toBe(sentence);
  });

  it('says of evidence that is claimed and not linked that nothing shows it', () => {
    expect(verdictSentence(judgedFrom(ratingsOf(3, 3, 3, 3), ''))).toBe(
      'Nothing shows it yet: evidence is the one weak spot.',
    );
    expect(verdictSentence(judgedFrom(ratingsOf(3, 2, 3, 3), ''))).toBe(
      'Little shows it yet: evidence is the one weak spot.',
    );
  });

  it('is not said of a candidate that still misses an answer', () => {
    expect(toJudged(scoredFrom({ metric: '' }))).toBeNull();
    expect(toJudged(scoredFrom({ constraint: null }))).toBeNull();
    expect(toJudged(scoredFrom({ ratings: { ...ratingsOf(4, 4, 4, 4), timing: null } }))).toBeNull();
  });
});
