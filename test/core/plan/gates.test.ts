import { describe, expect, it } from 'vitest';
import { isSameDeclaration } from '../../../src/core/plan/declaration.ts';
import { type GateFacts, gatesOf, unmetGates } from '../../../src/core/plan/gates.ts';
import { primary } from '../summary/builders.ts';

const today = '2026-12-15';
const nothing: GateFacts = { primary: null, inputsLookedAt: false, firstMoves: [], readings: [], today };

function met(changes: Partial<GateFacts>): readonly string[] {
  return gatesOf({ ...nothing, ...changes }).flatMap((gate) => (gate.met ? [gate.gate] : []));
}

const open = { closedAt: null, outcome: null };
const closed = { closedAt: '2026-12-10T10:00:00Z', outcome: null };

describe('gates are unmet until they hold', () => {
  it.each<[Partial<GateFacts>, string[]]>([
    [{}, []],
    [{ inputsLookedAt: true }, ['inputs']],
    [{ primary: { ...primary, metric: null } }, ['constraint']],
    [{ primary }, ['constraint', 'metric']],
    [{ firstMoves: [open] }, ['first-move']],
    [{ firstMoves: [closed] }, ['first-move', 'first-move-merged']],
    [{ firstMoves: [{ ...closed, outcome: 'moved' }] }, ['first-move', 'first-move-merged', 'outcome']],
    [{ readings: [{ day: '2026-12-01', value: 40 }] }, ['reading']],
    [{ readings: [{ day: '2026-11-30', value: 40 }] }, []],
    [{ readings: [{ day: '2026-12-16', value: 40 }] }, []],
  ])('%j: %j', (changes, gates) => {
    expect(met(changes)).toEqual(gates);
  });

  it('asks in each phase for those of the phase and of the earlier ones', () => {
    const gates = gatesOf({ ...nothing, primary });
    const asked = (phase: 'diagnose' | 'ship' | 'measure' | 'decide') =>
      unmetGates(gates, phase).map(({ gate }) => gate);
    expect(asked('diagnose')).toEqual(['inputs']);
    expect(asked('ship')).toEqual(['inputs', 'first-move', 'first-move-merged']);
    expect(asked('measure')).toEqual(['inputs', 'first-move', 'first-move-merged', 'reading', 'outcome']);
    expect(asked('decide')).toEqual(asked('measure'));
  });
});

describe('a declaration', () => {
  const one = { constraint: 'activation', since: '2026-11-02' } as const;
  it.each([
    ['2026-11-02', true],
    ['2026-11-16', true],
    ['2026-10-19', true],
    ['2026-11-17', false],
    ['2026-10-18', false],
  ])('whose first day moves to %s is the same: %s', (since, same) => {
    expect(isSameDeclaration(one, { ...one, since })).toBe(same);
  });

  it('of another constraint is another one', () => {
    expect(isSameDeclaration(one, { ...one, constraint: 'adoption' })).toBe(false);
  });
});
