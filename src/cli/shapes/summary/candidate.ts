import { z } from 'zod';
import { flags } from '../../../core/candidate.ts';
import { constraint, dimension, disagreement, place, rating, ratings, reference, verdict } from './parts.ts';

/** A candidate in one of its lists, and its next step. */

const next = z.discriminatedUnion('step', [
  z.strictObject({ step: z.enum(['merge', 'work', 'start', 'link', 'test', 'split', 'matter']) }),
  z.strictObject({ step: z.literal('start-after'), repository: z.string(), number: z.int() }),
  z.strictObject({ step: z.literal('raise'), dimension, to: z.number(), verdict }),
  z.strictObject({ step: z.literal('raise-lowest'), lowest: z.array(dimension) }),
  z.strictObject({ step: z.literal('wait'), easy: z.boolean() }),
  z.strictObject({ step: z.literal('settle'), weak: z.array(dimension) }),
]);

export const candidate = reference.extend({
  createdAt: z.string(),
  constraint,
  onPrimary: z.boolean(),
  claimed: z.strictObject({
    impact: rating.nullable(),
    evidence: rating.nullable(),
    confidence: rating.nullable(),
    timing: rating.nullable(),
  }),
  counted: ratings,
  score: z.number().min(1).max(5),
  verdict,
  flags: z.array(z.enum(flags)),
  counterfactual: z.strictObject({ dimension, to: rating, verdict }).nullable(),
  rank: place,
  best: place,
  worst: place,
  open: z.boolean(),
  firstMove: z.boolean(),
  inReview: z.int().nullable().describe('The open pull request that closes it.'),
  disagreement: disagreement.nullable(),
  movement: z.union([z.int(), z.literal('new')]).nullable(),
  next,
  below: z.strictObject({ score: z.number(), because: z.enum(['unconfirmed', 'verdict']) }).nullable(),
});
