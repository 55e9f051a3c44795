import {
  type Answers,
  type CandidateField,
  candidateFields,
  type Dimension,
  dimensionNames,
  dimensions,
} from '../candidate.ts';
import type { Problem, Reading } from '../problem.ts';
import { isBlank } from '../scoring/missing-answers.ts';
import { readConstraint, readKind, readRating } from './candidate-choices.ts';
import { candidateCounts } from './candidate-counts.ts';
import { candidateForm } from './candidate-form.ts';
import { ambiguous, bypassed, missing, unknownOption, type WayOut } from './form-problems.ts';
import { readForm } from './read-form.ts';
import { hasHeadings } from './shown-headings.ts';
import { type FormTemplate, type PreparedTemplate, prepareTemplate } from './template.ts';

const noAnswers: Answers = {
  constraint: null,
  ratings: { impact: null, evidence: null, confidence: null, timing: null },
  kind: null,
  behaviour: '',
  metric: '',
  risk: '',
  links: '',
};

const wayOut: WayOut = {
  form: 'candidate',
  answer: (field) => `Answer it in a comment: \`/answer ${field}: …\``,
  pick: (field) => `Pick an option in a comment: \`/answer ${field}: …\``,
  settle: (field) =>
    `Edit the issue so that the headings of the form stand only once (a copy can be quoted with ">"), or answer in a comment: \`/answer ${field}: …\``,
  file: 'File it again through "New issue" and the candidate form, or answer here by commands, one a line: `/answer constraint: …`, `/score 4 3 4 5`, `/answer behaviour: …`.',
};

/** Prepares a repository's own candidate form, or the built-in one, for `readCandidate`. */
export function prepareCandidateForm(template: FormTemplate): PreparedTemplate {
  return prepareTemplate(template, candidateCounts);
}

/** The built-in candidate form, prepared. */
export const builtInCandidateForm: PreparedTemplate = prepareCandidateForm(candidateForm);

/**
 * Reads what a candidate's body says; a template comes from `prepareCandidateForm`. Nothing missing is filled in.
 * Problems: FORM_BYPASSED alone when none of the form's headings is there; else for each field at most one of
 * FORM_AMBIGUOUS, FORM_UNKNOWN_OPTION, FORM_FIELD_MISSING, in the order of the form (docs/reading-forms.md).
 */
export function readCandidate(body: string, template: PreparedTemplate): Reading<Answers> {
  const reading = readForm(body, template);
  const isFound = (field: CandidateField) => reading.answers.has(field) || reading.ambiguous.includes(field);
  if (!candidateFields.some(isFound)) return { value: noAnswers, problems: [bypassed(wayOut)] };

  const answer = (field: CandidateField) => reading.answers.get(field) ?? '';
  const value: Answers = {
    constraint: readConstraint(answer('constraint')),
    ratings: {
      impact: readRating(answer('impact')),
      evidence: readRating(answer('evidence')),
      confidence: readRating(answer('confidence')),
      timing: readRating(answer('timing')),
    },
    kind: readKind(answer('kind')),
    behaviour: answer('behaviour'),
    metric: answer('metric'),
    risk: answer('risk'),
    links: answer('links'),
  };
  const problems: Problem[] = [];
  for (const field of candidateFields) {
    const problem = reading.ambiguous.includes(field)
      ? ambiguous(field, labelOf(field, template), wayOut)
      : findProblem(value, field, answer(field), template);
    if (problem !== null) problems.push(problem);
  }
  return { value, problems };
}

/** Of the Problems of `readCandidate`, the fields that the form gives in more than one way. */
export function ambiguousFields(problems: readonly Problem[]): readonly CandidateField[] {
  const named = problems.filter(({ code }) => code === 'FORM_AMBIGUOUS').map(({ field }) => field);
  return candidateFields.filter((field) => named.includes(field));
}

/**
 * Whether an issue without the label is a candidate all the same, because GitHub drops a form's labels that do not
 * exist yet: its body holds the headings of the constraint and the four ratings. A form that is only quoted or
 * shown as code does not count, unless the body begins with the form.
 */
export function looksLikeCandidate(body: string, template: PreparedTemplate): boolean {
  return hasHeadings(body, template, ['constraint', ...dimensions]);
}

/** What stands against `answer`, of which `answers` holds what could be read. */
function findProblem(
  answers: Answers,
  field: CandidateField,
  answer: string,
  template: PreparedTemplate,
): Problem | null {
  const value = isDimension(field) ? answers.ratings[field] : answers[field];
  if (isBlank(answer)) {
    return field === 'kind' || field === 'links' ? null : missing(field, labelOf(field, template), wayOut);
  }
  if (value !== null) return null;
  const options = template.fields.find(({ id }) => id === field)?.options ?? [];
  return unknownOption(field, labelOf(field, template), answer, options, wayOut);
}

function isDimension(field: CandidateField): field is Dimension {
  return Object.hasOwn(dimensionNames, field);
}

function labelOf(field: CandidateField, template: PreparedTemplate): string {
  const fields: readonly { id: string; label: string }[] = [...template.fields, ...candidateForm.fields];
  return fields.find(({ id }) => id === field)?.label ?? field;
}
