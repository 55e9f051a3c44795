import { z } from 'zod';
import { constraints } from '../core/constraint.ts';
import { signs } from '../core/diagnosis/answers.ts';
import {
  confidences,
  diagnosisOutcomes,
  notReadyReasons,
  sequenceRules,
} from '../core/diagnosis/diagnose.ts';

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

export type DiagnoseJson = z.infer<typeof diagnoseShape>;
