import { z } from 'zod';
import { ratingScale } from '../../core/candidate.ts';
import { constraints } from '../../core/constraint.ts';
import type { DeclarationKey } from '../../core/plan/declaration.ts';
import type { PlanRecord } from '../../core/plan/review.ts';
import { readHiddenJson, renderHiddenJson } from '../hidden-json.ts';
import { clip } from '../markdown.ts';

/** How every hidden first line of a decision issue begins. */
const markerStart = '<!-- chokepoint:decision ';

/** The hidden first line by which a decision issue is found again, with its label and its author. */
export function decisionMarker(repository: string, { constraint, since }: DeclarationKey): string {
  return `${markerStart}${repository} ${constraint} ${since} -->`;
}

export interface DecisionMarker extends DeclarationKey {
  readonly repository: string;
}

/** Which declaration a decision issue is about, by its first line; `null` for any other issue. */
export function readDecisionMarker(body: string): DecisionMarker | null {
  const [firstLine = ''] = body.split('\n', 1);
  const found = /^<!-- chokepoint:decision ([\w.-]+\/[\w.-]+) (\w+) (\d{4}-\d{2}-\d{2}) -->\s*$/.exec(
    firstLine,
  );
  const [, repository, name, since] = found ?? [];
  const constraint = constraints.find((one) => one === name);
  if (repository === undefined || constraint === undefined || since === undefined) return null;
  return { repository, constraint, since };
}

const opening = '<!-- chokepoint:plan-record ';

const recordSchema = z.object({
  version: z.literal(1),
  repository: z.string(),
  constraint: z.enum(constraints),
  since: z.iso.date(),
  because: z.string().nullable(),
  metric: z
    .object({
      name: z.string(),
      unit: z.string(),
      baseline: z.number(),
      target: z.number(),
      minimum: z.number(),
    })
    .nullable(),
  readings: z.array(z.object({ day: z.iso.date(), value: z.number() })),
  merged: z.array(
    z.object({
      number: z.int(),
      title: z.string(),
      candidate: z.int().nullable(),
      predictedImpact: z.literal(ratingScale).nullable(),
    }),
  ),
  mergedTotal: z.int(),
});

/** What a decision issue keeps for later; outcomes are told later than it is closed, so they are read anew. */
export interface KeptRecord extends Omit<PlanRecord, 'moves'> {
  /** Of which `merged` holds the newest. */
  readonly mergedTotal: number;
}

/** The issue holds more than this, and has to stay under GitHub's limit for a body. */
const mergedKept = 40;
const readingsKept = 100;
const titleUnits = 60;

/** As a hidden comment. */
export function renderRecord(record: Omit<PlanRecord, 'moves'>): string {
  const { repository, constraint, since, because, metric } = record;
  const readings = record.readings.slice(-readingsKept);
  const merged = record.merged.slice(0, mergedKept).map((one) => {
    return { ...one, title: clip(one.title, titleUnits) };
  });
  const mergedTotal = record.merged.length;
  const kept = { version: 1, repository, constraint, since, because, metric, readings, merged, mergedTotal };
  return renderHiddenJson(opening, kept);
}

/** Reads it back from the body of an issue of our own; `null` where it is missing or damaged. */
export function readRecord(body: string): KeptRecord | null {
  const read = recordSchema.safeParse(readHiddenJson(opening, body));
  return read.success ? read.data : null;
}
