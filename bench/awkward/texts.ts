import type { AwkwardCase } from './awkward-case.ts';

const text = (name: string, steps: string, rule = 'a text is written as it was typed'): AwkwardCase => ({
  name,
  rule,
  filled: { steps },
});

/** What people type into texts, none of it a heading of the form. */
export const textCases: readonly AwkwardCase[] = [
  text('several paragraphs and a list', 'First this:\n\n- open\n- wait\n\nThen nothing.'),
  text('a list alone', '1. open\n2. wait\n3. look'),
  text('boxes in a text', 'Done so far:\n\n- [x] restarted\n- [ ] asked'),
  text('a table', '| file | rows |\n|---|---|\n| a.csv | 3 |'),
  text('a quote', '> It worked before.\n\nNot now.'),
  text('code by indentation', 'Run:\n\n    import --all\n\nand wait.'),
  text('a fence', '```sh\nimport --all\n```'),
  text(
    'a fence that stays open',
    '```sh\nimport --all',
    'a fence left open does not end the form: its headings follow',
  ),
  text('a fence with a comment of its shell', '```sh\n### Install\nimport --all\n```'),
  text('a comment', 'Open a file.\n\n<!-- I know no more -->\n\nWait.'),
  text('a comment that stays open', 'Open a file. <!-- I know', 'a comment left open does not end the form'),
  text('HTML that folds', '<details>\n<summary>How</summary>\n\nOpen a file.\n\n</details>'),
  text('a picture', 'See ![what I saw](https://example.com/a.png) there'),
  text('addresses and people', 'See <https://example.com/a_b_c>, #12 and @ana'),
  text('a reference that is not shown', 'As in [the guide][1].\n\n[1]: https://example.com/guide'),
  text('a footnote', 'As said[^1].\n\n[^1]: In March.'),
  text('back slashes and underscores', 'C:\\new_folder\\_tmp\\__init__.py'),
  text('stars and tildes', '2 * 3 * 4 is not ~24~'),
  text(
    'a line below a line',
    'Open a file\n---\nWait',
    'a text is written as it was typed, also where it makes a heading',
  ),
  text('a rule across', 'Open a file.\n\n---\n\nWait.'),
  text('breaks by two spaces', 'Open a file.  \nWait.  \nLook.'),
  text('one line of 20,000 characters', 'word '.repeat(4_000).trim()),
  text('emoji and accents', 'Ça ne marche pas 😞, e\u0301tonnant 👩‍👩‍👧'),
  text('from right to left', 'הקובץ לא נפתח, ואז שום דבר'),
  text('Chinese without a space', '打开文件后什么也没有发生。'),
  text('spaces that do not break', 'Open\u00a0the\u00a0file and wait'),
  text('a date', '2026-11-02'),
  text('a number sign and a number', '#12 again, and 3 # 4'),
  text('a lone number', '0'),
  text(
    'a hidden answer',
    '_No response_ from support since Monday',
    'only an answer that is nothing but `_No response_` is none',
  ),
  text(
    'the words without their marks',
    'No response',
    'only an answer that is nothing but `_No response_` is none',
  ),
  text('the word None', 'None', 'only an answer that is nothing but `_No response_` is none'),
  {
    name: 'no response, typed',
    rule: 'the letters are the same as of an empty field, so it is none',
    filled: { steps: '_No response_' },
    read: { steps: '' },
  },
];
