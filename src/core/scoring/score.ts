import { type Band, type Ratings, ratingScale } from '../candidate.ts';
import { productOf } from './ratings.ts';

/**
 * The geometric mean of the four counted ratings to one decimal, 1.0..5.0, halves rounded up. The tiny addend keeps
 * a mean that is exactly a half from falling below it in floating point (docs/scoring.md, "The score").
 */
export function scoreOf(counted: Ratings): number {
  return Math.floor(10 * productOf(counted) ** 0.25 + 0.5 + 1e-9) / 10;
}

/** The whole number of the score as shown: the band its label names. */
export function bandOf(score: number): Band {
  return ratingScale[Math.floor(score) - 1] ?? 1;
}
