import { describe, expect, it } from 'vitest';
import { readCommentLines } from '../../../src/core/commands/comment-lines.ts';
import { readCommands } from '../../../src/core/commands/read-commands.ts';

/** How each line is shown, by its first letter. */
function shownOf(body: string): string {
  return readCommentLines(body)
    .map(({ shown }) => shown.charAt(0))
    .join('');
}

describe('the lines of a comment', () => {
  it('are as they were written, each with how it is shown', () => {
    expect(readCommentLines('a\r\n> b\r```\nc\n~~~\n```\n<!-- d')).toEqual([
      { text: 'a', shown: 'text' },
      { text: '> b', shown: 'quote' },
      { text: '```', shown: 'code' },
      { text: 'c', shown: 'code' },
      { text: '~~~', shown: 'code' },
      { text: '```', shown: 'code' },
      { text: '<!-- d', shown: 'nothing' },
    ]);
  });

  it.each([
    ['a quote, up to three spaces in', '   > a\n    > b', 'qt'],
    ['a fence, up to three spaces in', '   ```\na\n   ```\nb', 'ccct'],
    ['no fence, four spaces in', '    ```\na', 'tt'],
    ['no fence of two marks', '``\na', 'tt'],
    ['no fence after text', 'x ```\na', 'tt'],
    ['no fence with a mark in its language', '``` a`b\nc', 'tt'],
    ['a tilde fence with a mark in its language', '~~~ a`b\nc', 'cc'],
    ['a fence closed by a longer run', '```\na\n`````\nb', 'ccct'],
    ['a fence not closed by a shorter run', '````\na\n```\nb', 'cccc'],
    ['a fence not closed by the other sign', '~~~\n```\na', 'ccc'],
    ['a fence closed by a run with space around it', '```\n   ```  \na', 'cct'],
    ['a fence not closed four spaces in', '```\n    ```\na', 'ccc'],
    ['a fence of a list item, closed three spaces further in', '- ```\n  a\n     ```\n  b', 'ccct'],
    ['a fence of a list item, not closed four spaces further in', '- ```\n  a\n      ```\n  b', 'cccc'],
    ['a fence of a list item, left by a line further left', '- ```\n  a\nb', 'cct'],
    ['a fence of a list item, not left by a blank line', '1) ```\n\n   a\n   ```\nb', 'cccct'],
    ['a fence of a list item, not left by a line of tabs', '* ```\n\t\n  a', 'ccc'],
    ['no fence in a list item five spaces on', '-     ```\na', 'tt'],
    ['a fence that opens where another item’s ended', '- ```\n~~~\na', 'ccc'],
  ])('are %s', (_, body, shown) => {
    expect(shownOf(body)).toBe(shown);
  });

  it.each([
    ['from its first line on', '<!-- a\nb\n--> c\nd', 'nnnt'],
    ['three spaces in', '   <!-- a -->\nb', 'nt'],
    ['not four spaces in', '    <!-- a -->\nb', 'tt'],
    ['which ends and begins again on a line', '<!-- a --> <!-- b\nc\n-->\nd', 'nnnt'],
    ['which ends on the line after another begins', '<!-- a\n--> <!-- b\nc --> d\ne', 'nnnt'],
    ['within a paragraph that ends it', 'a <!-- b\nc\nd --> e\nf', 'tnnt'],
    ['which ends on the next line', 'a <!-- b\n-->\nc', 'tnt'],
    ['but not where the paragraph ends first', 'a <!-- b\nc\n\n-->', 'tttt'],
    ['but not where nothing follows', 'a <!-- b\nc', 'tt'],
    ['but not in a code span', 'a `<!--` b\nc -->', 'tt'],
    ['but not in a code span of two marks', 'a ``<!--`` b\nc -->', 'tt'],
    ['after a code span that is closed', 'a `b` <!-- c\nd -->\ne', 'tnt'],
    ['after a code span that is closed, before another mark', 'a `b` <!-- `c\nd -->\ne', 'tnt'],
    ['after a mark that opens no code span', 'a ` <!-- c\nd -->\ne', 'tnt'],
    ['but not where one only ends', 'a\nb -->\nc', 'ttt'],
    ['but not in a fence', '```\n<!-- a\nb -->\n```\nc', 'cccct'],
    ['but not over a fence', 'a <!-- b\n```\nc -->\n```\nd', 'tccct'],
    ['once more in the same paragraph', 'a <!-- b\nc -->\nd <!-- e\nf -->\ng', 'tntnt'],
    ['but not where it ends on its own line', 'a <!-- b --> c\nd -->', 'tt'],
  ])('are hidden in an HTML comment %s', (_, body, shown) => {
    expect(shownOf(body)).toBe(shown);
  });
});

it('a comment is found wherever in its paragraph it begins', () => {
  expect(readCommands(`${'a\n'.repeat(8)}b <!--\n/help\n-->`).value).toEqual([]);
});

it('a command between two backticks of a paragraph counts', () => {
  expect(readCommands('a `b\n/help\nc`').value).toHaveLength(1);
});
