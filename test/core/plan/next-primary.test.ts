import { describe, expect, it } from 'vitest';
import { nextPrimary } from '../../../src/core/plan/next-primary.ts';
import { primary } from '../summary/builders.ts';

const day = '2027-01-25';
const reading = (value: number) => ({ day: '2027-01-20', value });
const unknown = { day, latest: null, comesNext: null };

describe('the declaration after a decision', () => {
  it('continues to the same target and minimum while both lie ahead', () => {
    expect(nextPrimary('continue', primary, { ...unknown, latest: reading(41) })).toEqual({
      constraint: 'activation',
      since: day,
      because: primary.because,
      owner: 'ana',
      metric: { name: primary.metric?.name, unit: '%', baseline: 41, target: 55, minimum: 45 },
    });
  });

  it.each([
    ['the minimum', 46, { baseline: 46, target: 55 }],
    ['the minimum exactly', 45, { baseline: 45, target: 55 }],
    ['the target', 55, { baseline: 55 }],
  ])('leaves open what is reached: %s', (_, value, left) => {
    const { metric } = nextPrimary('continue', primary, { ...unknown, latest: reading(value) });
    expect(metric).toEqual({ name: primary.metric?.name, unit: '%', ...left });
  });

  it('begins where the metric began when nothing was read', () => {
    expect(nextPrimary('continue', primary, unknown).metric).toMatchObject({
      baseline: 38,
      target: 55,
      minimum: 45,
    });
  });

  it('refines to another target, for another reason', () => {
    const next = nextPrimary('refine', primary, { ...unknown, latest: reading(46) });
    expect(next).toMatchObject({ constraint: 'activation', since: day, because: null });
    expect(next.metric).toEqual({ name: primary.metric?.name, unit: '%', baseline: 46 });
  });

  it('moves to where the diagnosis points, or leaves the constraint open', () => {
    const moved = nextPrimary('move', primary, { ...unknown, comesNext: 'throughput' });
    expect(moved).toEqual({
      constraint: 'throughput',
      since: day,
      because: null,
      owner: 'ana',
      metric: null,
    });
    expect(nextPrimary('move', primary, unknown).constraint).toBeNull();
  });

  it('has no metric where none was declared', () => {
    expect(nextPrimary('continue', { ...primary, metric: null }, unknown).metric).toBeNull();
  });
});
