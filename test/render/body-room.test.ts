import { expect, it } from 'vitest';
import { howManyFit } from '../../src/render/body-room.ts';

it.each([
  [0, [], 0],
  [0, ['ab'], 0],
  [6, ['ab', 'cd'], 0],
  [7, ['ab', 'cd'], 1],
  [13, ['ab', 'cd'], 1],
  [14, ['ab', 'cd'], 2],
  [14, ['ab', 'cdefghij', 'k'], 1],
])('into %i units fit of %j the first %i, each with what stands around it', (units, entries, count) => {
  expect(howManyFit(units, entries)).toBe(count);
});
