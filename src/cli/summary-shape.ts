import { z } from 'zod';
import { dimensions, flags, verdicts } from '../core/candidate.ts';
import { constraints } from '../core/constraint.ts';
import { codes } from '../core/drift/codes.ts';
import { gateIds } from '../core/plan/gates.ts';
import { phases } from '../core/plan/phase.ts';
import { inputs } from '../core/summary/week-facts.ts';

/** What `summary --json` prints: the summary's own data (docs/summary.md). */

const rating = z.int().min(1).max(5);
const ratings = z.strictObject({ impact: rating, evidence: rating, confidence: rating, timing: rating });
const constraint = z.enum(constraints);
const dimension = z.enum(dimensions);
const verdict = z.enum(verdicts);
const day = z.string().describe('A local day, `YYYY-MM-DD`.');
const count = z.int().min(0);
const place = z.int().min(1);
const reference = z.strictObject({ repository: z.string(), number: z.int().min(1), title: z.string() });
const reading = z.strictObject({ day, value: z.number() });

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), total: count }).describe('Some of a list, and how many there are.');

const problem = z.strictObject({
  code: z.string(),
  message: z.string(),
  found: z.string().optional(),
  expected: z.string().optional(),
  fix: z.string(),
  field: z.string().optional(),
  at: z.strictObject({ file: z.string(), line: z.int(), column: z.int() }).optional(),
});

const gate = z.strictObject({
  gate: z.enum(gateIds),
  phase: z.enum(['diagnose', 'ship', 'measure']),
  met: z.boolean(),
});

const given = z.strictObject({ by: z.string(), rating });
const disagreement = z.strictObject({ dimension, high: given, low: given });

const next = z.discriminatedUnion('step', [
  z.strictObject({ step: z.enum(['merge', 'work', 'start', 'link', 'test', 'split', 'matter']) }),
  z.strictObject({ step: z.literal('start-after'), repository: z.string(), number: z.int() }),
  z.strictObject({ step: z.literal('raise'), dimension, to: z.number(), verdict }),
  z.strictObject({ step: z.literal('raise-lowest'), lowest: z.array(dimension) }),
  z.strictObject({ step: z.literal('wait'), easy: z.boolean() }),
  z.strictObject({ step: z.literal('settle'), weak: z.array(dimension) }),
]);

const candidate = reference.extend({
  createdAt: z.string(),
  constraint,
  onPrimary: z.boolean(),
  claimed: z.strictObject({
    impact: rating.nullable(),
    evidence: rating.nullable(),
    confidence: rating.nullable(),
    timing: rating.nullable(),
  }),
  counted: ratings,
  score: z.number().min(1).max(5),
  verdict,
  flags: z.array(z.enum(flags)),
  counterfactual: z.strictObject({ dimension, to: rating, verdict }).nullable(),
  rank: place,
  best: place,
  worst: place,
  open: z.boolean(),
  firstMove: z.boolean(),
  inReview: z.int().nullable().describe('The open pull request that closes it.'),
  disagreement: disagreement.nullable(),
  movement: z.union([z.int(), z.literal('new')]).nullable(),
  next,
  below: z.strictObject({ score: z.number(), because: z.enum(['unconfirmed', 'verdict']) }).nullable(),
});

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

const status = z.strictObject({
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

const movedSignal = z.discriminatedUnion('sign', [
  z.strictObject({ sign: z.literal('target-met'), first: reading, second: reading }),
  z.strictObject({ sign: z.enum(['new-candidates', 'exceptions']), constraint, weeks: count }),
  z.strictObject({ sign: z.literal('diagnosis'), constraint, number: z.int() }),
]);

const decision = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('raters-disagree'), candidate: reference, disagreement }),
  z.strictObject({
    kind: z.literal('moved-constraint'),
    moved: z.strictObject({ signals: z.array(movedSignal), toward: constraint.nullable() }),
  }),
  z.strictObject({ kind: z.literal('review'), issue: z.int().nullable(), answerBy: day }),
  z.strictObject({ kind: z.literal('first-move'), leading: reference.nullable(), shipBy: day }),
  z.strictObject({ kind: z.literal('outcome'), firstMove: reference, closedDay: day }),
]);

const delta = z.discriminatedUnion('kind', [
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

const drift = z.strictObject({
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

const focus = z.strictObject({
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

const hygiene = z.strictObject({
  incomplete: listOf(reference.extend({ missing: z.string() })),
  unclassified: listOf(reference),
  oldRethinks: listOf(reference.extend({ days: z.int() })).extend({ orMore: z.boolean() }),
  unlabelled: z.int(),
  staleMetric: z.strictObject({ days: z.int().nullable() }).nullable(),
});

export const summaryShape = z
  .strictObject({
    repository: z.string(),
    week: z.strictObject({
      key: z.string().describe('The ISO week, `2026-W48`.'),
      day,
      firstDay: day,
      lastDay: day,
      from: z.string(),
      to: z.string(),
    }),
    repositories: z.array(z.string()),
    unread: z.array(z.string()),
    problems: z.array(problem),
    quiet: z.boolean(),
    status: status.nullable().describe('`null` while no constraint is declared.'),
    inputs: z.array(z.strictObject({ input: z.enum(inputs), lookedAt: z.boolean() })).nullable(),
    gates: z.array(gate).describe('What has to hold by the end of each phase.'),
    decisions: z.strictObject({ told: z.array(decision), more: count }),
    deltas: z
      .strictObject({
        since: z.string(),
        changes: z.array(delta),
        more: count,
        newCandidates: count,
        exceptions: count,
      })
      .nullable(),
    stateLost: z.string().nullable(),
    top: listOf(candidate),
    belowTheLine: z.array(z.strictObject({ constraint, candidates: z.array(candidate) })),
    comesNext: constraint.nullable(),
    drift: drift.nullable(),
    oneStepFromReady: z.array(
      reference.extend({
        constraint,
        onPrimary: z.boolean(),
        verdict,
        dimension,
        to: z.number(),
        reaches: verdict,
      }),
    ),
    focus,
    hygiene,
    readings: z.array(reading),
  })
  .describe('`chokepoint summary --json`: the summary of one week.');
