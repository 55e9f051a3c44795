import { normaliseHeading, normaliseText } from '../core/form/normalise-text.ts';
import type { FormField, FormTemplate, WhatCounts } from '../core/form/template.ts';
import type { Place, Problem } from '../core/problem.ts';

/** Where a part of a field stands in its file; field -1 is the whole form. */
export type FieldPlace = (field: number, ...path: readonly PropertyKey[]) => Place;

/** What YAML as GitHub reads it takes for true or false. */
const booleanWords = new Set(['y', 'yes', 'n', 'no', 'on', 'off', 'true', 'false']);

/** Everything in `fields` that would make answers to the form unreadable, compared with the form it replaces. */
export function checkTemplate(
  fields: readonly FormField[],
  builtIn: FormTemplate,
  whatCounts: WhatCounts,
  placeOf: FieldPlace,
): readonly Problem[] {
  return [
    ...missingFields(fields, builtIn, placeOf),
    ...duplicates(fields, 'id', ({ id }) => id, placeOf),
    ...duplicates(fields, 'label', ({ label }) => normaliseHeading(label), placeOf),
    ...fields.flatMap((field, position) => {
      const original = builtIn.fields.find(({ id }) => id === field.id);
      const found = original === undefined ? [] : wrongTypes(field, original, position, placeOf);
      return [...found, ...wrongOptions(field, original, whatCounts, position, placeOf)];
    }),
  ];
}

function missingFields(
  fields: readonly FormField[],
  builtIn: FormTemplate,
  placeOf: FieldPlace,
): readonly Problem[] {
  return builtIn.fields
    .filter(({ id }) => !fields.some((field) => field.id === id))
    .map(({ id, label }) => ({
      code: 'FORM_TEMPLATE_FIELD_MISSING',
      message: `The form does not ask for \`${id}\` ("${label}").`,
      expected: `a question with \`id: ${id}\``,
      fix: `Add it, or give the question that stands for it \`id: ${id}\`; its label is free.`,
      field: id,
      at: placeOf(-1),
    }));
}

function duplicates(
  fields: readonly FormField[],
  part: 'id' | 'label',
  partOf: (field: FormField) => string,
  placeOf: FieldPlace,
): readonly Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const [position, field] of fields.entries()) {
    const value = partOf(field);
    if (value !== '' && seen.has(value)) {
      problems.push({
        code: 'FORM_TEMPLATE_DUPLICATE',
        message: `Two questions have the ${part} "${value.slice(0, 100)}".`,
        found: value.slice(0, 100),
        fix: `Change one of them: answers are told apart by their ${part}s.`,
        ...(field.id === '' ? {} : { field: field.id }),
        at: part === 'id' ? placeOf(position, 'id') : placeOf(position, 'attributes', 'label'),
      });
    }
    seen.add(value);
  }
  return problems;
}

function wrongTypes(
  field: FormField,
  original: FormField,
  position: number,
  placeOf: FieldPlace,
): readonly Problem[] {
  const isText = ({ type }: FormField) => type === 'input' || type === 'textarea';
  const fits = field.type === original.type || (isText(field) && isText(original));
  // No question of the built-in forms takes several choices.
  if (fits && !field.multiple) return [];
  return [
    {
      code: 'FORM_TEMPLATE_TYPE',
      message: `The question \`${field.id}\` is of another kind than Chokepoint reads.`,
      found: field.multiple ? `${field.type}, several choices` : field.type,
      expected: original.type,
      fix: fits ? 'Remove `multiple: true`.' : `Write \`type: ${original.type}\`.`,
      field: field.id,
      at: fits ? placeOf(position, 'attributes', 'multiple') : placeOf(position, 'type'),
    },
  ];
}

function wrongOptions(
  field: FormField,
  original: FormField | undefined,
  whatCounts: WhatCounts,
  position: number,
  placeOf: FieldPlace,
): readonly Problem[] {
  if (field.type !== 'dropdown') return [];
  const counts = Object.hasOwn(whatCounts, field.id) ? whatCounts[field.id] : undefined;
  const seen = new Set<string>();
  return field.options.flatMap((option, index) => {
    const twice = seen.has(normaliseText(option));
    seen.add(normaliseText(option));
    const known = counts?.(option) === null ? original?.options : undefined;
    const fault = twice ? twiceOffered : optionFault(option, known);
    if (fault === null) return [];
    return {
      code: 'FORM_TEMPLATE_OPTION',
      ...fault,
      found: option.slice(0, 100),
      ...(field.id === '' ? {} : { field: field.id }),
      at: placeOf(position, 'attributes', 'options', index),
    };
  });
}

interface OptionFault {
  readonly message: string;
  readonly expected?: string;
  readonly fix: string;
}

const twiceOffered: OptionFault = { message: 'An option is offered twice.', fix: 'Remove one of the two.' };

/** `known` are the options that could be told apart, where this one cannot. */
function optionFault(option: string, known: readonly string[] | undefined): OptionFault | null {
  if (option.includes(',')) {
    return {
      message: 'An option holds a comma.',
      expected: 'an option without a comma: GitHub writes several choices as a list with commas',
      fix: 'Reword it, for example with "or".',
    };
  }
  if (booleanWords.has(option.toLowerCase())) {
    return {
      message: 'An option is a word that YAML reads as true or false.',
      expected: 'a text',
      fix: 'Say more than the one word.',
    };
  }
  if (known === undefined) return null;
  return {
    message: 'An option cannot be told apart from what the built-in form offers.',
    expected: `a text that begins as one of: ${known.join(' · ')}`,
    fix: 'Keep its beginning (the number, or the name before the dash) and reword the rest. An option without either keeps its whole text.',
  };
}
