import { describe, expect, it } from 'vitest';
import { type DiagnosisField, diagnosisFields, pressures } from '../../../src/core/diagnosis/answers.ts';
import { readPressure } from '../../../src/core/form/diagnosis-counts.ts';
import { diagnosisForm } from '../../../src/core/form/diagnosis-form.ts';
import {
  builtInDiagnosisForm as form,
  looksLikeDiagnosis,
  readDiagnosis,
} from '../../../src/core/form/read-diagnosis.ts';
import { clear, diagnosisBody, filedDiagnosis } from '../diagnosis/filed-diagnosis.ts';

const body = diagnosisBody(filedDiagnosis({ ...clear(5), 'onboarding-drop': 2, decision: 'To renew' }));
const written: readonly DiagnosisField[] = [...pressures, 'decision'];
const picked = diagnosisFields.filter((field) => !written.includes(field));

function labelOf(field: DiagnosisField): string {
  return diagnosisForm.fields.find(({ id }) => id === field)?.label ?? '';
}

/** `### Label` up to the next heading. */
function sectionOf(field: DiagnosisField): string {
  const start = body.indexOf(`### ${labelOf(field)}\n`);
  const end = body.indexOf('\n\n### ', start);
  return body.slice(start, end === -1 ? body.length : end);
}

function expectRefused(text: string, code: string, field: DiagnosisField) {
  const { value, problems } = readDiagnosis(text, form);
  expect(value).toBeNull();
  expect(problems).toContainEqual(
    expect.objectContaining({ code, field, fix: expect.stringContaining('Edit') }),
  );
}

describe('a diagnosis that is read for sure', () => {
  it('gives every answer', () => {
    const { value, problems } = readDiagnosis(body, form);
    expect(problems).toEqual([]);
    expect(value).toMatchObject({
      stage: 'in-use',
      'tickets-ask': 'mixed',
      'safe-to-ship': 'yes',
      decision: 'To renew',
    });
    expect(value?.degrees).toMatchObject({ 'onboarding-drop': 2, 'slower-plan': 0, trust: 1 });
  });

  it('reads every option of every question apart, whatever its line breaks', () => {
    for (const field of picked) {
      const { options } = diagnosisForm.fields.find(({ id }) => id === field) ?? { options: [] };
      const read = options.map((_, place) => {
        const text = diagnosisBody(filedDiagnosis({ [field]: place })).replaceAll('\n', '\r\n');
        return JSON.stringify(readDiagnosis(text, form).value);
      });
      expect(read).not.toContain('null');
      expect(new Set(read).size).toBe(options.length);
    }
  });

  it.each([
    ['stage', 'Users, customers, pilots or internal adoption'],
    ['revenue-path', 'upgrade, billing or expansion'],
    ['safe-to-ship', 'No, not safely'],
    ['stage', 'Users,customers,pilots or internal adoption'],
    ['safe-to-ship', 'No'],
    ['tickets-ask', '- How do I start?'],
    ['onboarding-drop', 'measured'],
    ['onboarding-drop', 'Not\u00a0seen'],
  ] as const)('reads %s written as %j', (field, answer) => {
    const text = body.replace(sectionOf(field), `### ${labelOf(field)}\n\n${answer}`);
    expect(readDiagnosis(text, form).problems).toEqual([]);
  });

  it.each(pressures)('takes an empty %s as vague', (field) => {
    const text = body.replace(sectionOf(field), `### ${labelOf(field)}\n\n_No response_`);
    expect(readDiagnosis(text, form)).toMatchObject({ value: { degrees: { [field]: 0 } }, problems: [] });
  });

  it('needs no decision', () => {
    const text = body.replace(sectionOf('decision'), `### ${labelOf('decision')}\n\n_No response_`);
    expect(readDiagnosis(text, form)).toMatchObject({ value: { decision: '' }, problems: [] });
  });
});

describe('a diagnosis with an answer missing, reworded or duplicated', () => {
  it.each(picked)('without an answer to %s is incomplete', (field) => {
    expectRefused(
      body.replace(sectionOf(field), `### ${labelOf(field)}\n\n_No response_`),
      'FORM_FIELD_MISSING',
      field,
    );
  });

  it.each(diagnosisFields)('without the heading of %s is incomplete', (field) => {
    expectRefused(body.replace(sectionOf(field), ''), 'FORM_FIELD_MISSING', field);
  });

  it.each(diagnosisFields)('with the heading of %s reworded is incomplete', (field) => {
    const text = body.replace(`### ${labelOf(field)}`, `### Our ${labelOf(field)}`);
    expectRefused(text, 'FORM_FIELD_MISSING', field);
  });

  it.each(picked)('with the answer to %s reworded is incomplete', (field) => {
    const text = body.replace(sectionOf(field), `### ${labelOf(field)}\n\nRather yes than no`);
    expectRefused(text, 'FORM_UNKNOWN_OPTION', field);
  });

  it.each(['No,\nnot safely', `No, not safely${' or'.repeat(400)}`])(
    'with %j for an option is incomplete',
    (answer) => {
      const text = body.replace(sectionOf('safe-to-ship'), `### ${labelOf('safe-to-ship')}\n\n${answer}`);
      expectRefused(text, 'FORM_UNKNOWN_OPTION', 'safe-to-ship');
    },
  );

  it.each([...picked, ...pressures])('with a second, different answer to %s is incomplete', (field) => {
    const { options } = diagnosisForm.fields.find(({ id }) => id === field) ?? { options: [] };
    const other = options.find((option) => !sectionOf(field).includes(option)) ?? 'Unsure';
    const section = sectionOf(field);
    expectRefused(
      body.replace(section, `${section}\n\n### ${labelOf(field)}\n\n${other}`),
      'FORM_AMBIGUOUS',
      field,
    );
  });

  it('with the whole form twice is ambiguous in all that differs', () => {
    const twice = `${body}\n\n${body.replaceAll('Not seen', 'Measured')}`;
    const { problems } = readDiagnosis(twice, form);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toContain('FORM_AMBIGUOUS slower-plan');
  });

  it('none of whose headings is there was bypassed', () => {
    const { value, problems } = readDiagnosis('What should we work on?', form);
    expect(value).toBeNull();
    expect(problems).toMatchObject([
      { code: 'FORM_BYPASSED', fix: expect.stringContaining('diagnosis form') },
    ]);
  });

  it('names several Problems at once, in the order of the form', () => {
    const text = body.replace(sectionOf('planning'), '').replace(sectionOf('stage'), '');
    expect(readDiagnosis(text, form).problems.map(({ field }) => field)).toEqual(['stage', 'planning']);
  });
});

describe('a pressure', () => {
  it.each([
    ['', 0],
    ['Yes', 0],
    ['two words', 0],
    ['— – … !', 0],
    ['https://example.com/12', 0],
    ['- two words', 0],
    ['three plain words', 1],
    ['38 % drop', 2],
    ['\u200b a \u2060 b \u200d', 0],
    ['three  \n plain\nwords', 1],
    ['4 of ten', 2],
    ['see https://example.com/a now', 2],
    ['told in #12 twice', 2],
    ['多数顾客停在导入', 1],
  ] as const)('%j is %d', (text, degree) => {
    expect(readPressure(text)).toBe(degree);
  });
});

describe('looksLikeDiagnosis', () => {
  it('is true of the form, and false of a candidate, a quote or a text', () => {
    expect(looksLikeDiagnosis(body, form)).toBe(true);
    expect(looksLikeDiagnosis(`See:\n\n${body.replaceAll(/^/gm, '> ')}`, form)).toBe(false);
    expect(looksLikeDiagnosis('### Constraint\n\nActivation', form)).toBe(false);
  });
});
