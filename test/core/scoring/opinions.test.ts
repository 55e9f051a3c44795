import { describe, expect, it } from 'vitest';
import type { OpenRatings, Rating, Ratings } from '../../../src/core/candidate.ts';
import { combineOpinions, medianOf, type Opinion } from '../../../src/core/scoring/opinions.ts';
import { ratingsOf } from './builders.ts';

const form: OpenRatings = ratingsOf(4, 3, 4, 5);

function opinion(by: string, day: number, ratings: Partial<Ratings>): Opinion {
  return { by, at: `2026-11-0${day}T08:00:00Z`, ratings, because: null };
}

describe('opinions', () => {
  it.each<readonly [readonly Rating[], Rating | null]>([
    [[], null],
    [[4], 4],
    [[5, 2], 3],
    [[4, 5], 4],
    [[1, 5, 4], 4],
    [[5, 5, 2, 1], 3],
  ])('combine %j to %j', (ratings, median) => {
    expect(medianOf(ratings)).toBe(median);
  });

  it('count once per person, the latest, whatever the case of the login', () => {
    const { claimed, given } = combineOpinions(
      form,
      'ana',
      [opinion('ben', 1, { impact: 1 }), opinion('BEN', 3, { impact: 2 }), opinion('Ana', 2, { impact: 5 })],
      null,
    );
    expect(given.impact).toEqual([
      { by: 'ana', rating: 5 },
      { by: 'ben', rating: 2 },
    ]);
    expect(claimed.impact).toBe(3);
  });

  it('keep what a person said before of the dimensions a later one leaves out', () => {
    const opinions = [opinion('ben', 1, ratingsOf(2, 2, 2, 2)), opinion('ben', 2, { impact: 4 })];
    const { given } = combineOpinions(form, 'ana', opinions, null);
    expect(given.impact).toContainEqual({ by: 'ben', rating: 4 });
    expect(given.timing).toContainEqual({ by: 'ben', rating: 2 });
  });

  it('are ordered as instants, not as text', () => {
    const later: Opinion = {
      by: 'ben',
      at: '2026-11-02T09:00:00-05:00',
      ratings: { impact: 5 },
      because: null,
    };
    const earlier: Opinion = { by: 'ben', at: '2026-11-02T10:00:00Z', ratings: { impact: 1 }, because: null };
    expect(combineOpinions(form, 'ana', [later, earlier], null).given.impact).toContainEqual({
      by: 'ben',
      rating: 5,
    });
  });

  it('fill a dimension that the form left open', () => {
    const open = { ...form, confidence: null };
    expect(
      combineOpinions(open, 'ana', [opinion('eng', 1, { confidence: 2 })], null).claimed.confidence,
    ).toBe(2);
  });

  it('disagree from a difference of two on, the widest first', () => {
    const opinions = [opinion('ben', 1, { impact: 2, evidence: 4, timing: 2 })];
    const { disagreements } = combineOpinions(form, 'ana', opinions, null);
    expect(disagreements).toEqual([
      { dimension: 'timing', high: { by: 'ana', rating: 5 }, low: { by: 'ben', rating: 2 } },
      { dimension: 'impact', high: { by: 'ana', rating: 4 }, low: { by: 'ben', rating: 2 } },
    ]);
  });

  it('end with a settlement, also those that come after it', () => {
    const settlement = {
      by: 'ana',
      at: '2026-11-02T00:00:00Z',
      ratings: ratingsOf(3, 3, 3, 3),
      because: 'talked',
    };
    const combined = combineOpinions(form, 'ana', [opinion('ben', 5, { impact: 1 })], settlement);
    expect(combined.claimed).toEqual(ratingsOf(3, 3, 3, 3));
    expect(combined.disagreements).toEqual([]);
    expect(combined.given.impact).toHaveLength(2);
  });
});
