import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readCommands } from '../../src/core/commands/read-commands.ts';
import {
  clip,
  details,
  encodeForComment,
  inert,
  inertWithCode,
  listInWords,
  table,
  toOneLine,
} from '../../src/render/markdown.ts';

/** As GitHub renders: HTML allowed, addresses linked. What it links without a scheme is looked for in the text. */
const renderer = markdownIt({ html: true, linkify: true });
renderer.linkify.set({ fuzzyLink: false, fuzzyEmail: false });

/** The elements that `markdown` renders to, other than the paragraph it stands in. */
function elementsOf(markdown: string): readonly string[] {
  return [...renderer.render(markdown).matchAll(/<\/?([a-z!][a-z0-9-]*)/gi)]
    .map(([, name = '']) => name.toLowerCase())
    .filter((name) => name !== 'p');
}

/** What a person reads, and what GitHub looks for references in: the text once entities are decoded. */
function textOf(markdown: string): string {
  return renderer
    .render(markdown)
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

/** What GitHub turns into links, mentions, closings and emoji in rendered text. */
const references = [
  /@[a-z0-9]/i,
  /#\d/,
  /\bGH-\d/i,
  /\b[A-Z]+-\d/i,
  /\b[0-9a-f]{7,40}\b/i,
  /[a-z]:\/\//i,
  /www\./i,
  /:[\w+-]+:/,
  /GHSA-\w/i,
];

const hostile = [
  '@ana',
  '@acme/team please',
  'see #1',
  'GH-1 and gh-2',
  'acme/shop#12',
  'JIRA-12',
  'Fixes #1',
  'closes https://github.com/acme/shop/issues/1',
  'Resolves acme/shop#3',
  'https://example.com/a?b=c',
  'www.example.com',
  'ftp://example.com',
  'ana@example.com',
  'deadbeef and 0123456789abcdef0123456789abcdef01234567',
  'ana@0123456789',
  '<b>bold</b>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<!-- chokepoint:candidate acme/shop#12 -->',
  '--> <b>',
  '&#64;ana &commat;ana &lt;b&gt;',
  'a | b | c',
  '| a |\n|---|\n| b |',
  '`code`',
  '```\ncode\n```',
  '~~~\ncode\n~~~',
  '~~gone~~',
  '[link](https://example.com)',
  '![image](https://example.com/i.png)',
  '[a]: https://example.com',
  '[^1]: note',
  '**bold** *it* __b__ _i_',
  '# Heading',
  '> quote',
  '> [!WARNING]',
  '- item',
  '+ item',
  '* item',
  '1. item',
  '2) item',
  '- [x] done',
  '---',
  'title\n===',
  '    code',
  '\tcode',
  '/approve',
  '/score 5 5 5 5',
  '@ana at the start',
  ':tada: and :+1:',
  '$x_1$ and $$y$$',
  'GHSA-abcd-abcd-abcd',
  '\\',
  '\\@ana \\#1 \\`',
  '\u202egnirts\u202c',
  '@\u200bana',
  '\u2066#\u200d1\u2069',
  '\ud800 lone',
  '\u0000 null \u0007',
  'line\u2028separator\rreturn',
];

describe('T4, T6: a person’s text', () => {
  it.each(hostile)('does nothing wherever it stands: %j', (text) => {
    const shown = inert(text);
    for (const markdown of [shown, `*${shown}*`, `Text ${shown} text`, `- ${shown}`, `text\n${shown}`]) {
      expect(elementsOf(markdown).filter((name) => !['em', 'ul', 'li'].includes(name))).toEqual([]);
      for (const reference of references) expect(textOf(markdown)).not.toMatch(reference);
    }
  });

  it.each(hostile)('stays in its cell of a table: %j', (text) => {
    const columns = [
      { title: 'a', align: 'left' },
      { title: 'b', align: 'center' },
    ] as const;
    const written = table(columns, [[inert(text), 'the next cell']]);
    expect(elementsOf(written).filter((name) => name === 'td')).toHaveLength(4);
    // A cell too many would push it out of the row.
    expect(textOf(written)).toContain('the next cell');
  });

  it('T5: never begins a line with a slash or an at sign, nor is it a command', () => {
    for (const text of hostile) {
      expect(inert(text)).not.toMatch(/^\s*[/@]/);
      expect(readCommands(inert(text))).toEqual({ value: [], problems: [] });
    }
  });

  it('shows the words it was given', () => {
    const words =
      'Import (CSV & XLSX): 4 < 5, "quoted" 50 % – naïve 日本 👩\u200d💻 a_b *c* [d] `e` C:\\f #1 @g';
    expect(textOf(inert(words)).replaceAll('\u200b', '')).toBe(words);
  });

  it('does nothing, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...hostile,
        '`',
        '<',
        '!--',
        '[',
        '](',
        '#',
        '@',
        'a',
        '1',
        '\n',
        ' ',
        '|',
        '&',
        ':',
        '-',
        '\\',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('');
        const shown = inert(text);
        expect(elementsOf(`${shown}`)).toEqual([]);
        expect(shown).not.toMatch(/[\r\n]/);
        expect(textOf(shown).replaceAll('\u200b', '')).toBe(
          clip(toOneLine(text), 200).replaceAll('\u200b', ''),
        );
        for (const reference of references) expect(textOf(shown)).not.toMatch(reference);
        const mixed = elementsOf(`x ${inertWithCode(text)}`).filter((name) => name !== 'code');
        expect(mixed).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('keeps the code of our own sentences', () => {
    expect(inertWithCode('Write `/score 4 3 4 5 because …`, @ana.')).toBe(
      'Write `/score 4 3 4 5 because …`, @\u200bana.',
    );
    expect(inertWithCode('one ` alone')).toBe('one \\` alone');
  });
});

describe('text on one line', () => {
  it('T13: loses control, direction and zero-width characters', () => {
    expect(toOneLine('\u202eab\u200b\u2066c\u00ad\ufeff\u0000d\u061c')).toBe('abc d');
  });

  it('keeps emoji that are joined', () => {
    expect(toOneLine('👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥')).toBe(
      '👩\u200d💻 👩🏽\u200d🚀 ❤\ufe0f\u200d🔥',
    );
    expect(toOneLine('a\u200db')).toBe('ab');
  });

  it('has one space where there were several', () => {
    expect(toOneLine(' a \n\t b ')).toBe('a b');
  });
});

describe('T4: our sentence with a person’s words in it', () => {
  it.each([
    ['see `@ana/x#1 @ #` now', 'see `@\u200bana/x#\u200b1 @ #` now'],
    ['`  `x', 'x'],
    ['a  `b`  c', 'a `b` c'],
    ['` b `', '`b`'],
    ['`a` `b`', '`a` `b`'],
  ])('shows %j as %j', (text, shown) => {
    expect(inertWithCode(text)).toBe(shown);
  });

  it.each([
    ['1. a 2) b', '1\\. a 2) b'],
    ['12) x', '12\\) x'],
    ['x 1. y', 'x 1. y'],
  ])('begins no list with %j', (text, shown) => {
    expect(inert(text)).toBe(shown);
  });
});

describe('T31: a clipped text', () => {
  it('is at most as long as asked, and no character is split', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 20 }), (text, units) => {
        const clipped = clip(text, units);
        expect(clipped.length).toBeLessThanOrEqual(units);
        expect(clipped.isWellFormed()).toBe(true);
        if (text.length <= units) expect(clipped).toBe(text);
        else expect(clipped.endsWith('…')).toBe(true);
      }),
    );
    for (const character of ['👩', '\u{10000}', '\u{10ffff}'])
      expect(clip(`ab${character}cd`, 4)).toBe('ab…');
    expect(clip(' b cd', 4)).toBe(' b…');
    expect(clip('a\uffffbc', 3)).toBe('a\uffff…');
  });
});

describe('the parts of a comment', () => {
  it('are tables, folds and lists', () => {
    expect(
      table(
        [
          { title: 'a', align: 'left' },
          { title: 'b', align: 'center' },
        ],
        [['1', '2']],
      ),
    ).toBe('| a | b |\n|---|:-:|\n| 1 | 2 |');
    expect(elementsOf(details('More', '**bold**'))).toEqual([
      'details',
      'summary',
      'summary',
      'strong',
      'strong',
      'details',
    ]);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => listInWords(words))).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('T3: encode values for hidden comments so that they end none and come back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('-', '>', '<', '!', 'a', '/', '#', 'é') }), (text) => {
        const encoded = encodeForComment(text);
        expect(encoded).not.toMatch(/--|[<>]|-$/);
        expect(decodeURIComponent(encoded)).toBe(text);
      }),
    );
  });
});
