import { describe, expect, it } from 'vitest';
import type { FocusCount } from '../../../src/core/summary/focus.ts';
import type { FocusOfWeek } from '../../../src/core/summary/summary.ts';
import { renderFocus } from '../../../src/render/summary/focus.ts';
import { issue, name, summary } from './example.ts';

const none: FocusCount = { aligned: 0, offConstraint: 0, accepted: 0, classified: 0, merges: 0 };
const quiet: FocusOfWeek = {
  week: none,
  month: none,
  hidden: false,
  unclassified: { items: [], total: 0 },
  byConstraint: [],
  inProgress: { on: 0, off: 0, unclassified: 0 },
  candidates: { opened: 0, closed: 0 },
  medianLeadHours: null,
  existingPath: { existing: 0, known: 0 },
  trend: [],
};

function tell(focus: Partial<FocusOfWeek>, isDeclared = true): string {
  const status = isDeclared ? summary.status : null;
  return renderFocus({ ...summary, status, focus: { ...quiet, ...focus } }, name);
}

const flow = 'In progress: 0 on the constraint, 0 off · candidates: 0 opened, 0 closed';

function weekOf(week: string, aligned: number, classified: number, merges: number) {
  return { week, count: { ...none, aligned, classified, merges } };
}

describe('the focus of a week', () => {
  it.each<[string, FocusCount, FocusCount, string]>([
    ['nothing', none, none, 'No merges in the last 28 days.'],
    [
      'an older merge alone',
      none,
      { ...none, aligned: 1, classified: 1, merges: 1 },
      'No merges this week · last 28 days **100 %** (1 of 1; 1 of 1 merge classified)',
    ],
    [
      'a week that is classified',
      { ...none, aligned: 2, classified: 3, merges: 3 },
      { ...none, aligned: 4, classified: 8, merges: 10 },
      'This week 67 % (2 of 3) · last 28 days **50 %** (4 of 8; 8 of 10 merges classified)',
    ],
    [
      'a week that is not',
      { ...none, aligned: 0, classified: 0, merges: 1 },
      { ...none, aligned: 4, classified: 8, merges: 10 },
      'This week not told (0 of 1 merge classified) · last 28 days **50 %** (4 of 8; 8 of 10 merges classified)',
    ],
  ])('is told of %s', (_what, week, month, share) => {
    expect(tell({ week, month })).toBe(`### Focus\n\n${share}\n\n${flow}`);
  });

  it('is the work by constraint, without shares, while none is declared', () => {
    const month = { ...none, aligned: 4, classified: 8, merges: 10 };
    expect(tell({ week: month, month }, false)).toBe(
      '### Work by constraint\n\nCandidates: 0 opened, 0 closed',
    );
  });

  it('is hidden where too little is classified: table and trend too', () => {
    const hidden: Partial<FocusOfWeek> = {
      hidden: true,
      month: { ...none, aligned: 1, classified: 1, merges: 3 },
      unclassified: { items: [issue(3), issue(4)], total: 14 },
      byConstraint: summary.focus.byConstraint,
      trend: [weekOf('2026-W48', 1, 2, 2), weekOf('2026-W49', 1, 2, 2)],
    };
    const words =
      'Where the work went is not told: of 3 merges in the last 28 days, 1 say which constraint they serve (33 %; 80 % are needed). To raise it, link pull requests to candidates (`Closes #12`), or name labels and paths under `classify` in `.github/chokepoint.yml`. Not classified: #3 *Issue 3*, #4 *Issue 4* and 12 more.';
    expect(tell(hidden)).toBe(`### Focus\n\n${words}\n\n${flow}`);
    expect(tell(hidden, false)).toBe(`### Work by constraint\n\n${words}\n\nCandidates: 0 opened, 0 closed`);
  });

  it('lists the constraints that something was done for or is open on', () => {
    const idle = {
      mergesThisWeek: 0,
      mergesIn28Days: 0,
      inProgress: 0,
      openCandidates: 0,
      opened: 0,
      closed: 0,
    };
    const byConstraint = [
      { constraint: 'activation', ...idle, mergesThisWeek: 1, mergesIn28Days: 2, inProgress: 3 },
      { constraint: 'adoption', ...idle },
      { constraint: 'throughput', ...idle, openCandidates: 4, opened: 5, closed: 6 },
    ] as const;
    expect(tell({ byConstraint }, false)).toBe(
      [
        '### Work by constraint',
        '',
        '| constraint | merges this week | in 28 days | in progress | open candidates | opened | closed |',
        '|---|:-:|:-:|:-:|:-:|:-:|:-:|',
        '| Activation | 1 | 2 | 3 | 0 | 0 | 0 |',
        '| Throughput | 0 | 0 | 0 | 4 | 5 | 6 |',
        '',
        'Candidates: 0 opened, 0 closed',
      ].join('\n'),
    );
    expect(tell({ byConstraint: byConstraint.slice(1, 2) }, false)).toBe(
      '### Work by constraint\n\nCandidates: 0 opened, 0 closed',
    );
  });

  it.each<[Partial<FocusOfWeek>, string]>([
    [
      { inProgress: { on: 1, off: 2, unclassified: 3 }, candidates: { opened: 4, closed: 5 } },
      'In progress: 1 on the constraint, 2 off, 3 unclassified · candidates: 4 opened, 5 closed',
    ],
    [
      { existingPath: { existing: 1, known: 1 } },
      `${flow} · 1 of 1 merge with a candidate improves an existing path (28 days)`,
    ],
    [
      { existingPath: { existing: 1, known: 2 } },
      `${flow} · 1 of 2 merges with a candidate improve an existing path (28 days)`,
    ],
    [{ medianLeadHours: 0.9 }, `${flow} · from opening to merging under an hour (median of 0 merges)`],
    [{ medianLeadHours: 1 }, `${flow} · from opening to merging 1 hour (median of 0 merges)`],
    [{ medianLeadHours: 47.9 }, `${flow} · from opening to merging 48 hours (median of 0 merges)`],
    [{ medianLeadHours: 48 }, `${flow} · from opening to merging 2 days (median of 0 merges)`],
    [{ medianLeadHours: 60 }, `${flow} · from opening to merging 2.5 days (median of 0 merges)`],
  ])('says how the work flows: %j as %s', (focus, words) => {
    expect(tell(focus).split('\n\n').at(-1)).toBe(words);
  });

  it('draws the trend of the weeks that are classified, and lists them all', () => {
    const trend = [weekOf('2026-W47', 1, 3, 3), weekOf('2026-W48', 1, 1, 3), weekOf('2026-W49', 4, 5, 6)];
    const [chart, fold] = tell({ trend }).split(`${flow}\n\n`)[1]?.split('\n\n<details>') ?? [];
    expect(chart?.split('\n').slice(2)).toEqual([
      'xychart-beta',
      '  title "Focus share by week in percent"',
      '  x-axis ["W47", "W49"]',
      '  y-axis 0 --> 100',
      '  line "focus share" [33, 80]',
      '```',
    ]);
    expect(fold).toBe(
      [
        '<summary>The trend in numbers</summary>',
        '',
        '| week | focus | on the constraint | classified | merges |',
        '|---|:-:|:-:|:-:|:-:|',
        '| 2026-W47 | 33 % | 1 | 3 | 3 |',
        '| 2026-W48 | – | 1 | 1 | 3 |',
        '| 2026-W49 | 80 % | 4 | 5 | 6 |',
        '',
        '</details>',
      ].join('\n'),
    );
    expect(tell({ trend: trend.slice(1) }).endsWith(flow)).toBe(true);
  });
});
