import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { readReferences } from '../../../src/core/closing-keywords.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { findHeadings } from '../../../src/core/form/find-headings.ts';
import { findHidden } from '../../../src/core/form/hidden-lines.ts';
import { prepareTemplate } from '../../../src/core/form/template.ts';
import { readShownLines } from '../../../src/core/markdown/shown-lines.ts';
import { question } from '../form/question.ts';

/** Another reader of CommonMark; it does not see every list that begins with another number than 1. */
const commonMark = markdownIt('commonmark');

interface Line {
  readonly text: string;
  readonly hidden: 'code' | 'nothing' | null;
}

/** Every line that is not blank, and whether it is in a fence or a comment. */
function linesByCommonMark(body: string): readonly Line[] {
  const lines = body.split(/\r\n|\r|\n/).map((text): Line => ({ text, hidden: null }));
  for (const { type, map } of commonMark.parse(body, {})) {
    if ((type !== 'fence' && type !== 'html_block') || map === null) continue;
    for (const [index, line] of lines.entries()) {
      if (index >= map[0] && index < map[1])
        lines[index] = { ...line, hidden: type === 'fence' ? 'code' : 'nothing' };
    }
  }
  return lines.filter(isNotBlank);
}

function isNotBlank({ text }: { readonly text: string }): boolean {
  return !/^[ \t]*$/.test(text);
}

const indents = ['', '', '', ' ', '   ', '    ', '\t'];
const quotes = ['> ', '>', '>> ', ' > >', '   >', '>\t', '>    '];
const lists = ['- ', '  ', '1. ', '1) ', '   - ', '- - ', '-\t', '* > ', '> + ', '10.     ', '>  '];
const tildes = ['~~~', '~~~~', '~~~  ', '~~~ js', '~~~ a`b', '~~~\t', '~~~\u00a0'];
const backticks = ['```', '```', '````', '```  ', '``` js', '``` a`b', '``', '```\u00a0'];
const comments = ['<!-- a', 'b -->', '<!-- a -->', '<!--'];
const html = [
  ...'<style|<SCRIPT>|<pre>a</pre>|<textarea >|<!--|<?|<?a?>|<!A|<!a b>|<![CDATA[|<!1'.split('|'),
  ...'<div|<div>|</p>|<hr/>|<td a|<divs|<li\t|b -->|a ?>|a >|a ]]>|a </style>'.split('|'),
];
const wholeTags = [
  ...['<b>', '</b >', '<br/>', '</style>', '<a b c=d e="f" g=\'h\'/>', '<a  b = c >'],
  ...['<b> a', '<b', '<a b=">', '<1>', '<a:b>'],
];
const leaves = ['', '', 'a', '# a', '---', 'a ~~~'];
const others = ['--', '-', '* * *', '1.', '===', '\u00a0'];

/** A backtick could hide what stands below it in a code span. */
function isWithoutSpan(content: string): boolean {
  return !content.includes('`');
}

/** Up to nine lines, each of a prefix and a content. */
function bodies(prefixes: readonly string[], contents: readonly string[]) {
  const line = fc.tuple(fc.constantFrom(...prefixes), fc.constantFrom(...contents));
  const end = fc.constantFrom('\n', '\n', '\r\n', '\r');
  return fc.array(fc.tuple(line, end), { minLength: 1, maxLength: 9 }).map((lines) => lines.flat(2).join(''));
}

describe('the lines of a text', () => {
  test('T7: are in a fence or comment exactly where CommonMark has them so', () => {
    const contents = [...tildes, ...backticks, ...comments, ...leaves, ...others];
    const body = bodies([...indents, ...quotes, ...lists], contents);
    fc.assert(
      fc.property(body, (text) => {
        const lines = readShownLines(text).filter(isNotBlank);
        const hidden = lines.map(({ shown }) => (shown === 'text' || shown === 'quote' ? null : shown));
        expect(hidden).toEqual(linesByCommonMark(text).map((line) => line.hidden));
      }),
      { numRuns: 3_000 },
    );
  });

  // Whether a tag alone goes on with the paragraph of a quote or list, its readers do not agree on.
  test.each([
    ['in quotes and lists', [...indents, ...quotes, ...lists], html],
    ['tags alone included', indents, [...html, ...wholeTags]],
  ])('T7: are in HTML exactly where CommonMark has them so: %s', (_, prefixes, contents) => {
    fc.assert(
      fc.property(bodies(prefixes, [...contents, ...leaves, ...others, '```']), (text) => {
        const lines = readShownLines(text).filter(isNotBlank);
        expect(lines.map(({ shown }) => ['html', 'nothing', 'raw'].includes(shown))).toEqual(
          linesByCommonMark(text).map(({ hidden }) => hidden === 'nothing'),
        );
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    ['a list that begins with 2 within a paragraph is none', 'a\n2. ```\nb', 'ttt'],
    ['a list that begins with 2 below an item is one', '1. a\n2. ```\nb', 'tct'],
    ['an item that begins with a blank line is left by a second one', '-\n\n  ```\nb', 'ttcc'],
    ['an item with a blank line goes on', '- a\n\n  ```\n  b\nc', 'ttcct'],
    ['a line of three dashes is no list', '- - -\n  ```\na', 'tcc'],
    ['a paragraph goes on in its item without an indentation', '- a\nb\n  ```\n  c\nd', 'ttcct'],
    ['a heading does not', '- # a\nb\n  ```\nc', 'ttcc'],
    ['a comment in a quote ends with the quote', '> <!-- a\n> b\nc', 'nnt'],
    ['a fence in a quote in an item ends with the quote', '- > ```\n  > a\n  b', 'cct'],
    ['a fence in a quote ends with a blank line', '> ```\n\na', 'ctt'],
    ['a fence in an item ends with a line further left', '- ```\nb', 'ct'],
    ['a list that begins with 2 at the beginning is one', '2. ```\nb', 'ct'],
    ['a list that begins with 2 below a heading of two lines is one', 'a\n===\n2. ```\nb', 'ttct'],
    ['a line that would underline does not from within an item', 'a\n- ===\n  2. ```\n     b', 'tttt'],
    ['a list that begins with 2 in an item within a paragraph is one', 'a\n- 2. ```\n     b', 'tcc'],
    ['a list that begins with 1 within a paragraph is one', 'a\n1. ```\n   b', 'tcc'],
    ['a list that begins with 2 below two lines of a paragraph is none', 'a\nb\n2. ```', 'ttt'],
    ['an empty item within a paragraph is none', 'a\n*\n  ```\nb', 'ttcc'],
  ])('by CommonMark, %s', (_, body, shown) => {
    expect(
      readShownLines(body)
        .map((line) => line.shown.charAt(0))
        .join(''),
    ).toBe(shown);
  });
});

describe('whoever reads what GitHub shows', () => {
  test('T7: finds neither an issue nor a command below a closing fence that four spaces make code', () => {
    const body = '```\n    ```\nCloses #1\n/help';
    expect(readReferences(body, 'acme/app').closing).toEqual([]);
    expect(readCommands(body).value).toEqual([]);
  });

  test('T7: finds the issues and commands that stand outside of every fence', () => {
    fc.assert(
      fc.property(
        bodies([...indents, ...quotes, ...lists], [...tildes.filter(isWithoutSpan), ...leaves, '%', '%']),
        (text) => {
          const shown = linesByCommonMark(text.replaceAll('%', '/help')).filter(
            ({ hidden }) => hidden === null,
          );
          const commands = shown.filter((line) => /^ {0,3}\/help$/.test(line.text));
          expect(readCommands(text.replaceAll('%', '/help')).value).toHaveLength(commands.length);

          let count = 0;
          const numbered = text.replaceAll('%', () => `Closes #${++count}`);
          const closing = linesByCommonMark(numbered).flatMap((line) =>
            line.hidden === null
              ? Array.from(line.text.matchAll(/#(\d+)/g), ([, digits]) => Number(digits))
              : [],
          );
          expect(readReferences(numbered, 'acme/app').closing.map(({ number }) => number)).toEqual(closing);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('finds the headings of a form that stand outside of every fence and comment', () => {
    const template = prepareTemplate({ fields: [question('a')] }, {});
    const contents = [...tildes, ...backticks, ...comments, ...leaves, '### a', '### a'];
    fc.assert(
      fc.property(bodies([...indents, ...quotes], contents), (text) => {
        const lines = linesByCommonMark(text).filter((line) => /^[ \t>]*### a$/.test(line.text));
        expect(findHidden(text, findHeadings(text, template))).toEqual(
          lines.map((line) => line.hidden !== null || !/^ {0,3}#/.test(line.text)),
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
