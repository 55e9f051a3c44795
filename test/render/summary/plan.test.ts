import { describe, expect, it } from 'vitest';
import { renderPlan } from '../../../src/render/summary/plan.ts';
import { nothing, statusLine, summary } from './example.ts';

const plan = {
  since: '2026-11-02',
  day: 29,
  phase: 'diagnose',
  phaseEnds: '2026-12-01',
  planEnds: '2027-01-30',
} as const;

/** The bars of the plan, as they are drawn on a day. */
function barsOn(today: string): readonly string[] {
  const shown = renderPlan({ ...summary, status: statusLine({ metric: null, plan, today }) }) ?? '';
  return shown.split('\n').filter((line) => /^ {2}\w+ :/.test(line));
}

describe('metric and plan', () => {
  it('are folded: the readings with their table, then the ninety days with theirs', () => {
    const shown = renderPlan({ ...summary, readings: [{ day: '2026-11-09', value: 38.5 }] });
    expect(shown).toBe(
      `<details><summary>Metric and plan</summary>

| day | reading | baseline | minimum | target |
|---|:-:|:-:|:-:|:-:|
| 2026-11-09 | 38.5 | 38 | 45 | 55 |

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD
  axisFormat %m-%d
  tickInterval 1month
  todayMarker off
  Diagnose :active, 2026-11-02, 30d
  Ship :2026-12-02, 30d
  Measure :2027-01-01, 30d
  Today :milestone, 2026-11-30, 0d
\`\`\`

| phase | from | to | days |
|---|---|---|:-:|
| Diagnose | 2026-11-02 | 2026-12-01 | 30 |
| Ship | 2026-12-02 | 2026-12-31 | 30 |
| Measure | 2027-01-01 | 2027-01-30 | 30 |

</details>`,
    );
  });

  it.each([
    ['2026-11-01', ['', '', '']],
    ['2026-11-02', ['active, ', '', '']],
    ['2026-12-01', ['active, ', '', '']],
    ['2026-12-02', ['done, ', 'active, ', '']],
    ['2026-12-31', ['done, ', 'active, ', '']],
    ['2027-01-01', ['done, ', 'done, ', 'active, ']],
    ['2027-01-31', ['done, ', 'done, ', 'done, ']],
  ])('mark on %s which phases are done and under way', (today, [diagnose, ship, measure]) => {
    expect(barsOn(today)).toEqual([
      `  Diagnose :${diagnose}2026-11-02, 30d`,
      `  Ship :${ship}2026-12-02, 30d`,
      `  Measure :${measure}2027-01-01, 30d`,
      `  Today :milestone, ${today}, 0d`,
    ]);
  });

  it('are left out as far as they are not known', () => {
    const start = '<details><summary>Metric and plan</summary>\n\n';
    const status = statusLine({ plan: null });
    const readings = [{ day: '2026-11-09', value: 38.5 }];
    expect(renderPlan({ ...summary, status, readings })?.split('\n\n')).toHaveLength(3);
    expect(renderPlan({ ...summary, readings: [] })?.startsWith(`${start}\`\`\`mermaid\ngantt`)).toBe(true);
    expect(
      renderPlan({ ...summary, status: statusLine({ metric: null }) })?.startsWith(
        `${start}\`\`\`mermaid\ngantt`,
      ),
    ).toBe(true);
    expect(renderPlan({ ...summary, status, readings: [] })).toBeNull();
    expect(renderPlan({ ...summary, status: statusLine({ plan: null, metric: null }) })).toBeNull();
    expect(renderPlan({ ...nothing, readings })).toBeNull();
  });
});
