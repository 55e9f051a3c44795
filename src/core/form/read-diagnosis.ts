import {
  type Choice,
  type ChoiceField,
  type Degree,
  type DiagnosisAnswers,
  type DiagnosisField,
  diagnosisFields,
  type Pressure,
  pressures,
  type Sign,
  signs,
  symptoms,
} from '../diagnosis/answers.ts';
import type { Problem, Reading } from '../problem.ts';
import { diagnosisCounts, readChoice, readDegree, readPressure } from './diagnosis-counts.ts';
import { diagnosisForm } from './diagnosis-form.ts';
import { ambiguous, bypassed, missing, unknownOption, type WayOut } from './form-problems.ts';
import { readForm } from './read-form.ts';
import { hasHeadings, repeatedHeadings } from './shown-headings.ts';
import { type FormTemplate, type PreparedTemplate, prepareTemplate } from './template.ts';

const wayOut: WayOut = {
  form: 'diagnosis',
  answer: () => 'Edit the issue: put the heading back as the form has it, with its answer below.',
  pick: () => 'Edit the issue: write one of the options below the heading.',
  settle: () =>
    'Edit the issue so that the headings of the form stand only once; a copy can be quoted with ">".',
  file: 'File it again through "New issue" and the diagnosis form.',
};

/** Prepares a repository's own diagnosis form, or the built-in one, for `readDiagnosis`. */
export function prepareDiagnosisForm(template: FormTemplate): PreparedTemplate {
  return prepareTemplate(template, diagnosisCounts);
}

/** The built-in diagnosis form, prepared. */
export const builtInDiagnosisForm: PreparedTemplate = prepareDiagnosisForm(diagnosisForm);

/**
 * Reads what a diagnosis says; a template comes from `prepareDiagnosisForm`. `null` where any of it cannot be told
 * for sure: every pick has to be one of its options, every heading has to stand there once, even where both copies
 * would come to the same. A pressure left empty is an answer: it is vague. Problems: FORM_BYPASSED alone when no
 * heading is there; else for each field at most one of FORM_AMBIGUOUS, FORM_UNKNOWN_OPTION, FORM_FIELD_MISSING, in the
 * order of the form (docs/diagnosis.md).
 */
export function readDiagnosis(body: string, template: PreparedTemplate): Reading<DiagnosisAnswers | null> {
  const reading = readForm(body, template);
  const unclear = new Set([...reading.ambiguous, ...repeatedHeadings(body, template)]);
  const answers = new Map([...reading.answers].filter(([field]) => !unclear.has(field)));
  const isFound = (field: DiagnosisField) => answers.has(field) || unclear.has(field);
  if (!diagnosisFields.some(isFound)) return { value: null, problems: [bypassed(wayOut)] };
  const problems = diagnosisFields
    .map((field) =>
      unclear.has(field)
        ? ambiguous(field, labelOf(field, template), wayOut)
        : findProblem(field, answers.get(field), template),
    )
    .filter((problem) => problem !== null);
  return { value: toAnswers(answers), problems };
}

/**
 * Whether an issue without the label is a diagnosis all the same, because GitHub drops a form's labels that do not
 * exist yet: its body holds the headings of the stage and the seven symptoms.
 */
export function looksLikeDiagnosis(body: string, template: PreparedTemplate): boolean {
  return hasHeadings(body, template, ['stage', ...symptoms]);
}

/** What stands against `answer`, `undefined` where its heading is missing. */
function findProblem(
  field: DiagnosisField,
  answer: string | undefined,
  template: PreparedTemplate,
): Problem | null {
  const label = labelOf(field, template);
  if (answer === undefined) return missing(field, label, wayOut);
  if (isWritten(field)) return null;
  if (answer === '') return missing(field, label, wayOut);
  if (diagnosisCounts[field]?.(answer) !== null) return null;
  const options = template.fields.find(({ id }) => id === field)?.options ?? [];
  return unknownOption(field, label, answer, options, wayOut);
}

function isWritten(field: DiagnosisField): field is Pressure | 'decision' {
  return field === 'decision' || pressures.some((pressure) => pressure === field);
}

type Given = ReadonlyMap<string, string>;

/** `null` where any of them is not among those that are clear. */
function toAnswers(answers: Given): DiagnosisAnswers | null {
  const stage = picked(answers, 'stage');
  const tickets = picked(answers, 'tickets-ask');
  const revenue = picked(answers, 'revenue-path');
  const retention = picked(answers, 'retention-point');
  const planning = picked(answers, 'planning-item');
  const safe = picked(answers, 'safe-to-ship');
  const degrees = degreesIn(answers);
  const decision = answers.get('decision');
  if (!stage || !tickets || !revenue || !retention || !planning || !safe || !degrees) return null;
  if (decision === undefined) return null;
  return {
    stage,
    'tickets-ask': tickets,
    'revenue-path': revenue,
    'retention-point': retention,
    'planning-item': planning,
    'safe-to-ship': safe,
    degrees,
    decision,
  };
}

function picked<Field extends ChoiceField>(answers: Given, field: Field): Choice<Field> | null {
  return readChoice[field](answers.get(field) ?? '');
}

type SomeDegrees = Readonly<Partial<Record<Sign, Degree>>>;

function degreesIn(answers: Given): DiagnosisAnswers['degrees'] | null {
  const degrees: Partial<Record<Sign, Degree>> = {};
  for (const sign of signs) {
    const answer = answers.get(sign);
    if (answer === undefined) return null;
    const degree = isWritten(sign) ? readPressure(answer) : readDegree(answer);
    if (degree !== null) degrees[sign] = degree;
  }
  return isWhole(degrees) ? degrees : null;
}

function isWhole(degrees: SomeDegrees): degrees is DiagnosisAnswers['degrees'] {
  return signs.every((sign) => degrees[sign] !== undefined);
}

function labelOf(field: DiagnosisField, template: PreparedTemplate): string {
  const fields: readonly { id: string; label: string }[] = [...template.fields, ...diagnosisForm.fields];
  return fields.find(({ id }) => id === field)?.label ?? field;
}
