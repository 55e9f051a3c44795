import { normaliseHeading, normaliseText } from './normalise-text.ts';

export type FieldType = 'dropdown' | 'input' | 'textarea' | 'checkboxes';

/** One question of an issue form, as its template states it. */
export interface FormField {
  /** Empty when the template gives none: such a field bounds its neighbours' answers and is not read itself. */
  readonly id: string;
  readonly type: FieldType;
  /** The heading GitHub writes above the answer. */
  readonly label: string;
  readonly description: string;
  /** The choices of a dropdown or the lines of checkboxes; else none. */
  readonly options: readonly string[];
  /** Whether several options may be chosen; GitHub joins them by `, `. */
  readonly multiple: boolean;
  readonly required: boolean;
  /** The option chosen unless the filer changes it, counted from 0. */
  readonly preset: number | null;
}

/** An issue form: the questions in the order GitHub writes them. */
export interface FormTemplate {
  readonly fields: readonly FormField[];
}

/**
 * What counts of one field's answer, as a value that can be compared: the choice, whether it is empty, whether
 * it holds a link. It is given the trimmed answer, `''` when there is none; `null` says "not an answer".
 * For texts it must only ever become more when lines are added around the answer.
 */
export type Counting = (answer: string) => string | number | boolean | null;

/** What counts, by field id. Fields that are not named are read but never make a reading ambiguous. */
export type WhatCounts = Readonly<Record<string, Counting>>;

export interface PreparedField {
  readonly id: string;
  readonly label: string;
  /** Whether its answer is chosen from `options`. */
  readonly chosen: boolean;
  readonly options: readonly string[];
  /** Whether GitHub can only have written one line as its answer. */
  readonly oneLine: boolean;
  /** Whether one line, trimmed and not empty, can be its answer. */
  readonly allows: (line: string) => boolean;
  readonly counts: Counting | null;
}

/** A template made ready once to read any number of bodies. */
export interface PreparedTemplate {
  readonly fields: readonly PreparedField[];
  /** Position of the field under its normalised label. */
  readonly byLabel: ReadonlyMap<string, number>;
  /** No heading longer than this can be one of the labels, whatever normalising takes away. */
  readonly longestHeading: number;
}

/** Prepares `template` for reading; of two fields with the same label only the first can be found in a body. */
export function prepareTemplate(template: FormTemplate, whatCounts: WhatCounts): PreparedTemplate {
  const byLabel = new Map<string, number>();
  const fields = template.fields.map((field, position) => {
    const label = normaliseHeading(field.label);
    if (label !== '' && !byLabel.has(label)) byLabel.set(label, position);
    return prepareField(field, Object.hasOwn(whatCounts, field.id) ? (whatCounts[field.id] ?? null) : null);
  });
  const longest = Math.max(0, ...template.fields.map(({ label }) => label.length));
  // Normalising shortens a text to a quarter at most; the rest is room for invisible characters.
  return { fields, byLabel, longestHeading: 4 * longest + 100 };
}

function prepareField(field: FormField, counts: Counting | null): PreparedField {
  const { id, label, options, multiple } = field;
  const known = new Set(options.map(normaliseText));
  const isChoice = (line: string) =>
    counts === null
      ? isKnown(known, line, multiple)
      : counts(line) !== null || isKnown(known, line, multiple);
  return {
    id,
    label: label.trim(),
    options,
    chosen: field.type === 'dropdown',
    oneLine: field.type === 'dropdown' || field.type === 'input',
    allows: field.type === 'dropdown' ? isChoice : () => true,
    counts,
  };
}

function isKnown(known: ReadonlySet<string>, line: string, multiple: boolean): boolean {
  const text = normaliseText(line);
  return known.has(text) || (multiple && text.split(', ').every((part) => known.has(part)));
}
