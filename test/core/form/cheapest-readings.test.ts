import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CheapestReadings,
  findCheapestReadings,
  type Span,
  type Steps,
} from '../../../src/core/form/cheapest-readings.ts';

const anySteps: fc.Arbitrary<Steps> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([fieldCount, count]) => {
    const ends = fc.tuple(
      ...Array.from({ length: count }, (_, heading) => {
        const later = Array.from({ length: count - heading }, (__, step) => heading + 1 + step);
        return fc.option(fc.subarray(later, { maxLength: Math.min(2, later.length) }));
      }),
    );
    return fc.record({
      fieldCount: fc.constant(fieldCount),
      field: fc.array(fc.nat({ max: fieldCount - 1 }), { minLength: count, maxLength: count }),
      cost: fc.array(fc.nat({ max: 1 }), { minLength: count, maxLength: count }),
      ends,
      notAllowed: fc.constantFrom(2, fieldCount + 1),
      missing: fc.constantFrom(3, (fieldCount + 1) ** 2),
    });
  });

/** All ways to take headings in order, each field at most once; at least one heading is taken. */
function allReadings({ field }: Steps): readonly (readonly number[])[] {
  let readings: (readonly number[])[] = [[]];
  for (const [heading, own] of field.entries()) {
    const fits = readings.filter((taken) => taken.every((earlier) => (field[earlier] ?? own) < own));
    readings = [...readings, ...fits.map((taken) => [...taken, heading])];
  }
  return readings.filter((taken) => taken.length > 0);
}

function transitions({ field, ends }: Steps, taken: readonly number[]) {
  return taken.map((heading, place) => {
    const end = taken[place + 1] ?? field.length;
    const own = ends[heading] ?? null;
    return { heading, end, isOpen: own === null, allowed: own === null || own.includes(end) };
  });
}

function costOf(steps: Steps, taken: readonly number[]): number {
  const hidden = taken.reduce((sum, heading) => sum + (steps.cost[heading] ?? 0), 0);
  const refused = transitions(steps, taken).filter(({ allowed }) => !allowed).length;
  return hidden + refused * steps.notAllowed + (steps.fieldCount - taken.length) * steps.missing;
}

/** The same, counted out: every reading is written down and weighed. */
function countedOut(steps: Steps): CheapestReadings {
  const all = allReadings(steps);
  const least = Math.min(...all.map((taken) => costOf(steps, taken)));
  const cheapest = all.filter((taken) => costOf(steps, taken) === least);
  const fields = Array.from({ length: steps.fieldCount }, (_, field) => field);
  const spans = fields.map((field) => {
    const found = new Map<string, Span>();
    for (const { heading, end, isOpen, allowed } of cheapest.flatMap((taken) => transitions(steps, taken))) {
      if (steps.field[heading] !== field) continue;
      const key = `${heading} ${isOpen || !allowed ? 'anywhere' : end}`;
      const known = found.get(key);
      found.set(key, {
        heading,
        nearest: Math.min(end, known?.nearest ?? end),
        farthest: Math.max(end, known?.farthest ?? end),
        allowed,
      });
    }
    return [...found.values()].toSorted(
      (one, other) =>
        one.heading - other.heading ||
        Number(other.allowed) - Number(one.allowed) ||
        one.nearest - other.nearest,
    );
  });
  const skipped = fields.map((field) =>
    cheapest.some((taken) => taken.every((heading) => steps.field[heading] !== field)),
  );
  return { least, spans, skipped };
}

describe('the cheapest readings', () => {
  test('are those that are found when every reading is written down and weighed', () => {
    for (const steps of fc.sample(anySteps, { numRuns: 600, seed: 3 })) {
      expect(findCheapestReadings(steps), JSON.stringify(steps)).toEqual(countedOut(steps));
    }
  });
});
