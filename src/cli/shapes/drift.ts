import { z } from 'zod';
import { auditRules } from '../../core/audit/classify-merge.ts';
import { constraints } from '../../core/constraint.ts';
import { codes } from '../../core/drift/codes.ts';

/** What `--json` prints of pull requests, milestones and merges (docs/cli.md); the schemas under docs/json/ are made from these. */

const constraint = z.enum(constraints);
const merges = z.int().min(0);
const byConstraint = {
  activation: merges,
  adoption: merges,
  reliability: merges,
  operations: merges,
  throughput: merges,
};

export const checkShape = z
  .strictObject({
    conclusion: z.enum(['success', 'note', 'warning', 'failure']),
    codes: z.array(z.enum(codes)),
    constraint: constraint.nullable(),
    resolvedBy: z.enum(['command', 'linked-issue', 'label', 'enables', 'milestone', 'paths']).nullable(),
    reasons: z.array(
      z.strictObject({
        step: z.enum(['command', 'linked-issue', 'label', 'enables', 'milestone', 'paths']),
        outcome: z.enum(['answered', 'skipped', 'not-reached']),
        text: z.string(),
      }),
    ),
  })
  .describe('`chokepoint check owner/repo#n --json`: one pull request.');

export const milestoneShape = z
  .strictObject({
    milestone: z.int().min(1),
    focus: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .describe(
        'Percent on the constraint of what is open and classified; `null` where there is nothing to count.',
      ),
    threshold: z.number().min(0).max(100).describe('`drift.milestone-focus`, in percent.'),
    items: z.array(
      z.strictObject({
        number: z.int().min(1),
        constraint: constraint.nullable(),
        codes: z.array(z.enum(codes)),
      }),
    ),
    conclusion: z.enum(['success', 'warning']),
  })
  .describe('`chokepoint check owner/repo milestone n --json`: the open items of one milestone.');

export const auditShape = z
  .strictObject({
    merges: z.int().min(0).describe('Merges of the time looked at, exempt ones left out.'),
    coverage: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .describe('The part of them that says which constraint it served; `null` without merges.'),
    byConstraint: z.strictObject(byConstraint),
    onPrimary: z.int().min(0).nullable().describe('`null` while no constraint is declared or given.'),
    rules: z
      .array(
        z.strictObject({
          number: z.int().min(1),
          title: z.string(),
          constraint: constraint.nullable(),
          rule: z.enum(auditRules).nullable().describe('What decided; `null` where nothing did.'),
          because: z.string(),
        }),
      )
      .describe('Every merge with what decided, the last updated first.'),
  })
  .describe('`chokepoint audit --json`: where the last merges of a repository went.');

export type CheckJson = z.infer<typeof checkShape>;
export type MilestoneJson = z.infer<typeof milestoneShape>;
