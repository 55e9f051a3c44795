import type { AwkwardCase } from './awkward-case.ts';
import { optionOf, ratedForm } from './forms.ts';

/** Dropdowns, several choices, boxes, and what stands where nothing was chosen. */
export const choiceCases: readonly AwkwardCase[] = [
  { name: 'every question answered', rule: 'an answer is what stands below its heading' },
  {
    name: 'no question answered',
    rule: 'an empty field is written `_No response_`, boxes stay open',
    filled: { area: '', browsers: [], before: [], version: '', steps: '', wish: '', log: '', more: '' },
  },
  {
    name: 'two choices',
    rule: 'several choices are joined by `, `',
    filled: { browsers: ['Chrome', 'Firefox'] },
  },
  {
    name: 'two choices, one with a comma',
    rule: 'an option may hold a comma and is written as it is',
    filled: { browsers: ['Chrome', 'Safari, on a phone'] },
  },
  {
    name: 'one choice with a comma',
    rule: 'an option may hold a comma and is written as it is',
    filled: { area: 'Reports, charts and tables' },
  },
  {
    name: 'an option with a colon',
    rule: 'an option is written as it is',
    filled: { area: 'Other: see below' },
  },
  {
    name: 'an option of other scripts',
    rule: 'an option is written as it is',
    filled: { area: 'Größe — 大小' },
  },
  {
    name: 'every box ticked',
    rule: 'a ticked box is a line `- [X] label`, a label keeps its Markdown',
    filled: { before: ['I searched', 'I read [the guide](https://example.com)'] },
  },
  { name: 'no box ticked', rule: 'an open box is a line `- [ ] label`', filled: { before: [] } },
  {
    name: 'a box ticked afterwards',
    rule: 'ticking a box of the issue writes a small x',
    filled: { before: [] },
    edited: (body) => body.replace('- [ ] I searched', '- [x] I searched'),
    read: { before: ['I searched'] },
  },
  {
    name: 'a dropdown left as preset',
    rule: 'a preset option is sent as if it had been picked',
    form: ratedForm,
    filled: { kind: optionOf('kind', 0) },
  },
  {
    name: 'a dropdown left open between two that are not',
    rule: 'an empty field is written `_No response_`',
    form: ratedForm,
    filled: { evidence: '' },
  },
];
