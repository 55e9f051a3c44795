import { describe, expect, it } from 'vitest';
import type { MergedOnConstraint, MoveTold, PlanRecord } from '../../../src/core/plan/review.ts';
import { renderMerged, renderOutcomes, renderReadings } from '../../../src/render/decision/parts.ts';
import { primary } from '../../core/summary/builders.ts';

function mergedAs(number: number, given: Partial<MergedOnConstraint> = {}): MergedOnConstraint {
  return { number, title: `Pull request ${number}`, candidate: null, predictedImpact: null, ...given };
}

function countUp(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** More than they need. */
const room = 60_000;

describe('what was merged on the constraint', () => {
  it('is told with the candidate that each merge closed, where it closed one', () => {
    const merged = [mergedAs(9, { candidate: 4, predictedImpact: 5 }), mergedAs(8)];
    expect(renderMerged(merged, room)).toBe(
      [
        '| merge | title | candidate | predicted impact |',
        '|---|---|---|:-:|',
        '| #9 | Pull request 9 | #4 | 5 of 5 |',
        '| #8 | Pull request 8 | – | – |',
      ].join('\n'),
    );
    expect(renderMerged([], room)).toBe('Nothing was merged on the constraint.');
  });

  it('is a table of the newest 30, and of how many more there are', () => {
    const merges = countUp(31).map((number) => mergedAs(number));
    const thirty = renderMerged(merges.slice(0, 30), room);
    expect(thirty.split('\n')).toHaveLength(32);
    expect(renderMerged(merges, room)).toBe(`${thirty}\n\n1 more before these.`);
  });
});

describe('the readings', () => {
  const record: PlanRecord = {
    repository: 'acme/app',
    constraint: 'activation',
    since: '2026-11-02',
    because: null,
    metric: null,
    readings: [],
    merged: [],
    moves: [],
  };
  const readings = countUp(27).map((value) => ({
    day: `2026-11-${String(value).padStart(2, '0')}`,
    value,
  }));

  it('are asked for where there is none', () => {
    const asked = 'There is no reading: `/metric` and the number, in a comment here, adds one.';
    expect(renderReadings(record)).toBe(asked);
    expect(renderReadings({ ...record, metric: primary.metric })).toBe(asked);
  });

  it('are the latest 26 as a plain table while no metric says what they stand against', () => {
    const rows = readings.slice(1).map(({ day, value }) => `| ${day} | ${value} |`);
    expect(renderReadings({ ...record, readings })).toBe(
      ['| day | reading |', '|---|:-:|', ...rows].join('\n'),
    );
  });

  it('stand against baseline, minimum and target of the metric', () => {
    const shown = renderReadings({ ...record, metric: primary.metric, readings: readings.slice(0, 2) });
    expect(shown.startsWith('```mermaid\n')).toBe(true);
    expect(shown.endsWith('| 2026-11-01 | 1 | 38 | 45 | 55 |\n| 2026-11-02 | 2 | 38 | 45 | 55 |')).toBe(true);
  });
});

describe('the outcomes of the first moves', () => {
  const move: MoveTold = {
    number: 4,
    title: 'Sign-up in four steps',
    closedDay: '2026-12-07',
    predictedImpact: 5,
    metric: 'Activated',
    outcome: 'moved',
    because: 'sign-ups doubled',
  };

  it('are told one by one, each as far as it is known', () => {
    const moves: readonly MoveTold[] = [
      move,
      { ...move, number: 5, because: null, predictedImpact: null },
      { ...move, number: 6, outcome: null, because: null },
      { ...move, number: 7, closedDay: null, outcome: null, because: null },
    ];
    expect(renderOutcomes(moves, room)).toBe(
      [
        '- #4 Sign-up in four steps, predicted impact 5 of 5: **moved**, sign-ups doubled',
        '- #5 Sign-up in four steps: **moved**',
        '- #6 Sign-up in four steps, predicted impact 5 of 5: closed on 7 December; its outcome is not told yet, `/outcome` there',
        '- #7 Sign-up in four steps, predicted impact 5 of 5: still open',
      ].join('\n'),
    );
    expect(renderOutcomes([], room)).toBe('No first move was picked.');
  });

  it('are those of the last ten', () => {
    const moves = countUp(11).map((number) => ({ ...move, number }));
    const numbers = renderOutcomes(moves, room).match(/(?<=^- #)\d+/gm);
    expect(numbers).toEqual(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11']);
  });
});
