import type { AwkwardCase } from './awkward-case.ts';
import { formUnder } from './forms.ts';

const labels: readonly (readonly [name: string, label: string])[] = [
  ['a label with a colon', 'Version: which one?'],
  ['a label with an emoji', '💡 What did you expect?'],
  ['a label with bold words', 'Steps to **reproduce**'],
  ['a label with code', 'Output of `import --all`'],
  ['a label with a link', 'Before you file, read [the guide](https://example.com)'],
  ['a label with number signs', 'Which issue (#12 or ###)?'],
  ['a label that begins with a number', '1. What happened?'],
  ['a label with underscores and stars', 'Value of MY_OWN_NAME * 2'],
  ['a label with an ampersand and marks of HTML', 'Import & export of <file>'],
  ['a label of another script', '何が起きましたか'],
  ['a label that is a sentence in quotes', '"It does not work": what does not?'],
];

/** Labels are the team's own words; GitHub writes them as they are. */
export const labelCases: readonly AwkwardCase[] = labels.map(([name, label]) => ({
  name,
  rule: 'a label is written as the form has it',
  form: formUnder(label),
}));
