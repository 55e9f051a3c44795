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
const whole = renderSummaryPage(issue);

describe('the page of a summary', () => {
  it('has a language, a title, one first heading, and no level left out below it', () => {
    const page = renderSummaryPage(issue);
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<title>Chokepoint: week 49 of 2026 · Activation</title>');
    expect(page).toContain('<h1>Week 49 of 2026 · Activation</h1>');
    expect(page).toContain(' Chokepoint · weekly summary</p>');
    const levels = [...page.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(new Set(levels.slice(1))).toEqual(new Set([2]));
  });

  it('holds nothing of the hidden state, no script and no address but the docs', () => {
    expect(whole).not.toMatch(/<!--|chokepoint:summary|<script|<img|<link|url\(|@import/);
    expect(whole.match(/(?:href|src)="[^#"][^"]*"/g) ?? []).toEqual([]);
  });

  it('draws every chart of the issue, with a title and a description that tell its numbers', () => {
    expect(whole.split('<figure').length - 1).toBe(issue.body.split('```mermaid').length - 1);
    expect(whole).not.toMatch(/mermaid|xychart|gantt/);
    expect(whole).toContain('focus share: W46 50, W47 67, W48 80, W49 71.');
    expect(whole).toContain('reading: 11-09 38.5, 11-16 40, 11-23 41.5, 11-29 43. minimum: 45 throughout.');
    expect(whole).toContain('Diagnose: 30 days from 2 November, under way.');
    expect(whole).toContain('<details open><summary>Metric and plan</summary>');
  });

  it('names every table and scopes every header', () => {
    const captions = [...whole.matchAll(/<caption>([^<]*)<\/caption>/g)].map(([, caption]) => caption);
    expect(captions).toEqual([
      'On the constraint',
      'Focus',
      'The trend in numbers',
      'Metric with minimum and target',
      'The plan in days',
    ]);
    expect(whole.match(/<th(?=[\s>])(?![^>]*scope="col")/g)).toBeNull();
  });

  it('says a verdict in words and marks its cell', () => {
    expect(whole).toMatch(/data-verdict="not-now"[^>]*>not now 3\.3</);
  });
});
