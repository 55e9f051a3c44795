import { describe, expect, it } from 'vitest';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import { renderSummaryPage } from '../../src/render/summary-page.ts';
import { policy } from '../core/summary/builders.ts';
import { exampleWeek, weekBefore } from '../core/summary/example-week.ts';

const issue = renderSummaryIssue(
  summariseWeek(exampleWeek, policy, weekBefore),
  rememberWeek(exampleWeek, policy.primary, weekBefore),
);
const page = renderSummaryPage(issue);

describe('the page of a summary', () => {
  it('has a language, a title, one first heading, and no level left out below it', () => {
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<title>Chokepoint: week 49 of 2026 · Activation</title>');
    const levels = [...page.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(new Set(levels.slice(1))).toEqual(new Set([2]));
  });

  it('holds nothing of the hidden state, no script and no address but the docs', () => {
    expect(page).not.toMatch(/<!--|chokepoint:summary|<script|<img|<link|url\(|@import/);
    expect(page.match(/(?:href|src)="[^#"][^"]*"/g) ?? []).toEqual([]);
  });

  it('draws every chart of the issue, with a title and a description that tell its numbers', () => {
    expect(page.split('<figure').length - 1).toBe(issue.body.split('```mermaid').length - 1);
    expect(page).not.toMatch(/mermaid|xychart|gantt/);
    expect(page).toContain('focus share: W46 50, W47 67, W48 80, W49 71.');
    expect(page).toContain('reading: 11-09 38.5, 11-16 40, 11-23 41.5, 11-29 43. minimum: 45 throughout.');
    expect(page).toContain('Diagnose: 30 days from 2 November, under way.');
    expect(page).toContain('<details open><summary>Metric and plan</summary>');
  });

  it('names every table and scopes every header', () => {
    const captions = [...page.matchAll(/<caption>([^<]*)<\/caption>/g)].map(([, caption]) => caption);
    expect(captions).toEqual([
      'On the constraint',
      'Focus',
      'The trend in numbers',
      'Metric with minimum and target',
      'The plan in days',
    ]);
    expect(page.match(/<th(?=[\s>])(?![^>]*scope="col")/g)).toBeNull();
  });

  it('says a verdict in words and marks its cell', () => {
    expect(page).toMatch(/data-verdict="not-now"[^>]*>not now 3\.3</);
  });
});
