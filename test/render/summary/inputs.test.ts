import { describe, expect, it } from 'vitest';
import { inputs } from '../../../src/core/summary/week-facts.ts';
import { readLookedAt, renderInputs } from '../../../src/render/summary/inputs.ts';
import { statusLine, summary } from './example.ts';

const looked = inputs.map((input) => ({
  input,
  lookedAt: input === 'usage data' || input === 'support pain',
}));
const tasks = [
  '- [ ] user behaviour',
  '- [x] support pain',
  '- [x] usage data',
  '- [ ] architecture risk',
  '- [ ] delivery bottlenecks',
].join('\n');

describe('the five inputs', () => {
  it('are a task list before a constraint is declared, and say how to go on', () => {
    expect(renderInputs({ ...summary, inputs: looked, status: null })).toBe(
      `### Before declaring one, look at\n\n${tasks}\n\nThen fill in the diagnosis form, or write \`primary:\` into \`.github/chokepoint.yml\`: that is day 1 of 90.`,
    );
  });

  it('are folded once one is declared, until all were looked at', () => {
    expect(renderInputs({ ...summary, inputs: looked, status: statusLine() })).toBe(
      `<details><summary>Inputs not looked at yet: 3 of 5</summary>\n\n${tasks}\n\n</details>`,
    );
    expect(renderInputs({ ...summary, inputs: null })).toBeNull();
  });

  it('are read back with the ticks that people set, as GitHub saves them', () => {
    expect(readLookedAt(tasks)).toEqual(['support pain', 'usage data']);
    expect(readLookedAt(`text\r\n${tasks.replaceAll('\n', '\r\n')}\r\n`)).toEqual([
      'support pain',
      'usage data',
    ]);
    expect(readLookedAt(tasks.replace('[ ] user', '[X] user'))).toEqual([
      'user behaviour',
      'support pain',
      'usage data',
    ]);
    expect(readLookedAt('- [ ] delivery bottlenecks')).toEqual([]);
  });

  it.each([
    '',
    'text',
    '- [y] usage data',
    '> - [x] usage data',
    '  - [x] usage data',
    '- [x] usage data, all',
  ])('are not in %j', (body) => {
    expect(readLookedAt(body)).toBeNull();
  });
});
