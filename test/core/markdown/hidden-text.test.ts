import { describe, expect, it } from 'vitest';
import { withoutHiddenText } from '../../../src/core/markdown/hidden-text.ts';

describe('what GitHub shows of a text', () => {
  it.each([
    ['text, line by line', 'a\n\nb\n', 'a\n\nb\n'],
    ['no line of a fence', 'a\n```\nb\n```\nc', 'a\n\n\n\nc'],
    ['no line of a fence with a language', '``` js\nb\n```\nc', '\n\n\nc'],
    ['no line of a fence with a line separator behind its run', '``` a\u2028b\nc\n```\nd', '\n\n\nd'],
    ['no line of a fence that a longer run closes, with space around', '```\nb\n  `````  \nc', '\n\n\nc'],
    ['no line of a fence that a shorter run does not close', '````\n```\nb', '\n\n'],
    ['no line of a fence that another sign does not close', '~~~\n```\nb\n~~~\nc', '\n\n\n\nc'],
    ['no line of a fence that a run with text does not close', '```\n``` b\nc', '\n\n'],
    ['no line of a fence nobody closes', 'a\n~~~\nb\n\nc', 'a\n\n\n\n'],
    ['no line of a fence that two runs do not close', '```\n``` ```\nc', '\n\n'],
    ['two runs of backticks in a line, as a span', '```a``` b', '  b'],
    ['a tilde fence whose language holds a backtick as a fence', '~~~ a`b\nc\n~~~\nd', '\n\n\nd'],
    ['text behind which a run stands', 'x ```\nb', 'x ```\nb'],
    ['a fence in a quote, up to the end of the quote', '> ```\n> b\nc', '\n\nc'],
    ['a fence in a quote, closed in it', '> ```\n> b\n> ```\n> c', '\n\n\n> c'],
    ['a fence in a list item, up to a line further left', '- ```\n  b\nc', '\n\nc'],
    ['a fence in a list item, over a blank line', '1. ```\n\n   b\n   ```\nc', '\n\n\n\nc'],
    ['a fence in a list item, and text as far in behind it', '- ```\n  b\n  ```\n  c', '\n\n\n  c'],
    ['a fence that opens as another is left', '- ```\n  b\n~~~\nc', '\n\n\n'],
    ['a fence that is not in a list item, over lines further left', '  ```\nb\n```\nc', '\n\n\nc'],
  ])('is %s', (_, text, shown) => {
    expect(linesOf(withoutHiddenText(text))).toEqual(linesOf(shown));
  });

  it.each([
    ['that begins a line, over blank lines', '<!-- a\n\nb --> c\nd', '\n\n  c\nd'],
    ['three spaces in', '   <!-- a\nb\n-->c', '\n\n    c'],
    ['on one line', 'a <!-- b --> c', 'a   c'],
    ['on one line, from its beginning', '<!-- b --> c', '  c'],
    ['two on one line', 'a<!-- b -->c<!--d-->e', 'a c e'],
    ['within a paragraph', 'a <!-- b\nc --> d', 'a   d'],
    ['but not where the paragraph ends first', 'a <!-- b\n\nc --> d', 'a <!-- b\n\nc --> d'],
    ['but not where nobody closes it within a line', 'a <!-- b', 'a <!-- b'],
    ['nobody closes that begins a line', 'a\n<!-- b\nc', 'a\n\n'],
    ['that is empty', 'a <!----> c', 'a   c'],
    ['which is not closed by its own dashes', 'a <!--> b --> c', 'a   c'],
    ['that holds a code span', 'a <!-- `b --> c` d', 'a   c` d'],
    ['that holds two runs, before a span', 'a <!-- `` ` --> `b` c', 'a     c'],
  ])('is nothing of a comment %s', (_, text, shown) => {
    expect(linesOf(withoutHiddenText(text))).toEqual(linesOf(shown));
  });

  it.each([
    ['of one mark', 'a `b` c', 'a   c'],
    ['of two marks that holds one', 'a ``b ` c`` d', 'a   d'],
    ['over two lines', 'a `b\nc` d', 'a   d'],
    ['but not over a blank line', 'a `b\n\nc` d', 'a `b\n\nc` d'],
    ['but not with a run of another length', 'a ``b` c', 'a ``b` c'],
    ['after a run that opens nothing', 'a `` b `c` d', 'a `` b   d'],
    ['that holds a comment', 'a `<!-- b` c --> d', 'a   c --> d'],
    ['that holds a comment, before another', 'a `<!--` b <!-- c --> d', 'a   b   d'],
    ['two of them', '`a` b `c` d', '  b   d'],
    ['next to a comment', '`a`<!-- b -->c', '  c'],
    ['right behind a comment', '<!-- a -->`b` c', '   c'],
  ])('is nothing of a code span %s', (_, text, shown) => {
    expect(linesOf(withoutHiddenText(text))).toEqual(linesOf(shown));
  });

  it('is the same over lines that end as on Windows', () => {
    expect(linesOf(withoutHiddenText('a `b\r\n\r\nc` d'))).toEqual(['a `b', 'c` d']);
    expect(linesOf(withoutHiddenText('```\r\nb\r\n\r\nc\r\n```\r\nd\re'))).toEqual(['d', 'e']);
    expect(linesOf(withoutHiddenText('<!-- a\r\n\r\nb --> c\r\n'))).toEqual(['  c']);
  });
});

/** Blank lines are not kept as they are. */
function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
