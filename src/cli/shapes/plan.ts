import { z } from 'zod';
import { decisions, outcomes } from '../../core/commands/command.ts';
import { constraints } from '../../core/constraint.ts';
import { signs } from '../../core/diagnosis/answers.ts';
import {
  confidences,
  diagnosisOutcomes,
  notReadyReasons,
  sequenceRules,
} from '../../core/diagnosis/diagnose.ts';
import { gateIds } from '../../core/plan/gates.ts';
import { phases } from '../../core/plan/phase.ts';

/** What `--json` prints of diagnosis, plan and decisions (docs/cli.md); the schemas under docs/json/ are made from these. */

const constraint = z.enum(constraints);
const points = z.int().min(0).max(12);
const degree = z.literal([0, 1, 2]);

export const diagnoseShape = z
  .strictObject({
    points: z
      .strictObject({
        activation: points,
        adoption: points,
        reliability: points,
        operations: points,
        throughput: points,
      })
      .nullable()
      .describe('`null` while incomplete.'),
    clearPressures: z.int().min(0).max(5).nullable().describe('`null` while incomplete.'),
    outcome: z.enum([...diagnosisOutcomes, 'incomplete']),
    reason: z.enum(notReadyReasons).nullable().describe('Why it is `not-ready`.'),
    constraint: constraint.nullable(),
    // biome-ignore lint/suspicious/noThenProperty: the name that scripts rely on
    then: z.array(constraint).describe('The other constraints that are present, most points first.'),
    rule: z.enum(sequenceRules).nullable().describe('The sequence rule that decided.'),
    confidence: z.enum(confidences).nullable(),
    flips: z
      .array(
        z.strictObject({
          field: z.enum(signs),
          from: degree,
          to: degree,
          constraint: constraint.nullable(),
          outcome: z.enum(diagnosisOutcomes),
        }),
      )
      .describe('Single answers which, a step different, would have changed outcome or constraint.'),
    problems: z.array(z.strictObject({ code: z.string(), field: z.string().optional() })),
  })
  .describe('`chokepoint diagnose --json`: one diagnosis.');

const day = z.iso.date().describe('A local day, `YYYY-MM-DD`.');
const metric = z.strictObject({
  name: z.string(),
  unit: z.string(),
  baseline: z.number(),
  target: z.number(),
  minimum: z.number(),
});

export const planShape = z
  .strictObject({
    constraint: constraint.nullable(),
    since: day.nullable(),
    day: z.int().nullable().describe('1 on the day of the declaration.'),
    phase: z.enum(phases).nullable(),
    phaseEnds: day.nullable().describe('`null` in `decide`, which has no end.'),
    decisionOpens: day.nullable().describe('Day 76.'),
    planEnds: day.nullable().describe('Day 90.'),
    gates: z.array(
      z.strictObject({
        gate: z.enum(gateIds),
        phase: z.enum(['diagnose', 'ship', 'measure']),
        met: z.boolean().nullable().describe('`null` where only GitHub knows and no repository was named.'),
      }),
    ),
  })
  .describe('`chokepoint plan --json`: phase and gates.');

export const chooseShape = z
  .strictObject({
    file: z.string(),
    primary: z.strictObject({
      constraint,
      since: day.nullable(),
      because: z.string().nullable(),
      owner: z.string().nullable(),
      metric: metric.nullable(),
    }),
  })
  .describe('`chokepoint choose --json`: what was written.');

const impact = z.int().min(1).max(5).nullable();
const reading = z.strictObject({ day, value: z.number() });

export const decisionsShape = z
  .array(
    z.strictObject({
      number: z.int().min(1).describe('The decision issue.'),
      constraint,
      since: day,
      because: z.string().nullable().describe('Why the constraint was declared.'),
      metric: metric.nullable(),
      latest: reading.nullable(),
      readings: z.array(reading).describe('Since the declaration, oldest first.'),
      merged: z
        .array(
          z.strictObject({
            number: z.int(),
            title: z.string(),
            candidate: z.int().nullable(),
            predictedImpact: impact,
          }),
        )
        .describe('Merged on the constraint, the newest forty, newest first.'),
      mergedTotal: z.int().min(0),
      firstMoves: z.array(
        z.strictObject({
          number: z.int(),
          title: z.string(),
          predictedImpact: impact,
          predicted: z.string().describe('The business metric that was to prove it mattered.'),
          outcome: z.enum(outcomes).nullable(),
          because: z.string().nullable(),
        }),
      ),
      decision: z.enum(decisions).nullable(),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
      decidedBecause: z.string().nullable(),
    }),
  )
  .describe('`chokepoint decisions --json`: the decisions of a repository, newest first.');

export type DecisionJson = z.infer<typeof decisionsShape>[number];
export type PlanJson = z.infer<typeof planShape>;
export type DiagnoseJson = z.infer<typeof diagnoseShape>;
