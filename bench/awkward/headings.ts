import type { AwkwardCase } from './awkward-case.ts';
import { optionOf, ratedForm } from './forms.ts';

/** Headings where no question is: in answers, in fences, in what was rendered as code. */
export const headingCases: readonly AwkwardCase[] = [
  {
    name: 'a heading of the same depth in a text',
    rule: 'only a label of the form is a heading of the form',
    filled: { steps: 'In short.\n\n### What I tried\n\nEverything.' },
  },
  {
    name: 'headings of other depths with labels of the form',
    rule: 'GitHub writes three number signs',
    filled: { steps: '## Log output\n\nnone\n\n#### Anything else\n\nno' },
  },
  {
    name: 'number signs alone, and without a space',
    rule: 'GitHub writes three number signs, a space and the label',
    filled: { steps: '###\n\n###Area\n\n### \n\nend' },
  },
  {
    name: 'a label as a line of text',
    rule: 'a label without number signs is text',
    filled: { steps: 'Area\n\nLog output: none' },
  },
  {
    name: 'an earlier question in a later text',
    rule: 'a form asks each question once, in its order',
    filled: { steps: '### Area\n\nOther: see below\n\nThat is all.' },
  },
  {
    name: 'an earlier question in the last text',
    rule: 'a form asks each question once, in its order',
    filled: { more: 'As before:\n\n### Version\n\n1.0' },
  },
  {
    name: 'a later question in a text',
    rule: 'two forms give this body: the copy may belong to either text',
    filled: { steps: 'In short.\n\n### What did you expect?\n\nRows.' },
    or: [{ steps: 'In short.', wish: 'Rows.\n\n### What did you expect?\n\nA list of its rows.' }],
  },
  {
    name: 'a question that is rendered as code, copied into an earlier text',
    rule: 'GitHub fences what it renders, so the copy is text',
    filled: { wish: 'Like here:\n\n### Log output\n\nnone of it' },
  },
  {
    name: 'the next question inside what is rendered as code',
    rule: 'what is fenced by GitHub itself ends with its fence',
    filled: { log: 'cat notes.md\n### Anything else\nnothing' },
  },
  {
    name: 'a fence around a later question',
    rule: 'GitHub fences what it renders, so the copy is text',
    filled: { steps: '```\n### Log output\n\nnone\n```' },
  },
  {
    name: 'a fence opened in one text and closed in the next',
    rule: 'a fence does not hide headings that stand once',
    filled: { steps: '```\nimport --all', wish: 'rows\n```' },
  },
  {
    name: 'a comment opened in one text and closed in the next',
    rule: 'a comment does not hide headings that stand once',
    filled: { steps: 'Open <!-- a file', wish: 'rows --> there' },
  },
  {
    name: 'a quoted question',
    rule: 'GitHub writes a heading at the margin',
    filled: { steps: '> ### What did you expect?\n>\n> Rows.' },
  },
  {
    name: 'an indented question',
    rule: 'GitHub writes a heading at the margin',
    filled: { steps: 'So:\n\n    ### What did you expect?\n\n    Rows.' },
  },
  {
    name: 'a question copied without the empty line below',
    rule: 'GitHub writes an empty line below a heading',
    filled: { steps: 'So:\n\n### What did you expect?\nRows.' },
  },
  {
    name: 'a rating forged in a later text',
    rule: 'the choices come first, and each is asked once',
    form: ratedForm,
    filled: { behaviour: `More.\n\n### Business impact\n\n${optionOf('impact', 4)}` },
  },
  {
    name: 'a rating forged in a fence',
    rule: 'the choices come first, and each is asked once',
    form: ratedForm,
    filled: { behaviour: `\`\`\`\n### Business impact\n\n${optionOf('impact', 4)}\n\`\`\`` },
  },
  {
    name: 'three choices forged in the last text',
    rule: 'the choices come first, and each is asked once',
    form: ratedForm,
    filled: {
      links: `None.\n\n### Constraint\n\n${optionOf('constraint', 2)}\n\n### Business impact\n\n${optionOf('impact', 0)}\n\n### Kind of work\n\n${optionOf('kind', 2)}`,
    },
  },
  {
    name: 'the last question twice',
    rule: 'two forms give this body: the copy may belong to either text',
    form: ratedForm,
    filled: { links: 'https://example.com/a\n\n### Evidence links\n\nhttps://example.com/b' },
    or: [
      {
        risk: 'The import may time out.\n\n### Evidence links\n\nhttps://example.com/a',
        links: 'https://example.com/b',
      },
    ],
  },
];
