import { z } from 'zod';
import {
  candidateFields,
  dimensions,
  flags,
  kinds,
  verdicts,
  verdictsOrIncomplete,
} from '../../core/candidate.ts';
import { constraints } from '../../core/constraint.ts';
import { orderRules } from '../../core/scoring/order.ts';

/** What `--json` prints of candidates (docs/cli.md); the schemas under docs/json/ are made from these. */

const rating = z.int().min(1).max(5);
const openRating = rating.nullable().describe('`null` as long as nobody has given it.');
const openRatings = z.strictObject({
  impact: openRating,
  evidence: openRating,
  confidence: openRating,
  timing: openRating,
});
const constraint = z.enum(constraints);
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
    verdict: z.enum(verdictsOrIncomplete),
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
    verdict: z.enum(verdictsOrIncomplete),
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

export type ScoreJson = z.infer<typeof scoreShape>;
export type RankJson = z.infer<typeof rankShape>;
export type ExplainJson = z.infer<typeof explainShape>;
