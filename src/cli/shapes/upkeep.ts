import { z } from 'zod';

/** What `--json` prints of files, of the full pass and of the inbox (docs/cli.md); the schemas under docs/json/ are made from these. */

export const initShape = z
  .strictObject({
    written: z.array(z.string()).describe('Files that were written.'),
    kept: z.array(z.string()).describe('Files that were there and stayed as they are.'),
  })
  .describe('`chokepoint init --json`: what was written.');

export const validateShape = z
  .strictObject({
    problems: z.array(
      z.strictObject({
        code: z.string(),
        file: z.string().nullable(),
        line: z.int().min(1).nullable(),
        column: z.int().min(1).nullable(),
        message: z.string(),
        fix: z.string(),
      }),
    ),
  })
  .describe('`chokepoint validate --json`: what stands against config, forms and workflows.');

/** `sweep --json`. */
export const sweepShape = z.strictObject({
  looked: z.int(),
  repaired: z.int(),
  milestones: z.int(),
  next: z.int().nullable(),
});

export const inboxListShape = z.array(
  z.strictObject({
    id: z.string(),
    subject: z
      .strictObject({
        repository: z.string(),
        kind: z.string(),
        number: z.int().nullable().describe('`null` for a repository as a whole.'),
      })
      .nullable()
      .describe('`null` where the stored job cannot be read.'),
    laidAsideAt: z.iso.datetime(),
    reason: z.string(),
    codes: z.array(z.string()).describe('Of the Problems it failed with.'),
  }),
);

export const inboxRetryShape = z.strictObject({ retried: z.int().min(0) });
