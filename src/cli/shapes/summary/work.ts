import { z } from 'zod';
import { codes } from '../../../core/drift/codes.ts';
import { constraint, count, listOf, reference } from './parts.ts';

/** Where the work went: drift, focus, hygiene. */

const focusCount = z.strictObject({
  aligned: count,
  offConstraint: count,
  accepted: count,
  classified: count,
  merges: count,
});

const driftItem = reference.extend({
  constraint: constraint.nullable(),
  codes: z.array(z.enum(codes)),
  merged: z.boolean(),
});

export const drift = z.strictObject({
  merges: focusCount,
  sequence: listOf(driftItem),
  offConstraint: listOf(driftItem),
  exceptions: listOf(
    reference.extend({
      constraint: constraint.nullable(),
      by: z.string(),
      because: z.string(),
      self: z.boolean(),
    }),
  ),
  milestones: listOf(
    z.strictObject({
      repository: z.string(),
      title: z.string(),
      on: count,
      classified: count,
      wantedPercent: z.number(),
    }),
  ),
  warnWould: z.strictObject({ comment: count, checked: count }).nullable(),
});

export const focus = z.strictObject({
  week: focusCount,
  month: focusCount,
  hidden: z.boolean(),
  unclassified: listOf(reference),
  byConstraint: z.array(
    z.strictObject({
      constraint,
      mergesThisWeek: count,
      mergesIn28Days: count,
      inProgress: count,
      openCandidates: count,
      opened: count,
      closed: count,
    }),
  ),
  inProgress: z.strictObject({ on: count, off: count, unclassified: count }),
  candidates: z.strictObject({ opened: count, closed: count }),
  medianLeadHours: z.number().nullable(),
  existingPath: z.strictObject({ existing: count, known: count }),
  trend: z.array(z.strictObject({ week: z.string(), count: focusCount })),
});

export const hygiene = z.strictObject({
  incomplete: listOf(reference.extend({ missing: z.string() })),
  unclassified: listOf(reference),
  oldRethinks: listOf(reference.extend({ days: z.int() })).extend({ orMore: z.boolean() }),
  unlabelled: z.int(),
  staleMetric: z.strictObject({ days: z.int().nullable() }).nullable(),
});
