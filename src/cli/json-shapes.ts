import { z } from 'zod';
import { auditRules } from '../core/audit/classify-merge.ts';
import { candidateFields, dimensions, flags, kinds, verdicts } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { codes } from '../core/drift/codes.ts';
import { orderRules } from '../core/scoring/order.ts';

/** What `--json` prints, command by command (docs/cli.md); the schemas under docs/json/ are made from these. */

const rating = z.int().min(1).max(5);
const openRating = rating.nullable().describe('`null` as long as nobody has given it.');
const openRatings = z.strictObject({
  impact: openRating,
  evidence: openRating,
  confidence: openRating,
  timing: openRating,
});
const constraint = z.enum(constraints);
const merges = z.int().min(0);
const byConstraint = {
  activation: merges,
  adoption: merges,
  reliability: merges,
  operations: merges,
  throughput: merges,
};
const verdict = z.enum(verdicts);

const counterfactual = z
  .strictObject({ dimension: z.enum(dimensions), to: rating, verdict })
  .nullable()
  .describe('The single step up that leads to the best verdict, if any leads to a better one.');

export const scoreShape = z
  .strictObject({
    constraint: constraint.nullable(),
    kind: z.enum(kinds).nullable(),
    claimed: openRatings.describe('The ratings as given.'),
    counted: openRatings.describe('Evidence of 3 or more without a link counts as 2.'),
    score: z.number().min(1).max(5).nullable().describe('One decimal; `null` while incomplete.'),
    band: rating.nullable().describe('The whole number of the score; `null` while incomplete.'),
    verdict: z.enum([...verdicts, 'incomplete']),
    flags: z.array(z.enum(flags)),
    counterfactual,
    problems: z
      .array(z.strictObject({ code: z.string(), field: z.string().optional() }))
      .describe('What stands against the form’s answers, then against the files of `.github/`.'),
  })
  .describe('`chokepoint score --json`: one candidate.');

export const rankShape = z
  .array(
    z.strictObject({
      rank: z.int().min(1),
      best: z.int().min(1).describe('The best rank under any one step of one of its own ratings.'),
      worst: z.int().min(1).describe('The worst rank under any one step of one of its own ratings.'),
      number: z.int().min(1),
      constraint,
      score: z.number().min(1).max(5),
      verdict,
      onPrimary: z.boolean(),
    }),
  )
  .describe('`chokepoint rank --json`: the complete candidates, best first.');

const neighbour = z.strictObject({
  number: z.int().min(1),
  title: z.string(),
  score: z.number().min(1).max(5),
  verdict,
  rule: z.enum(orderRules).nullable().describe('The first rule of the order that tells the two apart.'),
  because: z.string(),
});

export const explainShape = z
  .strictObject({
    repository: z.string(),
    number: z.int().min(1),
    title: z.string(),
    constraint: constraint.nullable(),
    onPrimary: z.boolean(),
    claimed: openRatings.describe('The combined ratings as given.'),
    counted: openRatings.describe('Evidence of 3 or more without a link counts as 2.'),
    score: z.number().min(1).max(5).nullable().describe('One decimal; `null` while incomplete.'),
    verdict: z.enum([...verdicts, 'incomplete']),
    because: z.string().nullable().describe('What the ratings mean; `null` while incomplete.'),
    flags: z.array(z.enum(flags)),
    counterfactual,
    place: z
      .strictObject({
        rank: z.int().min(1),
        best: z.int().min(1).describe('The best rank under any one step of one of its own ratings.'),
        worst: z.int().min(1).describe('The worst rank under any one step of one of its own ratings.'),
        of: z.int().min(1).describe('How many candidates are ranked.'),
        above: neighbour.nullable().describe('The candidate just before it, and why it comes before.'),
        below: neighbour.nullable().describe('The candidate just after it, and why it comes after.'),
      })
      .nullable()
      .describe('`null` while incomplete.'),
    missing: z.array(z.enum(candidateFields)).describe('The open answers, in the order they are asked for.'),
    next: z.string().describe('The next step, or what is asked for next.'),
  })
  .describe('`chokepoint explain owner/repo#n --json`: why one candidate has its verdict and its rank.');

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

export type ScoreJson = z.infer<typeof scoreShape>;
export type RankJson = z.infer<typeof rankShape>;
export type ExplainJson = z.infer<typeof explainShape>;
export type CheckJson = z.infer<typeof checkShape>;
export type MilestoneJson = z.infer<typeof milestoneShape>;

/** `sweep --json`. */
export const sweepShape = z.strictObject({
  looked: z.int(),
  repaired: z.int(),
  milestones: z.int(),
  next: z.int().nullable(),
});

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
