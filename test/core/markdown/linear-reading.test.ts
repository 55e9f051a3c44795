import { expect, test } from 'vitest';
import { readReferences } from '../../../src/core/closing-keywords.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';
import { leastMilliseconds } from '../../support/least-milliseconds.ts';

test.each([
  ['markers of lists', '- '.repeat(32_768)],
  ['marks of quotes', '>'.repeat(65_536)],
  ['lists below which lines are blank', `${'- '.repeat(16_384)}\n${'\n'.repeat(32_768)}`],
  ['quotes below which lines are blank', `${'> '.repeat(16_384)}\n${'>\n'.repeat(16_384)}`],
  ['tabs', '\t'.repeat(65_536)],
  ['lines of a tab', '\t\n'.repeat(32_768)],
  ['lists in quotes', '> - '.repeat(16_384)],
  ['rules that are none', `${'- '.repeat(32_767)}a`],
  ['fences that are none', `\`\`\`${'a'.repeat(65_000)}\``],
  ['fences that do not end', `\`\`\`\n${'```  a\n'.repeat(9_000)}`],
  ['openings of comments', '<!--'.repeat(16_384)],
  ['openings of comments within lines', `a ${'<!--\n'.repeat(13_000)}`],
  ['comments within lines', `a ${'<!--\n-->'.repeat(7_000)}`],
  ['instructions', '<?'.repeat(32_768)],
  ['instructions within lines', `a ${'<?\n'.repeat(21_000)}`],
  ['declarations within lines', `a ${'<!a\n'.repeat(16_000)}`],
  ['openings of CDATA', '<![CDATA['.repeat(7_000)],
  ['openings of CDATA within lines', `a ${'<![CDATA[\n'.repeat(6_000)}`],
  ['openings of tags', '<a '.repeat(21_000)],
  ['openings of tags within lines', `a ${'<a b="\n'.repeat(9_000)}`],
  ['openings of tags in each other’s quotes', `a ${'<a b="<a c=\'" d="e\' f="'.repeat(2_700)}`],
  ['attributes of a tag that does not end', `a <a${' b="c"'.repeat(10_000)}`],
  ['spaces in a tag that does not end', `a <a${' '.repeat(65_000)}`],
  ['attributes without a value', `a <a${' b = '.repeat(13_000)}`],
  ['a block of attributes that do not end', `<div ${'a="'.repeat(21_000)}`],
  ['elements that hide', '<template>'.repeat(6_500)],
  ['elements that hide, in blocks of their own', '<template>\n\n'.repeat(5_400)],
  ['elements of raw text', '<title>a</title >'.repeat(3_800)],
  ['definitions whose titles do not end', '[x]: "\n'.repeat(9_000)],
  ['definitions with titles that do not end', '[x]: y "\n'.repeat(7_000)],
  ['definitions with titles that do not end, in paragraphs', '[x]: y "\n\n'.repeat(6_500)],
  ['definitions', '[x]: y "z"\n'.repeat(5_900)],
  ['labels that do not end', `[${'\\]'.repeat(32_000)}`],
  ['brackets that open', '['.repeat(65_536)],
  ['brackets that close', ']'.repeat(65_536)],
  ['brackets in each other', `${'['.repeat(32_768)}${']'.repeat(32_768)}`],
  ['images in each other', `${'!['.repeat(16_000)}${'](a)'.repeat(8_000)}`],
  ['links with titles that do not end', '[a](b "'.repeat(9_300)],
  ['links with titles of every kind that do not end', '[a](b "[a](b \'[a](b ('.repeat(3_000)],
  ['links whose addresses do not end', '[a](b'.repeat(13_000)],
  ['links whose addresses nest', `[a]${'('.repeat(65_000)}`],
  ['addresses in angles that do not end', '[a](<b'.repeat(10_000)],
  ['labels of links', `${'[a]'.repeat(21_000)}`],
  ['marks of footnotes', '[^a]:\n'.repeat(10_000)],
  ['addresses that are no links', '<aa:'.repeat(16_000)],
  ['letters that are no address', `<${'a'.repeat(65_000)}`],
  ['names that are no address', '<a@a'.repeat(16_000)],
  ['escapes', '\\`'.repeat(32_768)],
  ['code spans of every length', Array.from({ length: 360 }, (_, length) => '`'.repeat(length)).join(' ')],
])('T12: reads sixty-four thousand characters in 50 ms: %s', (_, body) => {
  expect(readReferences(body, 'acme/app').closing).toEqual([]);
  expect(readCommands(body).value).toEqual([]);
  expect(leastMilliseconds(50, () => readReferences(body, 'acme/app'))).toBeLessThan(50);
  expect(leastMilliseconds(50, () => readCommands(body))).toBeLessThan(50);
});
