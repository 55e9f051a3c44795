import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek, type SummaryState } from '../../src/core/summary/summary-state.ts';
import type { WeekFacts } from '../../src/core/summary/week-facts.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import {
  backlog,
  type CandidateInput,
  merge,
  policy,
  primary,
  weekAt,
  weekFacts,
} from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';

function bodyOf(facts: WeekFacts, lastWeek: SummaryState | null = null): string {
  return renderSummaryIssue(summariseWeek(facts, policy, lastWeek), rememberWeek(facts, primary, lastWeek))
    .body;
}

/** The last line that is seen. */
function lastLineOf(body: string): string {
  return body.split('\n').findLast((line) => line !== '' && !line.startsWith('<!--')) ?? '';
}

function repositories(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `acme/repository-${index}`);
}

describe('the room of an issue', () => {
  it('T31: is filled to the last sign and no further, however many repositories could not be read', () => {
    expect(bodyOf(weekFacts({ unread: repositories(3_000) }))).toHaveLength(59_999);
  });

  it('T31: is given to what is known of the constraint before all that can be left out', () => {
    const body = bodyOf({ ...exampleWeek, unread: repositories(2_550) }, weekBefore);
    expect(body.length).toBeLessThan(60_000);
    expect(lastLineOf(body)).toBe(
      '<sub>Left out, because an issue has no more room: 6 candidates, changes, below the line, drift, one step from ready, focus, metric and plan, hygiene.</sub>',
    );
  });
});

describe('the last line', () => {
  it.each([
    ['2026-11-30T08:00:00Z', '<sub>The week from 23 to 29 November.</sub>'],
    ['2026-12-07T08:00:00Z', '<sub>The week from 30 November to 6 December.</sub>'],
  ])('says which week it is about: written at %s', (now, sentence) => {
    expect(lastLineOf(bodyOf(weekFacts({ now, week: weekAt(now), merges: [merge(1)] })))).toBe(sentence);
  });

  it.each<readonly [string, readonly CandidateInput[]]>([
    ['', []],
    [
      '; #8 *Slow lists* still leads',
      [
        { number: 7, title: 'Weak', constraint: 'adoption', ratings: '2222' },
        { number: 8, title: 'Slow lists', constraint: 'adoption', ratings: '4444' },
      ],
    ],
    [
      '; #3 *Guided import* still leads',
      [
        { number: 3, title: 'Guided import', ratings: '2222' },
        { number: 8, title: 'Slow lists', constraint: 'adoption', ratings: '4444' },
      ],
    ],
  ])('says in a week without news who leads: %j', (leads, candidates) => {
    const quiet = weekFacts({ candidates: backlog(candidates), firstMoves: exampleWeek.firstMoves });
    const before = rememberWeek({ ...quiet, week: weekAt('2026-11-23T08:00:00Z') }, primary, null);
    expect(lastLineOf(bodyOf(quiet, before))).toBe(
      `Nothing was merged or filed, and nothing changed on the constraint, since week 48${leads}.`,
    );
  });
});
