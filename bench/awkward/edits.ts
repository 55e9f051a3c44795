import type { AwkwardCase } from './awkward-case.ts';

const replace = (from: string, to: string) => (body: string) => body.replace(from, () => to);

/** Bodies that somebody, or another version of the form, changed after GitHub wrote them. */
export const editCases: readonly AwkwardCase[] = [
  {
    name: 'line ends of Windows',
    rule: "an edit in the browser sends CRLF, and GitHub's API gives them back",
    filled: { steps: 'Open.\nWait.' },
    edited: (body) => body.replaceAll('\n', '\r\n'),
  },
  {
    name: 'line ends of Windows, nothing answered',
    rule: 'an edit in the browser sends CRLF',
    filled: { area: '', browsers: [], version: '', steps: '', wish: '', more: '' },
    edited: (body) => body.replaceAll('\n', '\r\n'),
  },
  {
    name: 'spaces at the ends of lines',
    rule: 'white space at the end of a line is not shown',
    edited: (body) => body.replaceAll('\n', '  \n'),
  },
  {
    name: 'a heading with more spaces and closing number signs',
    rule: 'Markdown shows the same heading',
    edited: replace('### Area', '###   Area ###'),
  },
  {
    name: 'a heading with a tab',
    rule: 'Markdown shows the same heading',
    edited: replace('### Area', '###\tArea'),
  },
  {
    name: 'a heading with a space that does not break',
    rule: 'nobody sees a difference',
    edited: replace('### Log output', '### Log\u00a0output'),
  },
  {
    name: 'a heading with an invisible character',
    rule: 'nobody sees a difference',
    edited: replace('### Log output', '### Log\u200b output'),
  },
  {
    name: 'no empty line below a heading',
    rule: 'Markdown shows the same',
    edited: replace('### Area\n\n', '### Area\n'),
  },
  {
    name: 'three empty lines below a heading',
    rule: 'Markdown shows the same',
    edited: replace('### Area\n\n', '### Area\n\n\n\n'),
  },
  {
    name: 'no empty line above a heading',
    rule: 'Markdown shows the same',
    edited: replace('\n\n### What', '\n### What'),
  },
  {
    name: 'words above the first heading',
    rule: 'what stands above the first heading answers nothing',
    edited: (body) => `Filed for a customer.\n\n${body}`,
  },
  {
    name: 'an answer deleted, its heading kept',
    rule: 'a heading without text is a question without answer',
    edited: replace('### What did you expect?\n\nA list of its rows.', '### What did you expect?'),
    read: { wish: '' },
  },
  {
    name: 'a question deleted with its heading',
    rule: 'a question that is not there has no answer',
    edited: replace('### What did you expect?\n\nA list of its rows.\n\n', ''),
    read: { wish: '' },
  },
  {
    name: 'a question the form no longer has, below a choice',
    rule: 'a dropdown is answered by one of its options',
    edited: replace('### Which browsers?', '### How urgent?\n\nVery\n\n### Which browsers?'),
  },
  {
    name: 'two sections in the other order',
    rule: 'each heading names its question',
    edited: (body) => {
      const [, wish = '', log = ''] = /(### What[^#]*)(### Log[^#]*)/.exec(body) ?? [];
      return body.replace(wish + log, () => log + wish);
    },
  },
];
