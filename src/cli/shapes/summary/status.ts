import { z } from 'zod';
import { phases } from '../../../core/plan/phase.ts';
import { constraint, day, reading } from './parts.ts';

/** Its status line. */

const diagnosis = z.strictObject({
  number: z.int(),
  day,
  constraint: constraint.nullable(),
  comesAfter: z.array(constraint),
});

const review = z.strictObject({
  number: z.int(),
  decision: z.enum(['continue', 'refine', 'move']).nullable(),
});

const declared = z.union([z.string(), z.number()]).nullable();

export const status = z.strictObject({
  standing: z.enum(['on-track', 'at-risk', 'off', 'unknown']),
  unknownBecause: z.enum(['no-metric', 'no-since', 'no-reading', 'stale-reading']).nullable(),
  progress: z.number().nullable().describe('The way from baseline to target that is done, as a fraction.'),
  elapsed: z.number().nullable().describe('The part of the 90 days that is over, as a fraction.'),
  latest: reading.nullable(),
  constraint,
  owner: z.string().nullable(),
  metric: z
    .strictObject({
      name: z.string(),
      unit: z.string(),
      baseline: z.number(),
      target: z.number(),
      minimum: z.number(),
    })
    .nullable(),
  today: day,
  plan: z
    .strictObject({
      since: day,
      day: z.int(),
      phase: z.enum(phases),
      phaseEnds: day.nullable(),
      planEnds: day,
    })
    .nullable(),
  changes: z.array(
    z.strictObject({
      field: z.enum(['constraint', 'since', 'owner', 'metric', 'baseline', 'target', 'minimum']),
      from: declared,
      to: declared,
    }),
  ),
  decided: review.nullable(),
  diagnosis: diagnosis.nullable(),
});
