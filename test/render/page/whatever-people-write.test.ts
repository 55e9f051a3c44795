import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSummaryPage } from '../../../src/render/summary-page.ts';
import { exampleWeek } from '../../core/summary/example-week.ts';
import { hostileTitles, summaryOf } from '../hostile-summary.ts';

const plain = renderSummaryPage(summaryOf('Plain'));

describe('the page of a summary full of hostile text', () => {
  it.each(hostileTitles)('T4 T6: shows %j, and nothing of it takes effect', (text) => {
    expectInert(renderSummaryPage(summaryOf(text)));
  });

  it('T4 T6: shows any text, and nothing of it takes effect', () => {
    const piece = fc.oneof(fc.constantFrom(...hostileTitles), fc.string({ unit: 'binary', maxLength: 12 }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        expectInert(renderSummaryPage(summaryOf(pieces.join(' '))));
      }),
      { numRuns: 60 },
    );
  });
});

/** The same elements as a plain week has, the very same drawings, and no mention, reference or address in its words. */
function expectInert(page: string): void {
  expect(elementsOf(page)).toEqual(elementsOf(plain));
  expect(drawingsOf(page)).toEqual(drawingsOf(plain));
  expect(page.match(/(?:href|src|action)="(?!#)[^"]*"/g)).toBeNull();

  const words = wordsOf(page);
  expect(words).not.toMatch(/@[\w.-]/);
  expect(words).not.toMatch(/GH-\d|https?:\/\/|www\.|[0-9a-f]{7}/i);
  const references = words.match(/[\w./-]*#\d+/g) ?? [];
  expect(references.filter((reference) => !ownReferences.has(reference))).toEqual([]);
}

/** Emphasis aside, which an empty title has none of. */
function elementsOf(page: string): readonly string[] {
  return [...page.matchAll(/<([a-z][a-z0-9]*)/gi)]
    .map(([, name = '']) => name)
    .filter((name) => !['em', 'strong', 'code'].includes(name));
}

function drawingsOf(page: string): readonly string[] {
  return page.match(/<figure[\s\S]*?<\/figure>/g) ?? [];
}

function wordsOf(page: string): string {
  return page
    .replaceAll(/<(style|code|head)[\s>][\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replaceAll('&amp;', '&');
}

const ownReferences: ReadonlySet<string> = new Set(
  [exampleWeek.candidates, exampleWeek.merges, exampleWeek.pullRequests, exampleWeek.incomplete]
    .flat()
    .map(({ number }) => `#${number}`),
);
