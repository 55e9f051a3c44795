import { z } from 'zod';
import { constraints } from '../core/constraint.ts';
import { setting } from './schema-parts.ts';

const metric = z.strictObject({
  name: z.string().min(1).max(200).meta({ description: 'What is measured, as the team says it.' }),
  unit: setting(z.string().max(50), 'Its unit, such as `"%"` or `days`.', ''),
  baseline: z.number().meta({ description: 'The value on day 1.' }),
  target: z.number().meta({
    description:
      'The value to reach; above the baseline the metric is to rise, below it to fall, equal is a fault.',
  }),
  minimum: z.number().meta({
    description:
      'The least improvement that justifies going on; between baseline and target, either included.',
  }),
});

/** The key `primary`: what the team declares. */
export const primary = z.strictObject({
  constraint: setting(
    z.enum(constraints),
    'The declared constraint; left out while the team still diagnoses.',
  ),
  since: setting(z.string(), "Day 1 of the 90, as `YYYY-MM-DD` in the team's zone."),
  because: setting(z.string().max(1_000), 'Why this one, in a sentence; quoted where work drifts from it.'),
  owner: setting(z.string().max(100), 'The login that is assigned the summary and asked for decisions.'),
  metric: setting(metric, 'The measure that proves the constraint moves.'),
});
