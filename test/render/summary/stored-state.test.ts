import { describe, expect, it } from 'vitest';
import { rememberWeek } from '../../../src/core/summary/summary-state.ts';
import { storedStateSchema, toState, toStored } from '../../../src/render/summary/stored-state.ts';
import { policy } from '../../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../../core/summary/example-week.ts';

describe('the state in the form in which a summary carries it', () => {
  it('keeps which candidate is of which repository, what nobody rated, and what is in review', () => {
    const whole = rememberWeek(exampleWeek, policy.primary, weekBefore);
    const candidates = whole.candidates.map((candidate, index) => ({
      ...candidate,
      repository: index === 1 ? 'acme/api' : candidate.repository,
      claimed: { ...candidate.claimed, impact: null, timing: index === 2 ? null : candidate.claimed.timing },
    }));
    const state = { ...whole, candidates };
    const stored = toStored(state);
    expect(stored.repositories).toEqual(['acme/importer', 'acme/api']);
    expect(stored.candidates.slice(0, 3)).toEqual([
      [0, 118, 1, '5445', '0445', 'ready', true, 161],
      [1, 97, 2, '4444', '0444', 'ready', false, 0],
      [0, 131, 3, '5534', '0530', 'strengthen', false, 0],
    ]);
    expect(toState(storedStateSchema.parse(stored))).toEqual(state);
  });
});
