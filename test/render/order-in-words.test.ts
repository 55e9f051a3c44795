import { describe, expect, it } from 'vitest';
import { type Rankable, toStanding } from '../../src/core/scoring/order.ts';
import { explainOrder, oddNeighbour, rankInWords } from '../../src/render/order-in-words.ts';
import { ratingsOf } from '../core/scoring/builders.ts';

const base: Rankable = {
  repository: 'acme/shop',
  number: 1,
  createdAt: '2026-11-02T10:00:00Z',
  constraint: 'activation',
  counted: ratingsOf(4, 4, 4, 4),
  confirmed: true,
};

function standing(changes: Partial<Rankable>) {
  return toStanding({ ...base, ...changes }, 'activation');
}

describe('why one candidate stands before another', () => {
  it.each<readonly [string, Partial<Rankable>, Partial<Rankable>]>([
    ['it serves the constraint, the other does not', {}, { constraint: 'adoption' }],
    ['it is confirmed, the other is not yet', {}, { confirmed: false }],
    ['the verdict comes first: ready before strengthen', {}, { counted: ratingsOf(4, 4, 4, 3) }],
    [
      '3.8 stands below 3.0 because evidence is 2: strengthen comes before validate',
      { counted: ratingsOf(3, 3, 3, 3) },
      { counted: ratingsOf(5, 2, 4, 5) },
    ],
    [
      '3.2 stands below 3.0 because evidence and confidence are 2: strengthen comes before rethink',
      { counted: ratingsOf(3, 3, 3, 3) },
      { counted: ratingsOf(5, 2, 2, 5) },
    ],
    ['same verdict; higher product: 400 beats 256', { counted: ratingsOf(5, 4, 4, 5) }, {}],
    [
      'same verdict and product; no rating as low: 1 2 2 4 beats 1 1 4 4',
      { counted: ratingsOf(2, 2, 4, 1) },
      { counted: ratingsOf(1, 4, 4, 1) },
    ],
    [
      'same ratings in another order; higher evidence: 5 beats 4',
      { counted: ratingsOf(4, 5, 4, 4) },
      { counted: ratingsOf(5, 4, 4, 4) },
    ],
    [
      'same ratings in another order; higher impact: 5 beats 4',
      { counted: ratingsOf(5, 4, 4, 4) },
      { counted: ratingsOf(4, 4, 5, 4) },
    ],
    ['equally strong; it was filed earlier', {}, { createdAt: '2026-11-03T00:00:00Z' }],
    ['equally strong and old; acme/app comes before acme/shop', { repository: 'acme/app' }, {}],
    ['equally strong and old; lower number: #1 before #2', {}, { number: 2 }],
    ['nothing tells them apart', {}, {}],
  ])('is told: %s', (sentence, before, after) => {
    expect(explainOrder(standing(before), standing(after))).toBe(sentence);
  });

  it('is odd only where the lower one has the higher score', () => {
    const strong = standing({ constraint: 'adoption' });
    expect(oddNeighbour(standing({ counted: ratingsOf(3, 3, 3, 3) }), strong)).toBe(
      '4.0 stands below 3.0 because the constraint comes first',
    );
    expect(oddNeighbour(standing({ counted: ratingsOf(3, 3, 3, 3) }), standing({ confirmed: false }))).toBe(
      '4.0 stands below 3.0 until a triager confirms it',
    );
    expect(oddNeighbour(standing({}), standing({ number: 2 }))).toBeNull();
  });

  it('shows a rank with its range', () => {
    expect(rankInWords({ rank: 2, best: 2, worst: 3, open: false })).toBe('#2 (2–3)');
    expect(rankInWords({ rank: 2, best: 1, worst: 12, open: true })).toBe('#2 (1–12+)');
  });
});
