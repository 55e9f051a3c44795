import { describe, expect, it } from 'vitest';
import { milestoneMarker, readMilestoneMarker } from '../../src/render/plan-milestone.ts';

describe('the marker of a milestone of the plan', () => {
  const declaration = { constraint: 'activation', since: '2026-11-02' } as const;

  it('is read back as it was written, wherever it stands in the description', () => {
    const marker = milestoneMarker(declaration);
    expect(marker).toBe('<!-- chokepoint:plan activation 2026-11-02 -->');
    expect(readMilestoneMarker(`Ours.\n\n${marker}\nActivation, day 30 of 90.`)).toEqual(declaration);
  });

  it.each([
    'Day 30',
    '',
    'chokepoint:plan activation 2026-11-02',
    '<!-- chokepoint:plan growth 2026-11-02 -->',
    '<!-- chokepoint:plan activation 2026-11-2 -->',
    '<!-- chokepoint:plan activation next week -->',
  ])('is not found in %j', (description) => {
    expect(readMilestoneMarker(description)).toBeNull();
  });
});
