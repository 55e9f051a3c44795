/** Which awkward cases each reader gets right. */
import { type FormAnswers, renderFormBody } from '../../test/embedded-github/form-body.ts';
import type { AwkwardCase } from './awkward-case.ts';
import { choiceCases } from './choices.ts';
import { editCases } from './edits.ts';
import { type AwkwardForm, reportForm } from './forms.ts';
import { headingCases } from './headings.ts';
import { labelCases } from './labels.ts';
import { type AwkwardReader, awkwardReaders, type Given, type ReadBody } from './readers.ts';
import { textCases } from './texts.ts';

export interface Judged {
  readonly reader: string;
  readonly cases: number;
  /** Cases it reads otherwise than they were filled in, with what it says instead. */
  readonly wrong: readonly { readonly awkward: AwkwardCase; readonly said: string }[];
}

const awkwardCases = [...choiceCases, ...labelCases, ...textCases, ...headingCases, ...editCases];

export async function judgeReaders(): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const reader of awkwardReaders) {
    const wrong: { awkward: AwkwardCase; said: string }[] = [];
    for (const awkward of awkwardCases) {
      const said = await findFault(awkward, reader);
      if (said !== null) wrong.push({ awkward, said });
    }
    judged.push({ reader: reader.name, cases: awkwardCases.length, wrong });
  }
  return judged;
}

/**
 * `null`: read as it was filled in. Where several forms give the same body, each of them is right, and so is saying
 * that there are several; anywhere else that is wrong.
 */
async function findFault(awkward: AwkwardCase, reader: AwkwardReader): Promise<string | null> {
  const form = awkward.form ?? reportForm;
  const filled = { ...form.usual, ...awkward.filled };
  const written = renderFormBody(form.yaml, filled);
  const body = awkward.edited?.(written) ?? written;
  if (awkward.edited !== undefined && body === written)
    throw new Error(`Nothing is edited in: ${awkward.name}`);
  const possible = [
    { ...filled, ...awkward.read },
    ...(awkward.or ?? []).map((or) => ({ ...form.usual, ...or })),
  ];
  let read: ReadBody;
  try {
    read = await reader.read(body, form);
  } catch (error) {
    return `fails: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`;
  }
  if (read.isAmbiguous) return possible.length > 1 ? null : 'says that several forms can have been written';
  const faults = possible.map((answers) => differingField(form, answers, read));
  return faults.includes(null) ? null : (faults[0] ?? null);
}

function differingField(form: AwkwardForm, answers: FormAnswers, read: ReadBody): string | null {
  for (const { id, type } of form.template.fields) {
    const given = read.answers.get(id) ?? null;
    const expected = answers[id] ?? '';
    const isSame =
      type === 'checkboxes'
        ? sameBoxes(given, listOf(expected))
        : Array.isArray(given)
          ? sameList(given, listOf(expected))
          : letters(given) === letters(fenced(listOf(expected).join(', '), form.fences[id]));
    if (!isSame) return `${id} is ${JSON.stringify(given)?.slice(0, 100)}`;
  }
  return null;
}

function listOf(answer: string | readonly string[]): readonly string[] {
  if (typeof answer !== 'string') return answer;
  return answer === '' ? [] : [answer];
}

function fenced(text: string, language: string | undefined): string {
  return language === undefined || text === '' ? text : `\`\`\`${language}\n${text}\n\`\`\``;
}

function sameBoxes(given: Given, expected: readonly string[]): boolean {
  const text = typeof given === 'string' ? given : '';
  const isList = given !== null && typeof given === 'object' && 'selected' in given;
  const ticked = [...text.matchAll(/^[-*] \[[xX]\] (.*)$/gm)].map(([, label = '']) => label);
  const isHeld = isList || /^[-*] \[[ xX]\] /m.test(text);
  return isHeld && sameList(isList ? given.selected : ticked, expected);
}

function sameList(given: readonly string[], expected: readonly string[]): boolean {
  return (
    given.length === expected.length && given.every((one, at) => letters(one) === letters(expected[at] ?? ''))
  );
}

/** Without white space and the marks of Markdown: a reader that writes the Markdown anew is not blamed for it. */
function letters(given: Given): string {
  return typeof given === 'string' ? given.replace(/[\s\\*_`~>#|+[\]()<:-]/g, '') : '';
}
