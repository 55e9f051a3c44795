import { describe, expect, it } from 'vitest';
import { dimensions, type OpenRatings } from '../../../src/core/candidate.ts';
import { bandsOf } from '../../../src/core/scoring/bands-of.ts';
import { medianOf } from '../../../src/core/scoring/opinions.ts';
import {
  countRatings,
  lowestDimensions,
  onScale,
  toRatings,
  weakDimensions,
} from '../../../src/core/scoring/ratings.ts';
import { ratingsOf } from './builders.ts';

describe('four ratings', () => {
  it('are complete when none is open', () => {
    expect(toRatings(ratingsOf(1, 2, 3, 4))).toEqual(ratingsOf(1, 2, 3, 4));
  });

  it.each(dimensions)('are not complete while %s is open', (dimension) => {
    expect(toRatings({ ...ratingsOf(4, 4, 4, 4), [dimension]: null })).toBeNull();
  });

  it.each([
    [5, '', 2],
    [3, '', 2],
    [2, '', 2],
    [1, '', 1],
    [null, '', null],
    [3, '#12', 3],
  ] as const)('count evidence of %j with the links %j as %j', (claimed, links, counted) => {
    const ratings: OpenRatings = { ...ratingsOf(4, 4, 4, 4), evidence: claimed };
    expect(countRatings(ratings, links)).toEqual({ ...ratings, evidence: counted });
  });

  it('are weak at 1 and 2, and lowest where none is lower, in the order of the form', () => {
    expect(weakDimensions(ratingsOf(2, 3, 1, 2))).toEqual(['impact', 'confidence', 'timing']);
    expect(lowestDimensions(ratingsOf(2, 3, 2, 5))).toEqual(['impact', 'confidence']);
  });
});

describe('a rating', () => {
  it.each([
    [0, null],
    [1, 1],
    [5, 5],
    [6, null],
    [2.5, null],
    [Number.NaN, null],
  ])('is a whole number from 1 to 5: of %d comes %j', (value, rating) => {
    expect(onScale(value)).toBe(rating);
  });
});

describe('the median of ratings', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[5, 1], 3],
    [[2, 5], 3],
    [[5, 1, 4], 4],
    [[1, 2, 4, 5], 3],
  ] as const)('of %j is %j: the middle, or the mean of two, rounded down', (ratings, median) => {
    expect(medianOf(ratings)).toBe(median);
  });
});

describe('the bands of a verdict', () => {
  it.each([
    ['ready', [5, 4]],
    ['strengthen', [4, 3]],
    ['validate', [4, 3, 2]],
    ['de-risk', [4, 3, 2]],
    ['not-now', [4, 3, 2]],
    ['rethink', [3, 2, 1]],
  ] as const)('%s has the scores of %j, highest first', (verdict, bands) => {
    expect(bandsOf(verdict)).toEqual(bands);
  });
});
