import { expect, test } from 'vitest';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { leastMilliseconds } from '../../support/least-milliseconds.ts';

test.each([
  ['answers above openings of comments', '/answer risk:\n<!--\n'.repeat(3_400)],
  ['backticks', '`'.repeat(65_536)],
  ['commands', '/confirm\n'.repeat(7_000)],
])('T12: sixty-four thousand characters are read for commands in 50 ms: %s', (_, body) => {
  expect(leastMilliseconds(50, () => readCommands(body))).toBeLessThan(50);
});
