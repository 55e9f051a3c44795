import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../src/core/policy.ts';
import { summariseWeek } from '../../../src/core/summary/summarise-week.ts';
import { rememberWeek, type SummaryState } from '../../../src/core/summary/summary-state.ts';
import type { WeekFacts } from '../../../src/core/summary/week-facts.ts';
import { renderSummaryIssue } from '../../../src/render/summary-issue.ts';
import { backlog, merge, policy, pullRequest, repository, weekFacts } from '../../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../../core/summary/example-week.ts';
import { hostileTitles } from '../hostile-summary.ts';

describe('a summary with too much to tell', () => {
  it('T31: stays under 60,000 units with 10,000 candidates and long titles, and says what is left out', () => {
    const title = '|'.repeat(250);
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      number: index + 1,
      title,
      ratings: '5445',
    }));
    const crowded = weekFacts({
      candidates: backlog(many),
      pullRequests: numbers.map((number) => pullRequest(20_000 + number, { title, codes: ['SEQ-1'] })),
      merges: numbers.map((number) => merge(30_000 + number, { title, codes: ['DRIFT'] })),
      incomplete: numbers.map((number) => ({ repository, number, title, missing: title })),
    });
    const { body } = render(crowded, listing(100), null);
    expect(body.length).toBeLessThan(60_000);
    expect(leftOutOf(body)).toBe('80 candidates, metric and plan, hygiene');
    expect(headingsOf(body)).toContain('### On the constraint');
    expect(headingsOf(body)).toContain('### Drift');
    expect(lastLineOf(body)).toMatch(/^<!-- chokepoint:summary-state /);
  });

  it('T31: stays under 60,000 units with 10,000 candidates that are called what hostile people call them', () => {
    const titleOf = (number: number) =>
      `${hostileTitles[number % hostileTitles.length]} ${'\u{1F4A3}'.repeat(100)}`;
    const many = Array.from({ length: 10_000 }, (_, index) => {
      return { number: index + 1, title: titleOf(index), ratings: '5445' };
    });
    const numbers = Array.from({ length: 300 }, (_, index) => index + 1);
    const facts = weekFacts({
      candidates: backlog(many),
      merges: numbers.map((number) => merge(30_000 + number, { title: titleOf(number), codes: ['DRIFT'] })),
      incomplete: numbers.map((number) => ({ repository, number, title: titleOf(number), missing: 'risk' })),
      milestones: numbers.map((number) => {
        return { repository, title: titleOf(number), open: { on: 1, classified: 3 } };
      }),
    });
    const { body } = render(facts, listing(100), null);
    expect(body.length).toBeLessThan(60_000);
    expect(body.isWellFormed()).toBe(true);
    expect(lastLineOf(body)).toMatch(/^<!-- chokepoint:summary-state /);
  });

  it.each([
    [20, 80, null],
    [20, 1, null],
    [60, 60, null],
    [94, 80, 'metric and plan, hygiene'],
    [100, 80, '80 candidates, metric and plan, hygiene'],
  ])('T31: with %i rows of titles of %i signs leaves out: %s', (rows, signs, leftOut) => {
    const candidates = backlog(
      Array.from({ length: rows }, (_, index) => ({
        number: 1000 + index,
        title: '|'.repeat(signs),
        ratings: '4444',
      })),
    );
    const { body } = render({ ...exampleWeek, candidates }, listing(100), weekBefore);
    expect(body.length).toBeLessThan(60_000);
    expect(leftOutOf(body)).toBe(leftOut);
  });
});

function listing(top: number): Policy {
  return { ...policy, summary: { ...policy.summary, top } };
}

function leftOutOf(body: string): string | null {
  return /no more room: (.*)\.<\/sub>/.exec(body)?.[1] ?? null;
}

function headingsOf(body: string): readonly string[] {
  return body.split('\n').filter((line) => line.startsWith('### '));
}

function lastLineOf(body: string): string {
  return body.split('\n').at(-1)?.slice(0, 40) ?? '';
}

function render(facts: WeekFacts, rules: Policy, lastWeek: SummaryState | null) {
  return renderSummaryIssue(
    summariseWeek(facts, rules, lastWeek),
    rememberWeek(facts, rules.primary, lastWeek),
  );
}
