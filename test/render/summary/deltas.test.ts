import { describe, expect, it } from 'vitest';
import type { Delta } from '../../../src/core/summary/movement.ts';
import { renderDeltas } from '../../../src/render/summary/deltas.ts';
import { issue, name, statusLine, summary } from './example.ts';

const none = { since: '2026-W08', changes: [], more: 0, newCandidates: 0, exceptions: 0 };
const candidate = issue(97);
const rated = {
  kind: 'rated',
  candidate,
  rank: { from: 4, to: 2 },
  verdict: { from: 'validate', to: 'not-now' },
  ratings: [
    { dimension: 'evidence', from: 2, to: 4, nowLinked: true },
    { dimension: 'timing', from: 3, to: 2, nowLinked: false },
  ],
} as const;

function tell(changes: readonly Delta[], counts: object = {}) {
  return renderDeltas({ ...summary, status: null, deltas: { ...none, changes, ...counts } }, name);
}

describe('what changed since the last summary', () => {
  it('is not told in the first week, nor where the last state is lost', () => {
    expect(renderDeltas({ ...summary, deltas: null }, name)).toBe(
      '### Since last week\n\nThis is the first summary. From the next one on, this part says what was picked, put into review, closed or rated anew, and the list shows who moved.',
    );
    expect(renderDeltas({ ...summary, deltas: null, stateLost: 'has lost its hidden state' }, name)).toBe(
      '### Since last week\n\nNot told this week: the last summary has lost its hidden state. The next one compares with this one.',
    );
  });

  it('may be nothing', () => {
    expect(tell([])).toBe('### Since week 8\n\nThe list is as it was.');
  });

  it.each<[Delta, string]>([
    [{ kind: 'closed', candidate, mergedAs: null }, '#97 was closed'],
    [{ kind: 'closed', candidate, mergedAs: 161 }, '#97 was done in #161'],
    [{ kind: 'left', candidate, from: 3 }, '#97 is no longer among the first (it was 3)'],
    [{ kind: 'first-move', candidate }, '#97 was picked as the first move'],
    [{ kind: 'in-review', candidate, pullRequest: 161 }, '#97 went into review as #161'],
    [rated, '#97 up from 4 to 2, now *not now* (evidence 2 → 4: a link shows it now, timing 3 → 2)'],
    [
      {
        ...rated,
        rank: { from: 2, to: 4 },
        verdict: { from: 'ready', to: 'ready' },
        ratings: rated.ratings.slice(1),
      },
      '#97 down from 2 to 4 (timing 3 → 2)',
    ],
    [
      { ...rated, rank: { from: 2, to: 2 }, ratings: rated.ratings.slice(1) },
      '#97 rated anew, now *not now* (timing 3 → 2)',
    ],
    [{ kind: 'reading', from: null, to: 43 }, 'first reading: 43'],
    [{ kind: 'reading', from: 40, to: 43 }, 'metric 40 → 43'],
  ])('is told of %j: %s', (delta, words) => {
    expect(tell([delta])).toBe(`### Since week 8\n\n${words}`);
  });

  it('says up to which day, where the status line shows a newer reading', () => {
    const deltas = { ...none, changes: [{ kind: 'reading', from: 40, to: 43 }] } as const;
    const status = (value: number) => statusLine({ latest: { day: '2026-11-30', value } });
    expect(renderDeltas({ ...summary, deltas, status: status(45) }, name)).toMatch(
      /\n\nmetric 40 → 43 by 29 November$/,
    );
    expect(renderDeltas({ ...summary, deltas, status: status(43) }, name)).toMatch(/\n\nmetric 40 → 43$/);
    expect(renderDeltas({ ...summary, deltas, status: statusLine({ latest: null }) }, name)).toMatch(
      /\n\nmetric 40 → 43$/,
    );
  });

  it('counts what it does not name', () => {
    expect(tell([{ kind: 'first-move', candidate }], { more: 1, newCandidates: 2, exceptions: 3 })).toBe(
      '### Since week 8\n\n#97 was picked as the first move · 1 more change · 2 new candidates · 3 exceptions',
    );
    expect(tell([], { more: 2, newCandidates: 1, exceptions: 1 })).toBe(
      '### Since week 8\n\n2 more changes · 1 new candidate · 1 exception',
    );
  });
});
