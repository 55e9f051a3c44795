import fc from 'fast-check';
import markdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { readReferences } from '../../../src/core/closing-keywords.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { shownOnGitHub } from './shown-on-github.ts';

const commonMark = markdownIt('commonmark');
// By itself it takes no declaration for one below an instruction that nobody closes.
commonMark.inline.ruler.before('html_inline', 'look_again', (state) => {
  Object.assign(state, { skipHtmlSpecial: false });
  return false;
});

const marks = [
  '<?',
  '?>',
  '<!X',
  '>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<div',
  '<div>',
  '</div>',
  '<div title="',
];
const tags = [
  '<style>',
  '</style>',
  '<script',
  '</script>',
  '<template>',
  '</template>',
  '<title>',
  '</title>',
];
const attributes = [
  '<img alt="',
  '">',
  "<a title='",
  "'>",
  '"',
  "'",
  '<b',
  '<br>',
  '<details>',
  '</details>',
];
const links = ['[a](b "', '")', '[a](<', '![', '[', ']', '](c)', '](', '<aa:b', '(z)'];
const definitions = ['[x]: y "', '[x]: y', '[x]:', '[x', ']: <y> (', ')'];
const others = ['`', '``', '```', '\\', '> ', '- ', '1. ', '    ', '# ', '---', 'a', 'a', 'a', 'a'];

/** Texts of these pieces, with lines of a `%` between them. */
function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  const piece = fc.tuple(
    fc.constantFrom(...pieces),
    fc.constantFrom('', '', ' ', '\n', '\n', '\n\n', '\n> '),
  );
  const line = fc.tuple(fc.constantFrom('\n%', '\n%', '\n   %'), fc.constantFrom('\n', '\n', '\n\n', ' '));
  return fc
    .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: line }), { maxLength: 14 })
    .map((all) => all.flat().join(''));
}

/** The tool that compares ends a paragraph with its definitions, so that a tag alone could begin below them. */
const texts = fc.oneof(
  textsOf([...marks, ...tags, ...attributes, ...links, ...others]),
  textsOf([...marks, ...links, ...definitions, ...others]),
);

/** With a number for every `%`, told apart from each other. */
function numbered(text: string, line: string): string {
  let count = 100;
  return text.replaceAll('%', () => `${line}${count++}`);
}

describe('what GitHub does not show', () => {
  it.each([
    ['a processing instruction', '<?\n%\n?>'],
    ['a processing instruction over blank lines', '<?php\n\n%\n\n?>'],
    ['a processing instruction nobody closes', '<?\n\n%'],
    ['a processing instruction within a paragraph', 'a <?\n%\n?>'],
    ['a declaration', '<!X\n\n%\n\n>'],
    ['a declaration within a paragraph', 'a <!X\n%\nb>'],
    ['CDATA', '<![CDATA[\n\n%\n\n]]>'],
    ['CDATA nobody closes', '<![CDATA[\n\n%'],
    ['CDATA within a paragraph', 'a <![CDATA[\n%\n]]>'],
    ['a style', '<style>\n\n%\n\n</style>'],
    ['a script', '<script type="x">\n\n%\n\n</script>'],
    ['a field', '<textarea>\n%\n</textarea>'],
    ['a template', '<template>\n\n%\n\n</template>'],
    ['a template within another', '<template>\n\n<template></template>\n\n%\n\n</template>'],
    ['a template that a code span seems to close', '<template>\n\n`</template>`\n\n%'],
    ['a preformatted element', '<pre>\n%\n</pre>'],
    ['an element of code', '<code>\n\n%\n\n</code>'],
    ['an attribute of a tag', '<img alt="\n%\n">'],
    ['an attribute of a tag in single quotes', "a <a title='\n%\n'>b</a>"],
    ['an attribute of a block, over blank lines', '<div title="\n\n%\n\n">'],
    ['an attribute behind a tag that holds the sign of an end', '<a title=">\n%\n">'],
    ['an attribute within the address of a link', '[a](<b "> <img alt="\n%\n">'],
    ['an attribute that opens behind a script', '<script </style><div title="\n%\n'],
    ['an attribute before a template', 'a <img alt="\n%\n"> <template>b</template>'],
    ['a template, between tags', 'a <template>\n%\n<b></b></template>'],
    ['a template in capitals', '<TEMPLATE>\n\n%\n\n</TEMPLATE>'],
    ['a template that opens in a quote', '> <template>\n\n%\n\n</template>'],
    ['a template that opens in a quote of a list', '- > <template>\n\n%\n\n</template>'],
    ['a template that opens in quotes', '> > <b></b> <template>\n\n%\n\n</template>'],
    ['an attribute in a quote, below it', '> <img alt=x\n> title="\n%\n">'],
    ['a comment that begins behind a tag, over blank lines', '<div><!--\n\n%\n\n-->'],
    ['a comment behind a backtick in an address', '<https://a.b/`> <!-- `\n%\n-->'],
    ['a comment behind an escaped backtick', '\\` <!-- `\n%\n-->'],
    ['a comment behind a backtick of a heading', '# a `\nb <!-- `\n%\n-->'],
    ['a comment behind a backtick in an attribute', '<a title="`"> <!-- `\n%\n-->'],
    ['a comment behind a backtick in the title of a link', '[a](b "`") <!-- `\n%\n-->'],
    ['the title of a definition', '[x]: https://y "title over\nlines\n%\n"'],
    ['the title of a second definition', "[x]: y\n[z]: <y>\n'\n%\n'"],
    ['the title of a definition in a list', '- [x]: y (a\n%\n)'],
    ['the label of a definition', '[x\n%\n]: y'],
    ['the title of a link', '[a](b "\n%\n")'],
    ['the title of a link before what hides text', '[a](b "\n%\n") <template>c</template>'],
    ['the title of a link to an address with brackets', '[a](b(c(d(e)))) [a](b(c) "\n%\n")'],
    ['the description of an image', '![\n%\n](b)'],
    ['the description of an image by reference', '![a\n%\nb][x]\n\n[x]: y'],
    ['a footnote', 'a\n[^1]: b\n%'],
  ])('T7: commands nothing and closes nothing in %s', (_, text) => {
    expect(readCommands(text.replace('%', '/confirm')).value).toEqual([]);
    expect(readReferences(text.replace('%', 'Closes #1'), 'acme/app').closing).toEqual([]);
  });

  it('T7: closes nothing in a comment in indented code', () => {
    expect(readReferences('    <!-- Closes #1 -->', 'acme/app').closing).toEqual([]);
  });

  it('T7: commands nothing below a template that an image’s description seems to close', () => {
    expect(readCommands('<template>\n\n![</template>](a)\n\n/confirm').value).toEqual([]);
  });

  it('T7: commands nothing where only a definition could tell whether a comment is code', () => {
    expect(readCommands('[a][`] <!-- `\n/confirm\n-->\n\n[`]: y').value).toEqual([]);
    expect(readCommands('[a [b]](c "`") <!-- `\n/confirm\n-->').value).toEqual([]);
  });

  it('T7: commands nothing as the address of a link', () => {
    expect(readCommands('[a](\n/confirm\n)').value).toEqual([]);
    expect(readCommands('[x]:\n/confirm').value).toEqual([]);
  });
});

describe('a command and a keyword count', () => {
  it.each([
    ['below a tag', '<details>\n\n%\n\n</details>'],
    ['right below a tag', '<details>\n<summary>a</summary>\n%\n</details>'],
    ['below a closing tag', '<details>\n\na\n\n</details>\n%'],
    ['below tags within a line', 'a <sub>b</sub><br>\n%'],
    ['below a tag with attributes', '<img width="3" alt="a > b" src="https://a.b/c?d=e">\n%'],
    ['between two tags over lines', 'a <b\n>b</b>\n%\n<i\n>c</i>'],
    ['below a sign that opens no tag', 'a <b\n%'],
    ['below a sign that opens no tag in its paragraph', 'a <b c="\n\n%\n\n">'],
    ['below tags in indented code', '    <template>\n\n%'],
    ['below tags in a fence', '```html\n<template>\n```\n%'],
    ['below tags in a fence of tildes', '~~~\n<template>\n~~~\n%\n\n</template>'],
    ['below a tag in a code span beside another', 'a `<template>` <b></b>\n\n%\n\n</template>'],
    ['below a sign that no declaration begins with', 'a <!1\n%\nb>'],
    ['below a comment without anything in HTML', '<div>\n<!-->\n</div>\n\n%'],
    ['below links with brackets and signs in them', '[a [b](c)](d) `e` [f](<g>)\n%'],
    ['below a code span over lines', 'a `b\nc` d\n%'],
    ['below a backtick that nothing closes', 'a `b\n%'],
    ['below tags in a code span', 'a `<template>`\n%'],
    ['below a link and an image', '[a](b "c") ![d](e)\n%\n[f](g)'],
    ['below a definition', '[x]: y "z"\n%'],
    ['below a processing instruction', '<?\na\n?>\n%'],
    ['below CDATA', '<![CDATA[\na\n]]>\n%'],
    ['below a style', '<style>\n\na\n</style>\n%'],
    ['below a template', '<template>\n\na\n\n</template>\n\n%'],
    ['below what GitHub writes as text', 'the <title> and the <script> fail\n%\n</script>'],
    ['within what GitHub writes as text', 'a <script>\n\n%\n\n</script>'],
    ['within a title, which GitHub writes as text', '<title>\n\n%\n\n</title>'],
    ['within an element for where nothing is embedded', '<noembed>\n\n%\n\n</noembed>'],
    ['below an element that is only mentioned', 'We return Map<object>, and Vue compiles <template>.\n\n%'],
    ['above each of them', '%\n\n<template>\n\n<?\n[x]: y "'],
    ['above what hides text in its own paragraph', '%\n<img alt="\na\n">'],
  ])('%s', (_, text) => {
    expect(readCommands(text.replace('%', '/confirm')).value).toEqual([{ name: 'confirm' }]);
    expect(readReferences(text.replace('%', 'Closes #1'), 'acme/app').closing).toHaveLength(1);
  });

  it('where HTML stands around the keyword', () => {
    expect(readReferences('<p align="center">Closes #1</p>', 'acme/app').closing).toHaveLength(1);
    expect(readReferences('[Closes #1](b)', 'acme/app').closing).toHaveLength(1);
  });
});

describe('a random text', () => {
  it('T7: commands nothing and closes nothing where CommonMark and a browser would hide it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const commands = numbered(text, '/metric ');
        const commanded = shownOnGitHub(commonMark.render(commands));
        for (const command of readCommands(commands).value) {
          expect(commanded).toContain(`/metric ${command.name === 'metric' ? command.value : ''}`);
        }
        const keywords = numbered(text, 'Closes #');
        const closed = shownOnGitHub(commonMark.render(keywords));
        for (const { number } of readReferences(keywords, 'acme/app').closing) {
          expect(closed).toContain(`#${number}`);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
