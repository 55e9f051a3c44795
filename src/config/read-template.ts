import { z } from 'zod';
import { candidateCounts } from '../core/form/candidate-counts.ts';
import { candidateForm } from '../core/form/candidate-form.ts';
import { diagnosisCounts } from '../core/form/diagnosis-counts.ts';
import { diagnosisForm } from '../core/form/diagnosis-form.ts';
import type { FormField, FormTemplate, WhatCounts } from '../core/form/template.ts';
import { fail, type Problem, type Reading, type Result, succeed } from '../core/problem.ts';
import { readYaml, type YamlData } from './read-yaml.ts';
import { checkTemplate } from './template-rules.ts';

const text = z.string().trim().min(1);
const option = z.union([text, z.looseObject({ label: text }).transform(({ label }) => label)]);

const element = z.looseObject({
  type: z.enum(['markdown', 'dropdown', 'input', 'textarea', 'checkboxes', 'upload']),
  id: text.optional(),
  attributes: z.looseObject({
    label: text.optional(),
    description: z.string().nullish(),
    options: z.array(option).min(1).optional(),
    multiple: z.boolean().optional(),
    default: z.int().min(0).optional(),
  }),
  validations: z.looseObject({ required: z.boolean().optional() }).nullish(),
});

/** As far as Chokepoint reads an issue form; what else GitHub knows is left alone. */
const shape = z.looseObject({ body: z.array(element).min(1) });

type Element = z.infer<typeof element>;

interface Question extends Pick<Element, 'id' | 'attributes' | 'validations'> {
  readonly type: Exclude<Element['type'], 'markdown'>;
}

/**
 * Reads a repository's own issue form, the YAML `text` of `file`. Its labels and descriptions are its own; `builtIn`
 * is the form it replaces, whose ids it must keep, and `whatCounts` of its answers must be readable. Fails only when
 * no form can be read from it (the Problems of `readYaml`, FORM_TEMPLATE_INVALID); whatever else is wrong is told
 * beside a template that can be used: FORM_TEMPLATE_FIELD_MISSING, FORM_TEMPLATE_TYPE, FORM_TEMPLATE_DUPLICATE,
 * FORM_TEMPLATE_OPTION (docs/reading-forms.md).
 */
function readTemplate(
  yaml: string,
  file: string,
  builtIn: FormTemplate,
  whatCounts: WhatCounts,
): Result<Reading<FormTemplate>> {
  const read = readYaml(yaml, file);
  if (!read.ok) return read;
  const parsed = shape.safeParse(read.value.data);
  if (!parsed.success) return fail(...parsed.error.issues.map((fault) => toProblem(fault, read.value)));
  const asked = parsed.data.body.flatMap(({ type, ...element }, position) =>
    type === 'markdown' ? [] : [{ ...element, type, position }],
  );
  const unlabelled = asked.filter(({ attributes }) => attributes.label === undefined);
  if (unlabelled.length > 0)
    return fail(...unlabelled.map(({ position }) => labelMissing(position, read.value)));
  const fields = asked.map(toField);
  const placeOf = (field: number, ...path: readonly PropertyKey[]) =>
    read.value.placeOf(field < 0 ? ['body'] : ['body', asked[field]?.position ?? 0, ...path]);
  return succeed({ value: { fields }, problems: checkTemplate(fields, builtIn, whatCounts, placeOf) });
}

/** `readTemplate` for a repository's own candidate form. */
export function readCandidateTemplate(yaml: string, file: string): Result<Reading<FormTemplate>> {
  return readTemplate(yaml, file, candidateForm, candidateCounts);
}

/** `readTemplate` for a repository's own diagnosis form. */
export function readDiagnosisTemplate(yaml: string, file: string): Result<Reading<FormTemplate>> {
  return readTemplate(yaml, file, diagnosisForm, diagnosisCounts);
}

function toField({ id, type, attributes, validations }: Question): FormField {
  return {
    id: id ?? '',
    // Uploads are written as text: Markdown links to the files.
    type: type === 'upload' ? 'textarea' : type,
    label: attributes.label ?? '',
    description: attributes.description ?? '',
    options: attributes.options ?? [],
    multiple: attributes.multiple ?? false,
    required: validations?.required ?? false,
    preset: attributes.default ?? null,
  };
}

function toProblem(fault: z.core.$ZodIssue, yaml: YamlData): Problem {
  const where = fault.path.length === 0 ? 'the file' : `\`${fault.path.join('.')}\``;
  return {
    code: 'FORM_TEMPLATE_INVALID',
    message: `This is not an issue form that can be read: ${where}: ${fault.message}.`,
    expected: 'an issue form: `name`, `description` and a `body` with a list of questions',
    fix: 'Correct it, or take the built-in form with `chokepoint init`.',
    at: yaml.placeOf(fault.path),
  };
}

function labelMissing(position: number, yaml: YamlData): Problem {
  return {
    code: 'FORM_TEMPLATE_INVALID',
    message: `The question \`body.${position}\` has no label.`,
    expected: '`attributes.label`',
    fix: 'Give it a label: GitHub writes it as the heading above the answer.',
    at: yaml.placeOf(['body', position, 'attributes']),
  };
}
