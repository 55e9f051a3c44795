import { expect, it } from 'vitest';
import { usesChokepoint } from '../../src/config/check-workflow.ts';
import { leastMilliseconds } from '../support/least-milliseconds.ts';

it.each([
  ['white space in lines', 'a:\n'.padEnd(65_536, ' \n')],
  ['white space in a line', `a:\n${' '.repeat(65_000)}b`],
  ['white space behind a step', `- uses:${' '.repeat(65_000)}b`],
  ['white space behind an action', `- uses: ./${' '.repeat(65_000)}b`],
  ['steps', '- uses: a/chokepoint\n'.repeat(3_100)],
  ['a long action', `- uses: ${'a/chokepoint'.repeat(5_400)}`],
])('T12: is told in 50 ms of sixty-four thousand characters of %s', (_, text) => {
  expect(usesChokepoint(text)).toBe(false);
  expect(leastMilliseconds(50, () => usesChokepoint(text))).toBeLessThan(50);
});
