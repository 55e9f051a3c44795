import { describe, expect, it } from 'vitest';
import { renderOneStep } from '../../../src/render/summary/one-step.ts';
import { issue, name, summary } from './example.ts';

describe('one step from ready', () => {
  const step = { verdict: 'not-now', dimension: 'timing', to: 3, reaches: 'strengthen' } as const;

  it('says which rating, one point higher, would lift a candidate, and where that is off the constraint', () => {
    const oneStepFromReady = [
      { ...issue(88), ...step, constraint: 'activation', onPrimary: true },
      { ...issue(126), ...step, constraint: 'operations', onPrimary: false },
    ] as const;
    expect(renderOneStep({ ...summary, oneStepFromReady }, name)).toBe(
      '### One step from ready\n\n- #88 *Issue 88*: timing 3 turns *not now* into *strengthen*\n- #126 *Issue 126* (Operations): timing 3 turns *not now* into *strengthen*',
    );
  });

  it('is nothing where there is none', () => {
    expect(renderOneStep({ ...summary, oneStepFromReady: [] }, name)).toBeNull();
  });
});
