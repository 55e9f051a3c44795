import { expect, it } from 'vitest';
import type { z } from 'zod';
import { summaryShape } from '../../src/cli/shapes/summary.ts';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import type { Summary } from '../../src/core/summary/summary.ts';
import { policy } from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';

type Mutable<Value> = { -readonly [Key in keyof Value]: Mutable<Value[Key]> };

/** Does not compile as soon as a summary may hold what its shape does not name. */
const isNamed = (summary: Mutable<Summary>): z.input<typeof summaryShape> => summary;

it('names all that the summary of a full week holds', () => {
  const summary = JSON.parse(JSON.stringify(summariseWeek(exampleWeek, policy, weekBefore)));
  expect(summaryShape.parse(isNamed(summary))).toEqual(summary);
  expect(summary.top.items.length).toBeGreaterThan(3);
});
