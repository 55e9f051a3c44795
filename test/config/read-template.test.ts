import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCandidateTemplate, readDiagnosisTemplate } from '../../src/config/read-template.ts';
import { renderTemplate } from '../../src/config/render-template.ts';
import { diagnosisFields } from '../../src/core/diagnosis/answers.ts';
import { candidateForm } from '../../src/core/form/candidate-form.ts';
import { diagnosisForm } from '../../src/core/form/diagnosis-form.ts';

const builtIn = renderTemplate(candidateForm);

function problemsOf(yaml: string) {
  const read = readCandidateTemplate(yaml, 'candidate.yml');
  return read.ok ? read.value.problems : read.problems;
}

describe('the built-in candidate form', () => {
  test('is the file .github/ISSUE_TEMPLATE/candidate.yml, to the byte', () => {
    const file = new URL('../../.github/ISSUE_TEMPLATE/candidate.yml', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(builtIn);
  });

  test('is read back as it was rendered, without a Problem', () => {
    const read = readCandidateTemplate(builtIn, 'candidate.yml');
    expect(read).toEqual({ ok: true, value: { value: { fields: candidateForm.fields }, problems: [] } });
  });

  test('offers no option with a comma or a word YAML reads as true or false', () => {
    const options = candidateForm.fields.flatMap((field) => field.options);
    expect(options.filter((option) => /,|^(y|yes|n|no|on|off|true|false|none)$/i.test(option))).toEqual([]);
  });
});

describe('renderTemplate', () => {
  test('renders any form so that it is read back as it was', () => {
    const label = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.uniqueArray(label, { minLength: 1, maxLength: 6 }), label, (labels, description) => {
        const fields = labels.map((text, position) => ({
          id: `field-${position}`,
          type: position % 2 === 0 ? ('dropdown' as const) : ('checkboxes' as const),
          label: text,
          description,
          options: labels,
          multiple: position % 4 === 0,
          required: false,
          preset: position === 0 ? 0 : null,
        }));
        const read = readCandidateTemplate(renderTemplate({ ...candidateForm, fields }), 'form.yml');
        expect(read.ok && read.value.value.fields).toEqual(fields);
      }),
      { numRuns: 200 },
    );
  });
});

describe('readCandidateTemplate', () => {
  test('keeps fields the team added', () => {
    const read = readCandidateTemplate(
      `${builtIn}  - type: input\n    attributes:\n      label: Account\n  - type: upload\n    id: files\n    attributes: { label: Files }\n  - type: checkboxes\n    attributes: { label: Sure?, options: [{ label: "Yes, I am" }] }\n`,
      'candidate.yml',
    );
    const plain = { description: '', options: [], multiple: false, required: false, preset: null };
    expect(read).toMatchObject({ ok: true, value: { problems: [] } });
    expect(read.ok && read.value.value.fields.slice(-3)).toEqual([
      { ...plain, id: '', label: 'Account', type: 'input' },
      { ...plain, id: 'files', label: 'Files', type: 'textarea' },
      { ...plain, id: '', label: 'Sure?', type: 'checkboxes', options: ['Yes, I am'] },
    ]);
  });

  test.each([
    ['FORM_TEMPLATE_FIELD_MISSING', 'metric', (text: string) => text.replace('id: metric', 'id: measure')],
    [
      'FORM_TEMPLATE_DUPLICATE',
      'timing',
      (text: string) => text.replace('label: Strategic timing', 'label: Business  impact ##'),
    ],
    [
      'FORM_TEMPLATE_TYPE',
      'behaviour',
      (text: string) => text.replace('textarea\n    id: behaviour', 'checkboxes\n    id: behaviour'),
    ],
    [
      'FORM_TEMPLATE_TYPE',
      'impact',
      (text: string) => text.replace('Business impact\n', 'Business impact\n      multiple: true\n'),
    ],
    [
      'FORM_TEMPLATE_OPTION',
      'impact',
      (text: string) => text.replace('2 — a small effect for', '2 — a small effect, for'),
    ],
    [
      'FORM_TEMPLATE_OPTION',
      'impact',
      (text: string) => text.replace('2 — a small effect', 'A small effect'),
    ],
    ['FORM_TEMPLATE_OPTION', 'impact', (text: string) => text.replace(/2 — a small effect.*/, 'yes')],
    [
      'FORM_TEMPLATE_OPTION',
      'constraint',
      (text: string) => text.replace('- Activation — users', '- Start — users'),
    ],
    ['FORM_TEMPLATE_OPTION', 'kind', (text: string) => text.replace('- New surface', '- Expansion')],
  ])('says %s of %s, with its line, and still reads the form', (code, field, change) => {
    const read = readCandidateTemplate(change(builtIn), 'candidate.yml');
    expect(read).toMatchObject({ ok: true });
    expect(problemsOf(change(builtIn))).toMatchObject([
      { code, field, fix: expect.any(String), at: { file: 'candidate.yml', line: expect.any(Number) } },
    ]);
  });

  test('places a Problem on the option that is wrong', () => {
    const [problem] = problemsOf(builtIn.replace('2 — a small effect', 'A small effect'));
    const line = builtIn.slice(0, builtIn.indexOf('2 — a small effect')).split('\n').length;
    expect(problem?.at).toMatchObject({ line, column: 11 });
  });

  test('tells an id given twice', () => {
    const codes = problemsOf(builtIn.replace('id: metric', 'id: risk')).map(
      ({ code, field }) => `${code} ${field}`,
    );
    expect(codes).toEqual(['FORM_TEMPLATE_FIELD_MISSING metric', 'FORM_TEMPLATE_DUPLICATE risk']);
  });

  test.each([
    ['an empty file', ''],
    ['a list', '- a\n'],
    ['a form without questions', 'name: x\nbody: []\n'],
    ['a question of no known type', 'body:\n  - type: slider\n    attributes: { label: x }\n'],
    ['a question without a label', 'body:\n  - type: input\n    attributes: {}\n'],
    ['an option that is a number', 'body:\n  - type: dropdown\n    attributes: { label: x, options: [1] }\n'],
  ])('refuses %s as FORM_TEMPLATE_INVALID', (_, yaml) => {
    const read = readCandidateTemplate(yaml, 'candidate.yml');
    expect(read).toMatchObject({
      ok: false,
      problems: [{ code: 'FORM_TEMPLATE_INVALID', at: { line: expect.any(Number) } }],
    });
  });

  test('T14: keys of a prototype are plain data', () => {
    expect(problemsOf(`${builtIn}__proto__: { body: 1 }\nconstructor: 2\n`)).toEqual([]);
  });
});

describe('the built-in diagnosis form', () => {
  const rendered = renderTemplate(diagnosisForm);

  test('is the file .github/ISSUE_TEMPLATE/diagnosis.yml, to the byte', () => {
    const file = new URL('../../.github/ISSUE_TEMPLATE/diagnosis.yml', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(rendered);
  });

  test('is read back as it was rendered, without a Problem', () => {
    const read = readDiagnosisTemplate(rendered, 'diagnosis.yml');
    expect(read).toEqual({ ok: true, value: { value: { fields: diagnosisForm.fields }, problems: [] } });
  });

  test('asks what is picked first, each preset to its first option, then what is written', () => {
    expect(diagnosisForm.fields.map(({ id }) => id)).toEqual(diagnosisFields);
    const types = diagnosisForm.fields.map(({ type, preset }) => `${type} ${preset}`);
    expect(types).toEqual([...Array(17).fill('dropdown 0'), ...Array(6).fill('textarea null')]);
  });

  test('offers no option with a comma or a word YAML reads as true or false', () => {
    const options = diagnosisForm.fields.flatMap((field) => field.options);
    expect(options.filter((option) => /,|^(y|yes|n|no|on|off|true|false|none)$/i.test(option))).toEqual([]);
  });

  test.each([
    ['FORM_TEMPLATE_OPTION', (yaml: string) => yaml.replace('- Anecdotal', '- Heard of')],
    ['FORM_TEMPLATE_FIELD_MISSING', (yaml: string) => yaml.replace('id: trust', 'id: faith')],
    [
      'FORM_TEMPLATE_TYPE',
      (yaml: string) => yaml.replace('textarea\n    id: trust', 'dropdown\n    id: trust'),
    ],
  ])('is told %s of a copy that cannot be read', (code, change) => {
    const read = readDiagnosisTemplate(change(rendered), 'diagnosis.yml');
    expect(read.ok && read.value.problems.map((problem) => problem.code)).toContain(code);
  });
});
