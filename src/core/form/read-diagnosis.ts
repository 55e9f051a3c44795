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
import { type FormReading, readForm } from './read-form.ts';
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
  const { answers, ambiguous: unclear } = readForm(body, template);
  const reading = { answers, ambiguous: [...unclear, ...repeatedHeadings(body, template)] };
  const isFound = (field: DiagnosisField) => answers.has(field) || reading.ambiguous.includes(field);
  if (!diagnosisFields.some(isFound)) return { value: null, problems: [bypassed(wayOut)] };
  const problems = diagnosisFields
    .map((field) => findProblem(reading, field, template))
    .filter((problem) => problem !== null);
  return { value: problems.length === 0 ? toAnswers(reading) : null, problems };
}

/**
 * Whether an issue without the label is a diagnosis all the same, because GitHub drops a form's labels that do not
 * exist yet: its body holds the headings of the stage and the seven symptoms.
 */
export function looksLikeDiagnosis(body: string, template: PreparedTemplate): boolean {
  return hasHeadings(body, template, ['stage', ...symptoms]);
}

function findProblem(
  { answers, ambiguous: unclear }: FormReading,
  field: DiagnosisField,
  template: PreparedTemplate,
): Problem | null {
  const label = labelOf(field, template);
  if (unclear.includes(field)) return ambiguous(field, label, wayOut);
  const answer = answers.get(field);
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

function toAnswers(reading: FormReading): DiagnosisAnswers | null {
  const stage = picked(reading, 'stage');
  const tickets = picked(reading, 'tickets-ask');
  const revenue = picked(reading, 'revenue-path');
  const retention = picked(reading, 'retention-point');
  const planning = picked(reading, 'planning-item');
  const safe = picked(reading, 'safe-to-ship');
  const degrees = degreesIn(reading);
  if (!stage || !tickets || !revenue || !retention || !planning || !safe || !degrees) return null;
  return {
    stage,
    'tickets-ask': tickets,
    'revenue-path': revenue,
    'retention-point': retention,
    'planning-item': planning,
    'safe-to-ship': safe,
    degrees,
    decision: reading.answers.get('decision') ?? '',
  };
}

function picked<Field extends ChoiceField>({ answers }: FormReading, field: Field): Choice<Field> | null {
  return readChoice[field](answers.get(field) ?? '');
}

type SomeDegrees = Readonly<Partial<Record<Sign, Degree>>>;

function degreesIn({ answers }: FormReading): DiagnosisAnswers['degrees'] | null {
  const degrees: Partial<Record<Sign, Degree>> = {};
  for (const sign of signs) {
    const answer = answers.get(sign) ?? '';
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
