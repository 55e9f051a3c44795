import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../../src/core/summary/summary-state.ts';
import type { Diagnosis, WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { inputs } from '../../../src/core/summary/week-facts.ts';
import { backlog, merge, policy, pullRequest, repository, undeclared, weekFacts } from './builders.ts';

const firstMove = { repository, number: 1, title: 'Move', closedAt: null, outcome: null };
const calm = { candidates: backlog([{ number: 1, ratings: '4444', firstMove: true }]) };
const before = rememberWeek(weekFacts({ ...calm, now: '2026-11-23T08:00:00Z' }), policy.primary, null);
const found: Diagnosis = { number: 9, day: '2026-11-01', constraint: 'activation', comesAfter: [] };

describe('a week is not quiet', () => {
  const problem = { code: 'CONFIG_SYNTAX', message: 'It is no YAML.', fix: 'Mend it.' };
  const issue = { repository, number: 2, title: 'Idea', constraint: 'adoption' } as const;
  const early = pullRequest(3, { codes: ['SEQ-1'] });

  it.each<readonly [string, Partial<WeekFacts>]>([
    ['something was merged', { merges: [merge(2)] }],
    ['something was filed', { opened: [{ ...issue, verdict: 'ready', confirmed: false }] }],
    ['something was closed', { closed: [{ ...issue, mergedAs: null }] }],
    ['a pull request is against the sequence', { pullRequests: [early] }],
    [
      'a milestone is under its focus',
      { milestones: [{ repository, title: 'M', open: { on: 1, classified: 10 } }] },
    ],
    ['the metric was read', { readings: [{ day: '2026-11-27', value: 40 }] }],
    ['a decision is not yet committed', { review: { number: 7, decision: 'refine' } }],
    ['a repository could not be read', { unread: ['acme/api'] }],
    ['something stands against the config', { problems: [problem] }],
  ])('in which %s', (_what, given) => {
    expect(summariseWeek(weekFacts({ ...calm, ...given }), policy, before).quiet).toBe(false);
    expect(summariseWeek(weekFacts(calm), policy, before).quiet).toBe(true);
  });

  it.each([
    ['on the constraint', [{ number: 1, ratings: '4444' }]],
    ['elsewhere', [{ number: 2, ratings: '4444', constraint: 'adoption' }]],
    [
      'here and there',
      [
        { number: 1, ratings: '4444' },
        { number: 2, ratings: '4444', constraint: 'adoption' },
      ],
    ],
  ] as const)('whose summary is the first and has candidates %s', (_where, candidates) => {
    const facts = weekFacts({ candidates: backlog(candidates), firstMoves: [firstMove] });
    expect(summariseWeek(facts, policy, null).quiet).toBe(false);
    expect(summariseWeek(weekFacts({ firstMoves: [firstMove] }), policy, null).quiet).toBe(true);
  });
});

describe('the five inputs', () => {
  const shown = (given: Partial<WeekFacts>, under = policy) =>
    summariseWeek(weekFacts(given), under, null).inputs?.map(({ lookedAt }) => lookedAt) ?? null;

  it('are shown until all were looked at, and for as long as no constraint is declared', () => {
    expect(shown({})).toEqual([false, false, false, false, false]);
    expect(shown({ inputsLookedAt: inputs.slice(1) })).toEqual([false, true, true, true, true]);
    expect(shown({ inputsLookedAt: inputs })).toBeNull();
    expect(shown({ inputsLookedAt: inputs }, undeclared)).toEqual([true, true, true, true, true]);
  });

  it('were looked at by a diagnosis that found a constraint, and by no other', () => {
    expect(shown({ diagnosis: found })).toBeNull();
    expect(shown({ diagnosis: { ...found, constraint: null } })).toHaveLength(5);
  });
});

describe('what comes next', () => {
  it.each([
    ['the first constraint after the declared one', policy, found, 'reliability'],
    ['the first of all while none is declared', undeclared, found, 'activation'],
    ['nothing without a diagnosis', policy, null, null],
  ] as const)('is %s', (_what, under, diagnosis, next) => {
    const comesAfter = ['activation', 'reliability', 'adoption'] as const;
    const facts = weekFacts({ diagnosis: diagnosis === null ? null : { ...diagnosis, comesAfter } });
    expect(summariseWeek(facts, under, null).comesNext).toBe(next);
  });
});

describe('the focus of a week', () => {
  it('is not hidden where nothing was merged', () => {
    expect(summariseWeek(weekFacts(), policy, null).focus.hidden).toBe(false);
  });

  it('counts what is in progress, exempt work in none of the numbers', () => {
    const pullRequests = [
      pullRequest(1),
      pullRequest(2),
      pullRequest(3, { codes: ['DRIFT'], constraint: 'operations' }),
      pullRequest(4, { codes: ['UNCLASSIFIED'], constraint: null }),
      pullRequest(5, { codes: ['EXEMPT'], constraint: null }),
    ];
    const { inProgress } = summariseWeek(weekFacts({ pullRequests }), policy, null).focus;
    expect(inProgress).toEqual({ on: 2, off: 1, unclassified: 1 });
  });

  it('has a trend of the weeks in which a constraint was declared', () => {
    const undecided = rememberWeek(weekFacts({ now: '2026-11-16T08:00:00Z' }), null, null);
    const decided = rememberWeek(weekFacts({ now: '2026-11-23T08:00:00Z' }), policy.primary, undecided);
    const { trend } = summariseWeek(weekFacts({ merges: [merge(1)] }), policy, decided).focus;
    const nothing = { aligned: 0, offConstraint: 0, accepted: 0, classified: 0, merges: 0 };
    expect(trend).toEqual([
      { week: '2026-W48', count: nothing },
      { week: '2026-W49', count: { ...nothing, aligned: 1, classified: 1, merges: 1 } },
    ]);
  });
});
