import { z } from 'zod';
import {
  constraint,
  count,
  day,
  dimension,
  disagreement,
  rating,
  reading,
  reference,
  verdict,
} from './parts.ts';

/** The decisions it asks for, and what changed since the last one. */

const movedSignal = z.discriminatedUnion('sign', [
  z.strictObject({ sign: z.literal('target-met'), first: reading, second: reading }),
  z.strictObject({ sign: z.enum(['new-candidates', 'exceptions']), constraint, weeks: count }),
  z.strictObject({ sign: z.literal('diagnosis'), constraint, number: z.int() }),
]);

export const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('raters-disagree'), candidate: reference, disagreement }),
  z.strictObject({
    kind: z.literal('moved-constraint'),
    moved: z.strictObject({ signals: z.array(movedSignal), toward: constraint.nullable() }),
  }),
  z.strictObject({ kind: z.literal('review'), issue: z.int().nullable(), answerBy: day }),
  z.strictObject({ kind: z.literal('first-move'), leading: reference.nullable(), shipBy: day }),
  z.strictObject({ kind: z.literal('outcome'), firstMove: reference, closedDay: day }),
]);

export const delta = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('closed'), candidate: reference, mergedAs: z.int().nullable() }),
  z.strictObject({ kind: z.literal('left'), candidate: reference, from: z.int() }),
  z.strictObject({ kind: z.literal('first-move'), candidate: reference }),
  z.strictObject({ kind: z.literal('in-review'), candidate: reference, pullRequest: z.int() }),
  z.strictObject({
    kind: z.literal('rated'),
    candidate: reference,
    rank: z.strictObject({ from: z.int(), to: z.int() }),
    verdict: z.strictObject({ from: verdict, to: verdict }),
    ratings: z.array(z.strictObject({ from: rating, to: rating, dimension, nowLinked: z.boolean() })),
  }),
  z.strictObject({ kind: z.literal('reading'), from: z.number().nullable(), to: z.number() }),
]);
