import {
  type Choice,
  type ChoiceField,
  choices,
  type Degree,
  fits,
  pressures,
  symptoms,
} from '../diagnosis/answers.ts';
import { degreeOptions, diagnosisForm } from './diagnosis-form.ts';
import { hasLink } from './has-link.ts';
import { normaliseLine } from './normalise-text.ts';
import type { Counting, WhatCounts } from './template.ts';

const degrees = [0, 1, 2] as const;
const readSign = readerOf(degreeOptions, degrees);

/** The degree a sign's answer says: not seen, anecdotal or measured. */
export function readDegree(answer: string): Degree | null {
  return readSign(answer);
}

/** Writing without spaces between words: each character counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

const clearFromWords = 3;

/** Not a bullet, a dash or dots alone; `%` is read as a word. */
const saysSomething = /[^\p{P}\p{C}\p{Z}]|[%‰&]/u;

/**
 * How clear a pressure is: fewer than three words are vague (0), an answer is clear (1), one with a digit or a link
 * is measured (2).
 */
export function readPressure(answer: string): Degree {
  const words = answer.replaceAll(unspaced, ' $& ').split(/\s/);
  if (words.filter((word) => saysSomething.test(word)).length < clearFromWords) return 0;
  return /\p{Nd}/u.test(answer) || hasLink(answer) ? 2 : 1;
}

/** The value of a choice that an answer names; `null` when it is none of the options. */
export const readChoice: { readonly [Field in ChoiceField]: (answer: string) => Choice<Field> | null } = {
  stage: choiceReader('stage', choices.stage),
  'tickets-ask': choiceReader('tickets-ask', choices['tickets-ask']),
  'revenue-path': choiceReader('revenue-path', choices['revenue-path']),
  'retention-point': choiceReader('retention-point', choices['retention-point']),
  'planning-item': choiceReader('planning-item', choices['planning-item']),
  'safe-to-ship': choiceReader('safe-to-ship', choices['safe-to-ship']),
};

/** What counts of a diagnosis: every pick, how clear each pressure is, and whether a decision is named. */
export const diagnosisCounts: WhatCounts = {
  ...readChoice,
  ...Object.fromEntries([...symptoms, ...fits].map((sign): [string, Counting] => [sign, readDegree])),
  ...Object.fromEntries(pressures.map((pressure): [string, Counting] => [pressure, readPressure])),
  decision: (answer) => answer !== '',
};

function choiceReader<Value extends string>(field: ChoiceField, values: readonly Value[]) {
  return readerOf(diagnosisForm.fields.find(({ id }) => id === field)?.options ?? [], values);
}

/** Reads the whole option, or what stands in it before the dash; the options stand in the order of `values`. */
function readerOf<Value>(
  options: readonly string[],
  values: readonly Value[],
): (answer: string) => Value | null {
  const byText = new Map<string, Value>();
  for (const [position, value] of values.entries()) {
    const option = options[position] ?? '';
    byText.set(keyOf(option), value);
    byText.set(keyOf(option.replace(/ — .*/, '')), value);
  }
  return (answer) => {
    const line = normaliseLine(answer);
    return line === null ? null : (byText.get(keyOf(line)) ?? null);
  };
}

/** Commas, dashes and the word "or" make no difference: a list may be worded either way. */
function keyOf(option: string): string {
  return option
    .toLowerCase()
    .replaceAll(/[,—–-]|\bor\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
