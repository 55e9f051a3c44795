import type { Policy } from '../../src/core/policy.ts';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import type { WeekFacts } from '../../src/core/summary/week-facts.ts';
import { type RenderedSummary, renderSummaryIssue } from '../../src/render/summary-issue.ts';
import { policy, primary } from '../core/summary/builders.ts';
import { exampleWeek } from '../core/summary/example-week.ts';

/** Titles that would do something if they could. */
export const hostileTitles = [
  '@ana please look',
  '@acme/core-team',
  'Fixes #1 and closes acme/api#2',
  'GH-1 again',
  'revert 0123456789abcdef0123456789abcdef01234567',
  'https://evil.example/path and www.evil.example',
  'mail ana@evil.example',
  '[click](https://evil.example) ![x](https://evil.example/x.png)',
  '<https://evil.example> <img src=x onerror=alert(1)>',
  '<script>alert(1)</script></details></table>',
  '--> <!-- chokepoint:summary acme/importer 2026-W50 -->',
  '<!-- chokepoint:summary-state {"version":1} -->',
  '| a | b |\n| --- | --- |',
  '```mermaid\ngraph TD; a-->b\n```',
  '"] --> x["y',
  '/approve',
  '/score 5 5 5 5',
  '# heading\n\n- item\n\n1. one',
  '**bold** _it_ ~~gone~~ `code` $x^2$ :tada:',
  '\u202eevil\u202c \u200b@ana',
  '&lt;b&gt; &#64;ana &#35;1',
  '\\@ana \\#1 \\`',
  '*'.repeat(50),
  '',
] as const;

/** The summary of a full week in which every text that people write is this one. */
export function summaryOf(text: string): RenderedSummary {
  const facts = factsWith(text);
  const rules = policyWith(text);
  return renderSummaryIssue(summariseWeek(facts, rules, null), rememberWeek(facts, rules.primary, null));
}

function factsWith(title: string): WeekFacts {
  const titled = <Item extends { readonly title: string }>(items: readonly Item[]) =>
    items.map((item) => ({ ...item, title }));
  const by = { by: title, because: title, self: false };
  return {
    ...exampleWeek,
    candidates: titled(exampleWeek.candidates).map((candidate) => ({
      ...candidate,
      disagreement:
        candidate.disagreement === null
          ? null
          : {
              ...candidate.disagreement,
              high: { by: title, rating: 5 as const },
              low: { by: title, rating: 1 as const },
            },
    })),
    incomplete: exampleWeek.incomplete.map((one) => ({ ...one, title, missing: title })),
    merges: titled(exampleWeek.merges).map((one) => (one.accepted === null ? one : { ...one, accepted: by })),
    pullRequests: titled(exampleWeek.pullRequests),
    milestones: titled(exampleWeek.milestones),
    problems: [{ code: 'CONFIG_UNKNOWN_KEY', message: `The key ${title} is not known.`, fix: title }],
  };
}

function policyWith(text: string): Policy {
  const metric = { name: `Share of ${text}`, unit: `% ${text}`, baseline: 38, target: 55, minimum: 45 };
  return { ...policy, primary: { ...primary, owner: `o${text}`, metric } };
}
