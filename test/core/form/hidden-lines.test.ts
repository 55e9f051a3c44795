import { describe, expect, test } from 'vitest';
import { findHeadings } from '../../../src/core/form/find-headings.ts';
import { findHidden } from '../../../src/core/form/hidden-lines.ts';
import { prepareTemplate } from '../../../src/core/form/template.ts';
import { question } from './question.ts';

const template = prepareTemplate({ fields: [question('a'), question('b')] }, {});

function hiddenIn(body: string): readonly boolean[] {
  return findHidden(body, findHeadings(body, template));
}

describe('a heading is shown', () => {
  test.each([
    ['below nothing', ''],
    ['below text', 'Some text\n\n'],
    ['below two backticks', '``\n'],
    ['below two tildes', '~~\n'],
    ['below three dashes', '---\n'],
    ['below a fence that four spaces make code', '    ```\n'],
    ['below a fence after a tab', '\t```\n'],
    ['below a fence in a quote', '> ```\n'],
    ['below backticks in a line of text', 'a ```\n'],
    ['below code within a line', '```a```\n'],
    ['below backticks with a backtick at the end of the line', '``` a`\n'],
    ['below a closed fence', '```\na\n```\n'],
    ['below a closed fence of Windows line breaks', '```\r\na\r\n```\r\n'],
    ['below a closed fence of old line breaks', '```\ra\r```\r'],
    ['below a fence closed by a longer one', '```\na\n`````\n'],
    ['below a fence closed after three spaces', '```\na\n   ```\n'],
    ['below a fence closed with blanks behind', '~~~\na\n~~~ \t\n'],
    ['below two closed fences', '```\na\n```\n~~~\nb\n~~~\n'],
    ['below a comment on one line', '<!-- a -->\n'],
    ['below the shortest comments', '<!-->\n<!--->\n'],
    ['below a comment closed further down', '<!-- a\nb --> c\n'],
    ['below a comment closed by a line of its own', '<!--\n-->\n'],
    ['below a comment that four spaces make code', '    <!--\n'],
    ['below a comment within a line of text', 'a <!--\n'],
    ['below the beginning of a comment', '<!-\n'],
    ['below a fence inside a closed comment', '<!--\n```\n-->\n'],
    ['after three spaces', '   '],
    ['after three spaces, below text', 'Some text\n\n   '],
    ['after a zero-width character', '\u200b'],
  ])('%s', (_, above) => {
    expect(hiddenIn(`${above}### a\n\nAnswer`)).toEqual([false]);
  });
});

describe('a heading is hidden', () => {
  test.each([
    ['in a fence', '```\n'],
    ['in a fence of tildes', '~~~\n'],
    ['in a fence of four', '````\n'],
    ['in a fence after three spaces', '   ```\n'],
    ['in a fence with the name of a language', '```md\n'],
    ['in a fence with a backtick on a later line', '```md\na `b`\n'],
    ['in a fence of tildes with a backtick behind', '~~~ a`b\n'],
    ['in a fence of tildes with a tilde behind', '~~~ a~b\n'],
    ['in a fence with another kind of fence inside', '```\n~~~\n'],
    ['in a fence of four with three inside', '````\n```\n'],
    ['in a fence with text behind the marks that would close it', '```\n``` a\n'],
    ['in a fence with a non-breaking space behind the marks that would close it', '```\n```\u00a0\n'],
    ['in a fence with marks inside that four spaces make code', '```\n    ```\n'],
    ['in a fence with a comment inside', '```\n<!-- a -->\n'],
    ['in a second fence', '```\n```\n~~~\n'],
    ['in a fence of Windows line breaks', 'a\r\n```\r\n'],
    ['in a comment', '<!-- a\n'],
    ['in a comment after three spaces', '   <!--\n'],
    ['in a comment whose end is broken over two lines', '<!-- a --\n>\n'],
    ['in a comment with a closed fence inside', '<!--\n```\na\n```\n'],
    ['in a comment with a dash on a line', '<!--\n---\n'],
    ['in a quote', '> '],
    ['in a quote after a space', ' >'],
    ['in a quote in a quote', '>> '],
    ['after four spaces', '    '],
    ['after a tab', '\t'],
    ['after two spaces and a tab', '  \t'],
  ])('%s', (_, above) => {
    expect(hiddenIn(`${above}### a\n\nAnswer`)).toEqual([true]);
  });
});

test('a block goes on below the headings it hides, up to its end', () => {
  expect(hiddenIn('### a\n\n```\n### b\n### a\n\nx\n```\n### b')).toEqual([false, true, true, false]);
});
