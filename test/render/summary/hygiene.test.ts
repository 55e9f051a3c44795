import { describe, expect, it } from 'vitest';
import type { Hygiene } from '../../../src/core/summary/hygiene.ts';
import { renderHygiene } from '../../../src/render/summary/hygiene.ts';
import { issue, name, summary } from './example.ts';

const empty = { items: [], total: 0 };
const tidy: Hygiene = {
  incomplete: empty,
  unclassified: empty,
  oldRethinks: { ...empty, orMore: false },
  unlabelled: 0,
  staleMetric: null,
};
const problem = { code: 'CONFIG_UNKNOWN_KEY', message: 'No.', fix: 'Do.' };

function tell(hygiene: Partial<Hygiene>, problems = summary.problems): string | null {
  return renderHygiene({ ...summary, problems, hygiene: { ...tidy, ...hygiene } }, name);
}

describe('what there is to tidy', () => {
  it('is nothing where all is tidy', () => {
    expect(tell({})).toBeNull();
  });

  it('is folded behind one line of counts, with what to do about each', () => {
    const hygiene: Hygiene = {
      incomplete: {
        items: [
          { ...issue(141), missing: 'Which *risk*?' },
          { ...issue(148), missing: 'Why?' },
        ],
        total: 5,
      },
      unclassified: { items: [issue(163)], total: 2 },
      oldRethinks: { items: [{ ...issue(51), days: 94 }], total: 1, orMore: false },
      unlabelled: 3,
      staleMetric: { days: 15 },
    };
    expect(tell(hygiene, [problem, problem])).toBe(
      [
        '<details><summary>Hygiene: 5 incomplete, 2 unclassified, 1 to rethink (filed 94 days ago), 3 without a verdict label, a stale metric, 2 Problems with the config</summary>',
        '',
        '- #141 *Issue 141*: asks “Which \\*risk\\*?”',
        '- #148 *Issue 148*: asks “Why?”',
        '- and 3 more',
        '- #163 *Issue 163*: says no constraint; `Closes #…` or `/constraint …`',
        '- and 1 more',
        '- #51 *Issue 51*: to rethink, filed 94 days ago; settle it or close it',
        '- Candidates without a verdict label are not in the list: `sweep` labels them',
        '- The metric: the last reading is 15 days old',
        '- The config: see the top',
        '',
        '</details>',
      ].join('\n'),
    );
  });

  it.each<[Partial<Hygiene>, string, readonly string[]]>([
    [{ staleMetric: { days: null } }, 'a stale metric', ['- The metric: no reading yet']],
    [
      { oldRethinks: { items: [{ ...issue(51), days: 120 }], total: 3, orMore: false } },
      '3 to rethink (filed over 90 days ago)',
      ['- #51 *Issue 51*: to rethink, filed 120 days ago; settle it or close it', '- and 2 more'],
    ],
    [
      { oldRethinks: { items: [{ ...issue(51), days: 120 }], total: 1, orMore: true } },
      '1 or more to rethink (filed over 90 days ago)',
      ['- #51 *Issue 51*: to rethink, filed 120 days ago; settle it or close it'],
    ],
  ])('counts %j: %s', (hygiene, count, lines) => {
    expect(tell(hygiene)).toBe(
      `<details><summary>Hygiene: ${count}</summary>\n\n${lines.join('\n')}\n\n</details>`,
    );
  });

  it('points to one Problem at the top', () => {
    expect(tell({}, [problem])).toBe(
      '<details><summary>Hygiene: 1 Problem with the config</summary>\n\n- The config: see the top\n\n</details>',
    );
  });
});
