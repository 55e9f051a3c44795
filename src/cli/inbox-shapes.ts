import { z } from 'zod';

/** What `inbox list --json` and `inbox retry --json` print (docs/cli.md). */
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
