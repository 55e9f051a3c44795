import { expect, it } from 'vitest';
import { gatherTurns, type Turning } from '../../../src/core/drift/head-check.ts';

it('gathers what would turn alike, the worst outcome first, then the mildest start, numbers from the lowest', () => {
  const turnings: readonly Turning[] = [
    { number: 9, from: 'success', to: 'warning' },
    { number: 8, from: 'warning', to: 'success' },
    { number: 7, from: 'warning', to: 'failure' },
    { number: 6, from: 'note', to: 'failure' },
    { number: 5, from: 'success', to: 'success' },
    { number: 4, from: 'success', to: 'warning' },
    { number: 11, from: 'success', to: 'warning' },
  ];
  expect(gatherTurns(turnings)).toEqual([
    { from: 'note', to: 'failure', numbers: [6] },
    { from: 'warning', to: 'failure', numbers: [7] },
    { from: 'success', to: 'warning', numbers: [4, 9, 11] },
    { from: 'warning', to: 'success', numbers: [8] },
  ]);
});
