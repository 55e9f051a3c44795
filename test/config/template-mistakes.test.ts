import { expect, it } from 'vitest';
import { readCandidateTemplate } from '../../src/config/read-template.ts';
import { renderTemplate } from '../../src/config/render-template.ts';
import { candidateForm } from '../../src/core/form/candidate-form.ts';
import { tellMistakes } from './tell-problems.ts';

const builtIn = renderTemplate(candidateForm);

type Change = readonly [from: string | RegExp, to: string];

/** Changes of the built-in form; a text is a form of its own. */
const mistakes: Readonly<Record<string, Change | string>> = {
  'No YAML': 'body: [',
  'A list': '- a',
  'A form without questions': 'name: x\nbody: []',
  'A question of no known type': 'body:\n  - type: slider\n    attributes: { label: x }',
  'Two questions without a label':
    'body:\n  - type: input\n    attributes: {}\n  - type: markdown\n    attributes: {}\n  - type: input\n    attributes: {}',
  'A label of nothing but space': 'body:\n  - type: input\n    attributes: { label: " " }',
  'An option that is a number': 'body:\n  - type: dropdown\n    attributes: { label: x, options: [1] }',
  'A form that asks nothing Chokepoint reads': 'body:\n  - type: input\n    attributes: { label: x }',
  'A question renamed by its id': ['id: metric', 'id: measure'],
  'An id given twice': ['id: metric', 'id: risk'],
  'A label given twice, but for space and number signs': [
    'label: Strategic timing',
    'label: Business  impact ##',
  ],
  'A long label given twice, on questions without ids': [
    /$/,
    `  - type: input\n    attributes: { label: ${'l'.repeat(101)} }\n`.repeat(2),
  ],
  'Boxes instead of a text': ['textarea\n    id: behaviour', 'checkboxes\n    id: behaviour'],
  'Several choices where one is read': ['Business impact\n', 'Business impact\n      multiple: true\n'],
  'A text where a choice is read': ['dropdown\n    id: impact', 'input\n    id: impact'],
  'An option with a comma': ['2 — a small effect for', '2 — a small effect, for'],
  'An option that lost its number': ['2 — a small effect', 'A small effect'],
  'An option that YAML reads as true': [/2 — a small effect.*/, 'Yes'],
  'An option of another name': ['- Activation — users', '- Start — users'],
  'An option offered twice': ['- New surface', '- Expansion'],
  'A question of the team with faulty options': [
    /$/,
    `  - type: dropdown\n    attributes: { label: Own, options: ["a, b", "${'o'.repeat(101)}", "${'o'.repeat(101)}", Off] }\n`,
  ],
};

it('says of each mistake in a form what was found, what was expected and what to do', async () => {
  const all = Object.entries(mistakes).map(([sentence, change]) => ({ sentence, text: changed(change) }));
  const page = tellMistakes('Mistakes in a candidate form', all, (text) => {
    const reading = readCandidateTemplate(text, 'candidate.yml');
    return reading.ok ? reading.value.problems : reading.problems;
  });
  await expect(page).toMatchFileSnapshot('golden/template-mistakes.md');
});

function changed(change: Change | string): string {
  return typeof change === 'string' ? change : builtIn.replace(change[0], change[1]);
}
