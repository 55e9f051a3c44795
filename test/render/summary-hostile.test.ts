import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/core/policy.ts';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import type { WeekFacts } from '../../src/core/summary/week-facts.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import { policy, primary } from '../core/summary/builders.ts';
import { exampleWeek } from '../core/summary/example-week.ts';

const hostile = [
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

const ownTags = ['details', 'summary', 'sub'];

describe('a summary full of hostile text', () => {
  it.each(hostile)('T4 T5 T6: shows %j and nothing of it takes effect', (text) => {
    expectInert(text);
  });

  it('T4 T5 T6: shows any text and nothing of it takes effect', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string({ maxLength: 12 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, (parts) => expectInert(parts.join(' '))),
      { numRuns: 60 },
    );
  });
});

function expectInert(text: string): void {
  const body = bodyWith(text);
  const plain = bodyWith('Plain');
  expect(diagramsIn(body)).toEqual(diagramsIn(plain));
  expect(body.split('<!--').length).toBe(3);
  expect(body.split('\n').filter((line) => /^[/@]/.test(line))).toEqual([]);

  const html = toHtml(body);
  const tagsIn = (rendered: string) => (rendered.match(/<[a-z][a-z0-9]*/gi) ?? []).map((tag) => tag.slice(1));
  const quoted = ['em', 'strong', 'code'];
  const structure = (rendered: string) => tagsIn(rendered).filter((tag) => !quoted.includes(tag));
  expect(structure(html)).toEqual(structure(toHtml(plain)));
  expect(html).not.toMatch(/<(a|img|script|style|iframe)\b/);
  expect(structure(html).filter((tag) => ownTags.includes(tag)).length).toBeGreaterThan(0);

  const words = textOf(html);
  expect(words).not.toMatch(/@[\w.-]/);
  expect(words).not.toMatch(/GH-\d|https?:\/\/|www\.|[0-9a-f]{40}/i);
  expect(words).not.toMatch(/\b(close[sd]?|fix(e[sd])?|resolve[sd]?):?\s+\S*#\d/i);
  const references = new Set(words.match(/[\w./-]*#\d+/g) ?? []);
  expect([...references].filter((reference) => !ownReferences.has(reference))).toEqual([]);
}

function bodyWith(text: string): string {
  const facts = factsWith(text);
  const rules = policyWith(text);
  return renderSummaryIssue(summariseWeek(facts, rules, null), rememberWeek(facts, rules.primary, null)).body;
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

function toHtml(body: string): string {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  // GitHub makes links of `https://` and `www.`, not of bare domains, and of no address with a break in it.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  return markdown.render(body.replaceAll(/^<!--.*-->$/gm, ''));
}

function textOf(html: string): string {
  return html
    .replaceAll(/<code[\s\S]*?<\/code>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

function diagramsIn(body: string): readonly string[] {
  return body.match(/^```mermaid\n[\s\S]*?^```$/gm) ?? [];
}

const ownReferences: ReadonlySet<string> = new Set(
  [exampleWeek.candidates, exampleWeek.merges, exampleWeek.pullRequests, exampleWeek.incomplete]
    .flat()
    .map(({ number }) => `#${number}`),
);
