import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { exampleWeek } from '../../core/summary/example-week.ts';
import { hostileTitles, summaryOf } from '../hostile-summary.ts';

const ownTags = ['details', 'summary', 'sub'];

describe('a summary full of hostile text', () => {
  it.each(hostileTitles)('T4 T5 T6: shows %j and nothing of it takes effect', (text) => {
    expectInert(text);
  });

  it('T4 T5 T6: shows any text and nothing of it takes effect', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostileTitles), fc.string({ maxLength: 12 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(pieces, (parts) => expectInert(parts.join(' '))),
      { numRuns: 60 },
    );
  });
});

function expectInert(text: string): void {
  const body = summaryOf(text).body;
  const plain = summaryOf('Plain').body;
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
