/** The forms of the awkward cases, and how they are usually filled in. */
import { stringify } from 'yaml';
import { readCandidateTemplate } from '../../src/config/read-template.ts';
import { candidateCounts } from '../../src/core/form/candidate-counts.ts';
import { candidateForm } from '../../src/core/form/candidate-form.ts';
import type { FormTemplate, WhatCounts } from '../../src/core/form/template.ts';
import type { FormAnswers } from '../../test/embedded-github/form-body.ts';
import { formText } from '../../test/support/filled-form.ts';

export interface AwkwardForm {
  readonly yaml: string;
  readonly template: FormTemplate;
  readonly counts: WhatCounts;
  readonly usual: FormAnswers;
  /** The language of the fence that GitHub writes around a text, by field. */
  readonly fences: Readonly<Record<string, string>>;
}

/** One question of every kind. */
const reportYaml = `name: Report
description: Something is wrong
body:
  - type: markdown
    attributes: { value: Thank you for telling us. }
  - type: dropdown
    id: area
    attributes: { label: Area, options: [Import, "Reports, charts and tables", "Other: see below", Größe — 大小] }
  - type: dropdown
    id: browsers
    attributes: { label: Which browsers?, multiple: true, options: [Chrome, Firefox, "Safari, on a phone"] }
  - type: checkboxes
    id: before
    attributes:
      label: Before you file
      options: [{ label: I searched }, { label: "I read [the guide](https://example.com)" }]
  - type: input
    id: version
    attributes: { label: Version }
  - type: textarea
    id: steps
    attributes: { label: Steps to reproduce }
  - type: textarea
    id: wish
    attributes: { label: What did you expect? }
  - type: textarea
    id: log
    attributes: { label: Log output, render: shell }
  - type: textarea
    id: more
    attributes: { label: Anything else }
`;

const isAnswered = (answer: string) => answer !== '';

export const reportForm: AwkwardForm = {
  yaml: reportYaml,
  template: templateOf(reportYaml),
  counts: { version: isAnswered, steps: isAnswered, wish: isAnswered, log: isAnswered, more: isAnswered },
  usual: {
    area: 'Import',
    browsers: ['Firefox'],
    before: ['I searched'],
    version: '2.4.1',
    steps: 'Open a file and wait.',
    wish: 'A list of its rows.',
    log: 'error: no rows',
    more: 'No hurry.',
  },
  fences: { log: 'shell' },
};

/** Chokepoint's own. */
export const ratedForm: AwkwardForm = {
  yaml: formText,
  template: candidateForm,
  counts: candidateCounts,
  usual: {
    constraint: optionOf('constraint', 0),
    impact: optionOf('impact', 3),
    evidence: optionOf('evidence', 2),
    confidence: optionOf('confidence', 3),
    timing: optionOf('timing', 4),
    kind: optionOf('kind', 0),
    behaviour: 'New users finish the setup.',
    metric: 'Share of sign-ups with a source on day one',
    risk: 'The import may time out.',
    links: 'https://example.com/funnel',
  },
  fences: {},
};

/** Two texts, the first under `label`. */
export function formUnder(label: string): AwkwardForm {
  const fields = [
    { type: 'textarea', id: 'first', attributes: { label } },
    { type: 'textarea', id: 'second', attributes: { label: 'Anything else' } },
  ];
  const yaml = stringify({ name: 'Two questions', description: 'Two texts', body: fields });
  return {
    yaml,
    template: templateOf(yaml),
    counts: { first: isAnswered, second: isAnswered },
    usual: { first: 'Open a file and wait.', second: 'No hurry.' },
    fences: {},
  };
}

/** The text of an option of the candidate form, counted from 0. */
export function optionOf(id: string, position: number): string {
  const option = candidateForm.fields.find((field) => field.id === id)?.options[position];
  if (option === undefined) throw new Error(`The candidate form has no option ${position} of ${id}`);
  return option;
}

/** Any form can be read as a team's own; that it lacks the ids of a candidate is told beside it. */
function templateOf(yaml: string): FormTemplate {
  const read = readCandidateTemplate(yaml, 'report.yml');
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join(' '));
  return read.value.value;
}
