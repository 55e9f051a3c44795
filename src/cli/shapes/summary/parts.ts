import { z } from 'zod';
import { dimensions, verdicts } from '../../../core/candidate.ts';
import { constraints } from '../../../core/constraint.ts';

/** What the parts of the summary have in common. */

export const rating = z.int().min(1).max(5);
export const ratings = z.strictObject({
  impact: rating,
  evidence: rating,
  confidence: rating,
  timing: rating,
});
export const constraint = z.enum(constraints);
export const dimension = z.enum(dimensions);
export const verdict = z.enum(verdicts);
export const day = z.string().describe('A local day, `YYYY-MM-DD`.');
export const count = z.int().min(0);
export const place = z.int().min(1);
export const reference = z.strictObject({
  repository: z.string(),
  number: z.int().min(1),
  title: z.string(),
});
export const reading = z.strictObject({ day, value: z.number() });

export const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), total: count }).describe('Some of a list, and how many there are.');

const given = z.strictObject({ by: z.string(), rating });
export const disagreement = z.strictObject({ dimension, high: given, low: given });
