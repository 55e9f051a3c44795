import { describe, expect, it } from 'vitest';
import type { DriftOfWeek } from '../../../src/core/summary/drift-of-week.ts';
import { renderDrift } from '../../../src/render/summary/drift.ts';
import { issue, name, nothing, summary } from './example.ts';

const empty = { items: [], total: 0 };
const quiet: DriftOfWeek = {
  merges: { merges: 0, aligned: 0, offConstraint: 0, accepted: 0, classified: 0 },
  sequence: empty,
  offConstraint: empty,
  exceptions: empty,
  milestones: empty,
  warnWould: null,
};

function tell(drift: Partial<DriftOfWeek>): string | null {
  return renderDrift({ ...summary, drift: { ...quiet, ...drift } }, name);
}

describe('the drift of a week', () => {
  it('is not told while no constraint is declared', () => {
    expect(renderDrift(nothing, name)).toBeNull();
  });

  it.each([
    [{ merges: 0, aligned: 0, offConstraint: 0, accepted: 0, classified: 0 }, 'No merges this week.'],
    [
      { merges: 1, aligned: 1, offConstraint: 0, accepted: 0, classified: 1 },
      '1 of 1 merge on the constraint.',
    ],
    [
      { merges: 9, aligned: 4, offConstraint: 2, accepted: 1, classified: 7 },
      '4 of 9 merges on the constraint, 2 off, 1 accepted, 2 unclassified.',
    ],
  ])('counts the merges %j: %s', (merges, words) => {
    expect(tell({ merges })).toBe(`### Drift\n\n${words}`);
  });

  it.each([
    ['the first day of the week', '2026-11-23', 'No merges this week.'],
    ['the day after it', '2026-11-24', 'Since the declaration on 24 November: no merges.'],
  ])('says since when it counts where the constraint was declared on %s', (_case, since, words) => {
    const status = summary.status?.plan
      ? { ...summary.status, plan: { ...summary.status.plan, since } }
      : null;
    expect(renderDrift({ ...summary, status, drift: quiet }, name)).toBe(`### Drift\n\n${words}`);
  });

  it('names what went past the constraint, and counts what it does not name', () => {
    const drift: Partial<DriftOfWeek> = {
      sequence: {
        items: [
          { ...issue(1), constraint: null, codes: ['PAUSED', 'DRIFT', 'SEQ-1'], merged: true },
          { ...issue(2), constraint: null, codes: ['SEQ-2'], merged: false },
          { ...issue(3), constraint: null, codes: ['SEQ-3'], merged: false },
        ],
        total: 4,
      },
      offConstraint: {
        items: [
          { ...issue(4), constraint: 'operations', codes: ['DRIFT'], merged: true },
          { ...issue(5), constraint: null, codes: ['MIXED'], merged: true },
        ],
        total: 2,
      },
      exceptions: {
        items: [
          { ...issue(6), constraint: 'operations', by: 'ana', because: 'tax audit', self: false },
          { ...issue(7), constraint: null, by: 'ben', because: 'asked #1', self: true },
        ],
        total: 12,
      },
      milestones: {
        items: [{ repository: 'acme/importer', title: 'Autumn', on: 1, classified: 3, wantedPercent: 60 }],
        total: 1,
      },
      warnWould: { comment: 1, checked: 1 },
    };
    expect(tell(drift)).toBe(
      [
        '### Drift',
        '',
        'No merges this week.',
        '',
        '- Against the sequence: #1 *Issue 1* (expansion before activation, paused kind of work; merged); #2 *Issue 2* (more demand before reliability; open); #3 *Issue 3* (new surface before throughput; open) and 1 more',
        '- Off the constraint: #4 *Issue 4* (Operations); #5 *Issue 5* (unclassified, mixed)',
        '- Accepted: #6 *Issue 6* (Operations): "tax audit", ana; #7 *Issue 7* (unclassified): "asked #\u200b1", ben, self-accepted and 10 more',
        '- Milestones under their focus: *Autumn* 33 % on the constraint (1 of 3), wanted 60 %',
        '- Observing only: *warn* would have commented on 1 of 1 pull request',
      ].join('\n'),
    );
  });

  it('says of observing nothing where nothing was checked', () => {
    expect(tell({ warnWould: { comment: 0, checked: 0 } })).toBe('### Drift\n\nNo merges this week.');
    expect(tell({ warnWould: { comment: 0, checked: 7 } })).toBe(
      '### Drift\n\nNo merges this week.\n\n- Observing only: *warn* would have commented on 0 of 7 pull requests',
    );
  });
});
