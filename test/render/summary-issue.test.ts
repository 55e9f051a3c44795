import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/core/calendar.ts';
import type { Policy } from '../../src/core/policy.ts';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek, type SummaryState } from '../../src/core/summary/summary-state.ts';
import type { WeekFacts } from '../../src/core/summary/week-facts.ts';
import { readLookedAt } from '../../src/render/summary/inputs.ts';
import { readSummaryMarker } from '../../src/render/summary/marker.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import {
  backlog,
  merge,
  policy,
  primary,
  repository,
  undeclared,
  weekAt,
  weekFacts,
} from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';

describe('the summary issue, as a founder reads it', () => {
  it('tells a full week', async () => {
    await expectGolden('full-week', exampleWeek, policy, weekBefore);
  });

  it('says in the first week what it will say from the second on', async () => {
    await expectGolden('first-week', exampleWeek, policy, null);
  });

  it('tells a week without news in three lines', async () => {
    const candidates = exampleWeek.candidates.map((one) => ({ ...one, disagreement: null }));
    const quiet = weekFacts({
      candidates,
      readings: exampleWeek.readings.slice(0, 2),
      firstMoves: exampleWeek.firstMoves,
    });
    const before = rememberWeek({ ...quiet, now: '2026-11-23T08:00:00Z' }, primary, null);
    const body = await expectGolden('empty-week', quiet, policy, {
      ...before,
      week: '2026-W48',
      day: '2026-11-23',
    });
    expect(visibleLines(body)).toHaveLength(3);
  });

  it('tells a new repository how to begin, in three lines', async () => {
    const body = await expectGolden('nothing-yet', weekFacts(), undeclared, null);
    expect(visibleLines(body)).toHaveLength(3);
  });

  it('ranks by constraint and lists the five inputs while none is declared', async () => {
    const inputs = exampleWeek.candidates.map(({ number, title, constraint, counted }) => {
      return { number, title, constraint, ratings: Object.values(counted).join('') };
    });
    const merges = exampleWeek.merges.map((one) => ({ ...one, codes: [] }));
    const pullRequests = exampleWeek.pullRequests.map((one) => ({ ...one, codes: [] }));
    const facts: WeekFacts = {
      ...exampleWeek,
      candidates: backlog(inputs, null),
      rethinks: [],
      merges,
      pullRequests,
      diagnosis: null,
      inputsLookedAt: ['usage data'],
    };
    await expectGolden('no-primary', facts, undeclared, null);
  });

  it('hides the focus share when too little is classified, and says how to raise it', async () => {
    const unknown = { constraint: null, codes: ['UNCLASSIFIED'] } as const;
    const merges = [merge(1), merge(2), merge(3, unknown), merge(4, { ...unknown, title: 'Retry imports' })];
    const body = await expectGolden('low-coverage', { ...exampleWeek, merges }, policy, weekBefore);
    expect(body).toContain(
      'of 4 merges in the last 28 days, 2 say which constraint they serve (50 %; 80 % are needed)',
    );
    expect(body).not.toContain('xychart-beta\n  title "Focus');
  });

  it('says why the work by constraint is not told although none is declared', () => {
    const unknown = merge(1, { constraint: null, codes: [] });
    const { body } = render(weekFacts({ merges: [unknown] }), undeclared, null);
    expect(body).toContain('of 1 merge in the last 28 days, 0 say which constraint they serve');
  });

  it('tells a hard week: three decisions, a lost state, an unread repository, a Problem', async () => {
    const now = '2027-01-25T08:00:00Z';
    const facts: WeekFacts = {
      ...exampleWeek,
      now,
      week: weekAt(now),
      merges: exampleWeek.merges.map((one) => ({
        ...one,
        createdAt: eightWeeksLater(one.createdAt),
        mergedAt: eightWeeksLater(one.mergedAt),
      })),
      repositories: [repository, 'acme/api'],
      unread: ['acme/mobile'],
      candidates: exampleWeek.candidates.map((one) =>
        one.number === 97 ? { ...one, repository: 'acme/api', inReview: 5 } : one,
      ),
      readings: [
        { day: '2027-01-10', value: 55.5 },
        { day: '2027-01-20', value: 56 },
      ],
      diagnosis: { number: 170, day: '2027-01-18', constraint: 'reliability', comesAfter: ['throughput'] },
      review: { number: 172, decision: null },
      problems: [
        {
          code: 'CONFIG_UNKNOWN_KEY',
          message: 'The key `primry` is not known.',
          fix: 'Did you mean `primary`?',
          at: { file: '.github/chokepoint.yml', line: 3, column: 1 },
        },
      ],
      stateLost: 'has a damaged hidden state',
    };
    await expectGolden('hard-week', facts, policy, null);
  });
});

describe('the summary issue', () => {
  it('names the day up to which the change of the metric is told, where a newer reading stands above', () => {
    const today = { day: '2026-11-30', value: 45 };
    const lookedAtLater = { ...exampleWeek, readings: [...exampleWeek.readings, today] };
    const { body } = render(lookedAtLater, policy, weekBefore);
    expect(body).toContain('38 → **45** → 55');
    expect(body).toContain('metric 40 → 43 by 29 November ·');
    expect(render(exampleWeek, policy, weekBefore).body).toContain('metric 40 → 43 ·');
  });

  it('is titled by week and constraint', () => {
    expect(render(exampleWeek, policy, weekBefore).title).toBe('Chokepoint: week 49 of 2026 · Activation');
    expect(render(weekFacts(), undeclared, null).title).toBe(
      'Chokepoint: week 49 of 2026 · no constraint declared',
    );
  });

  it('begins with the marker, ends with the state, and gives the same bytes every time', () => {
    const { body } = render(exampleWeek, policy, weekBefore);
    expect(readSummaryMarker(body)).toEqual({ repository, week: '2026-W49' });
    expect(body.split('\n').at(-1)).toMatch(/^<!-- chokepoint:summary-state .* -->$/);
    expect(render(exampleWeek, policy, weekBefore).body).toBe(body);
  });

  it('keeps the ticks that people set in the list of inputs', () => {
    const looked = weekFacts({ inputsLookedAt: ['support pain', 'usage data'], merges: [merge(1)] });
    const { body } = render(looked, undeclared, null);
    expect(readLookedAt(body.replace('- [ ] user behaviour', '- [X] user behaviour'))).toEqual([
      'user behaviour',
      'support pain',
      'usage data',
    ]);
  });
});

function eightWeeksLater(instant: string): string {
  return `${addDays(instant.slice(0, 10), 56)}${instant.slice(10)}`;
}

function render(facts: WeekFacts, rules: Policy, lastWeek: SummaryState | null) {
  const summary = summariseWeek(facts, rules, lastWeek);
  return renderSummaryIssue(summary, rememberWeek(facts, rules.primary, lastWeek));
}

async function expectGolden(name: string, facts: WeekFacts, rules: Policy, lastWeek: SummaryState | null) {
  const { title, body } = render(facts, rules, lastWeek);
  await expect(`# ${title}\n\n${body}\n`).toMatchFileSnapshot(`golden/summary/${name}.md`);
  return body;
}

function visibleLines(body: string): readonly string[] {
  return body.split('\n').filter((line) => line !== '' && !line.startsWith('<!--'));
}
