import { z } from 'zod';
import { gateIds } from '../../core/plan/gates.ts';
import { inputs } from '../../core/summary/week-facts.ts';
import { candidate } from './summary/candidate.ts';
import { decision, delta } from './summary/changes.ts';
import { constraint, count, day, dimension, listOf, reading, reference, verdict } from './summary/parts.ts';
import { status } from './summary/status.ts';
import { drift, focus, hygiene } from './summary/work.ts';

/** What `summary --json` prints: the summary's own data (docs/summary.md). */

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
