import { describe, expect, test } from 'vitest';
import { type CandidateField, candidateFields } from '../../../src/core/candidate.ts';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import {
  ambiguousFields,
  builtInCandidateForm as form,
  looksLikeCandidate,
  prepareCandidateForm,
  readCandidate,
} from '../../../src/core/form/read-candidate.ts';
import { missingAnswers } from '../../../src/core/scoring/missing-answers.ts';
import { renderBody } from './hostile-candidates.ts';

const typed = candidateForm.fields.map(({ options }) => options[1] ?? 'Some text');
const body = renderBody(candidateForm.fields, typed);
const { value: answers } = readCandidate(body, form);

/** The form filled in, but for one field that is answered by `text`. */
function bodyWith(field: CandidateField, text: string): string {
  const answers = typed.map((given, index) => (candidateForm.fields[index]?.id === field ? text : given));
  return renderBody(candidateForm.fields, answers);
}

describe('readCandidate', () => {
  test.each([
    ['impact', '4', { ratings: { ...answers.ratings, impact: 4 } }],
    ['timing', '5 — the next stage cannot start without it', { ratings: { ...answers.ratings, timing: 5 } }],
    ['constraint', 'Reliability', { constraint: 'reliability' }],
    ['kind', 'run the business', { kind: 'run-the-business' }],
    ['metric', '  Paid seats ', { metric: 'Paid seats' }],
    ['links', '_No response_', { links: '' }],
    ['links', '<!-- later -->', { links: '<!-- later -->' }],
  ] as const)('takes for %s the answer %j', (field, text, change) => {
    expect(readCandidate(bodyWith(field, text), form)).toEqual({
      value: { ...answers, ...change },
      problems: [],
    });
  });

  test.each([
    ['impact', 'high', 'FORM_UNKNOWN_OPTION'],
    ['constraint', 'speed', 'FORM_UNKNOWN_OPTION'],
    ['kind', 'chore', 'FORM_UNKNOWN_OPTION'],
    ['risk', ' ', 'FORM_FIELD_MISSING'],
    ['evidence', '<!-- later -->', 'FORM_FIELD_MISSING'],
    ['evidence', '', 'FORM_FIELD_MISSING'],
  ] as const)('leaves %s unanswered by %j and says %s', (field, text, code) => {
    const { value, problems } = readCandidate(bodyWith(field, text), form);
    expect(problems).toMatchObject([{ code, field, fix: expect.stringContaining(`/answer ${field}: …`) }]);
    expect(field === 'impact' || field === 'evidence' ? value.ratings[field] : value[field]).toBeFalsy();
  });

  test('says of a question that is answered by nothing but a comment that it is not answered', () => {
    const { value, problems } = readCandidate(bodyWith('risk', '<!-- later -->'), form);
    expect(problems).toMatchObject([{ code: 'FORM_FIELD_MISSING', field: 'risk' }]);
    expect(missingAnswers(value, [])).toEqual(['risk']);
  });

  test('says which options there are', () => {
    expect(readCandidate(bodyWith('timing', 'soon'), form).problems[0]).toMatchObject({
      found: 'soon',
      expected: expect.stringContaining('3 — helps the current stage'),
    });
  });

  test('names a missing question by its label, in the order of the form', () => {
    const { problems } = readCandidate('### Constraint\n\nActivation', form);
    expect(problems.map(({ field }) => field)).toEqual(
      candidateFields.filter((id) => id !== 'constraint' && id !== 'kind' && id !== 'links'),
    );
    expect(problems[0]?.message).toContain('Business impact');
  });

  test('names the heading that is ambiguous', () => {
    const { problems } = readCandidate(`${body}\n\n${body.replaceAll('2 — ', '5 — ')}`, form);
    expect(problems.map(({ code, field }) => `${code} ${field}`)).toEqual(
      ['impact', 'evidence', 'confidence', 'timing'].map((field) => `FORM_AMBIGUOUS ${field}`),
    );
    expect(problems[0]?.message).toContain('### Business impact');
  });

  test('a form without any of the fixed questions is bypassed by every body', () => {
    const own = prepareCandidateForm({ fields: [] });
    expect(readCandidate(body, own).problems.map(({ code }) => code)).toEqual(['FORM_BYPASSED']);
  });

  test('names from the prototype of an object are no questions', () => {
    const [first] = candidateForm.fields;
    const odd = prepareCandidateForm({
      fields: first === undefined ? [] : [{ ...first, id: 'constructor', label: '__proto__' }],
    });
    expect(readCandidate('### __proto__\n\nx', odd).problems.map(({ code }) => code)).toEqual([
      'FORM_BYPASSED',
    ]);
  });
});

describe('looksLikeCandidate', () => {
  test('is true for a body with the headings of the constraint and the four ratings', () => {
    expect(looksLikeCandidate(body, form)).toBe(true);
    expect(looksLikeCandidate(renderBody(candidateForm.fields.slice(0, 5), []), form)).toBe(true);
  });

  test('is false when one of them is missing', () => {
    expect(looksLikeCandidate(body.replace('### Strategic timing', '### Timing'), form)).toBe(false);
    expect(looksLikeCandidate('', form)).toBe(false);
  });

  test('is false when the form is only quoted or shown as code', () => {
    expect(looksLikeCandidate(`See:\n\n${body.replaceAll(/^/gm, '> ')}`, form)).toBe(false);
    expect(looksLikeCandidate(`See:\n\n\`\`\`\n${body}\n\`\`\`\n`, form)).toBe(false);
  });
});

test('the fields that a form gives in more than one way are named in the order of the form, and no others', () => {
  const problem = (code: string, field: string) => ({ code, message: '', fix: '', field });
  const problems = [
    problem('FORM_AMBIGUOUS', 'risk'),
    problem('FORM_FIELD_MISSING', 'metric'),
    problem('FORM_AMBIGUOUS', 'impact'),
  ];
  expect(ambiguousFields(problems)).toEqual(['impact', 'risk']);
  expect(ambiguousFields(problems.slice(1, 2))).toEqual([]);
});
