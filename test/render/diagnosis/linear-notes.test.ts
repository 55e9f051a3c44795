import { expect, it } from 'vitest';
import { readTaskNotes } from '../../../src/render/diagnosis/evidence-tasks.ts';
import { leastMilliseconds } from '../../support/least-milliseconds.ts';

it.each([
  ['owners', `- [ ] **revenue**: a${' *(owner: '.repeat(6_000)}`],
  ['ends of owners', `- [ ] **revenue**: a *(owner: ${')* x'.repeat(16_000)}`],
  ['spaces', `- [ ] **revenue**: a *(owner: b)*${' '.repeat(65_000)}x`],
  ['lines', '- [ ] **revenue**: a *(owner: b)* x\n'.repeat(1_800)],
])('T12: is read back in 50 ms from sixty-four thousand characters of %s', (_, comment) => {
  expect(readTaskNotes(comment).size).toBe(0);
  expect(leastMilliseconds(50, () => readTaskNotes(comment))).toBeLessThan(50);
});
