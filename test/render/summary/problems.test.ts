import { describe, expect, it } from 'vitest';
import { renderProblems } from '../../../src/render/summary/problems.ts';
import { summary } from './example.ts';

const problems = Array.from({ length: 11 }, (_, index) => {
  return { code: 'CONFIG_UNKNOWN_KEY', message: `There is no key ${index}.`, fix: 'Leave it out.' };
});
const rest = 'Until it is put right the defaults are in force, and nothing fails because of it.';

function tell(count: number): string | null {
  return renderProblems({ ...summary, problems: problems.slice(0, count) });
}

function lines(count: number): string {
  return problems
    .slice(0, count)
    .map(({ message }) => `- ${message} Leave it out. <sub>CONFIG_UNKNOWN_KEY</sub>`)
    .join('\n');
}

describe('the Problems with the config', () => {
  it('are told before everything else, the first ten of them', () => {
    expect(tell(1)).toBe(`**1 Problem with the config.** ${rest}\n\n${lines(1)}`);
    expect(tell(10)).toBe(`**10 Problems with the config.** ${rest}\n\n${lines(10)}`);
    expect(tell(11)).toBe(`**11 Problems with the config.** ${rest}\n\n${lines(10)}\n- and 1 more`);
  });

  it('are nothing where there is none', () => {
    expect(tell(0)).toBeNull();
  });
});
