import { describe, expect, it } from 'vitest';
import { milestoneMarker } from '../../src/render/plan-milestone.ts';
import { planMilestones } from '../../src/tasks/plan-milestones.ts';
import type { Milestone } from '../../src/tasks/ports/milestones.ts';
import { primary } from '../core/summary/builders.ts';

const declared = { ...primary, since: '2026-11-02' };

function milestone(title: string, description = ''): Milestone {
  return { number: 1, title, description, state: 'open' };
}

function planned(existing: readonly Milestone[]) {
  return planMilestones({ listMilestones: async () => existing }, declared);
}

describe('the milestones of the plan', () => {
  it('are three, with the last day of each phase and a line that says what it is for', async () => {
    expect(await planned([milestone('Autumn release')])).toMatchObject([
      { kind: 'create-milestone', title: 'Day 30', dueDay: '2026-12-01' },
      { kind: 'create-milestone', title: 'Day 60', dueDay: '2026-12-31' },
      { kind: 'create-milestone', title: 'Day 90', dueDay: '2027-01-30' },
    ]);
    const [first] = await planned([]);
    expect(first).toMatchObject({ description: expect.stringContaining('Activation, day 30 of 90.') });
  });

  it.each([
    ['the same first day', '2026-11-02'],
    ['a first day corrected by 14 days', '2026-11-16'],
  ])('are not created again for %s, even if two were deleted', async (_, since) => {
    const marker = milestoneMarker({ constraint: 'activation', since });
    expect(await planned([milestone('Day 60, renamed', `Ours.\n${marker}`)])).toEqual([]);
  });

  it('have other titles where an earlier plan, or a person, took them', async () => {
    const earlier = milestoneMarker({ constraint: 'activation', since: '2026-08-03' });
    const titles = (await planned([milestone('Day 30', earlier), milestone('day 60')])).map((change) =>
      change.kind === 'create-milestone' ? change.title : '',
    );
    expect(titles).toEqual([
      'Day 30 · Activation since 2026-11-02',
      'Day 60 · Activation since 2026-11-02',
      'Day 90',
    ]);
  });
});
