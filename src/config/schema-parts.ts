import { z } from 'zod';

/** A key that may be left out, or left empty, which means the same. */
export function setting<Schema extends z.ZodType>(schema: Schema, description: string, byDefault?: unknown) {
  return schema.nullish().meta({ description, ...(byDefault === undefined ? {} : { default: byDefault }) });
}

export function list(of: z.ZodString, atMost: number) {
  return z.array(of).max(atMost);
}

/** Bounds the work of matching (docs/configuration.md). */
export const glob = z.string().min(1).max(256);
/** GitHub's limit on the name of a label. */
export const labelName = z.string().min(1).max(50);
export const percent = z.number().min(0).max(100);
