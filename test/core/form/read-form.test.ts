import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { readForm } from '../../../src/core/form/read-form.ts';
import { type FormField, prepareTemplate } from '../../../src/core/form/template.ts';
import { filedCandidates, renderBody } from './hostile-candidates.ts';
import { type Judgement, judgeReading } from './judge-reading.ts';

function field(id: string, type: FormField['type'], options: readonly string[] = []): FormField {
  return { id, type, label: id, description: '', options, multiple: false, required: false, preset: null };
}

const isAnswered = (answer: string) => answer !== '';
const choice = (options: readonly string[]) => (answer: string) => (options.includes(answer) ? answer : null);

describe('readForm', () => {
  test('T11: hostile text in every text area changes nothing that counts, or is told as FORM_AMBIGUOUS', () => {
    const seen: Record<Judgement, number> = { exact: 0, ambiguous: 0, violation: 0 };
    fc.assert(
      fc.property(filedCandidates, (candidate) => {
        const judgement = judgeReading(candidate);
        seen[judgement] += 1;
        return judgement !== 'violation';
      }),
      { numRuns: 5_000 },
    );
    // Neither way out is rare: a reader that calls everything ambiguous would pass the sentence too.
    const all = seen.exact + seen.ambiguous;
    expect(seen.exact / all).toBeGreaterThan(0.3);
    expect(seen.ambiguous / all).toBeGreaterThan(0.1);
  });

  test('any text at all is read without a fault, and what is read stands in it', () => {
    const template = prepareTemplate(candidateForm, {});
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (body) => {
        for (const answer of readForm(body, template).answers.values()) expect(body).toContain(answer);
      }),
    );
  });

  test('plain answers of any form are read back to the letter', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,4}$/);
    const forms = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{1,12}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(forms, fc.infiniteStream(word), (labels, words) => {
        const fields = labels.map((label) => field(label, 'textarea'));
        const typed = labels.map(() => words.next().value);
        const { answers, ambiguous } = readForm(renderBody(fields, typed), prepareTemplate({ fields }, {}));
        expect([...answers]).toEqual(labels.map((label, position) => [label, typed[position]]));
        expect(ambiguous).toEqual([]);
      }),
    );
  });

  test('fields that do not count never make a reading ambiguous', () => {
    const fields = [field('a', 'textarea'), field('b', 'textarea')];
    const body = '### a\n\n### b\n\nx\n\n### b\n\ny';
    expect(readForm(body, prepareTemplate({ fields }, {}))).toEqual({
      answers: new Map([
        ['a', '### b\n\nx'],
        ['b', 'y'],
      ]),
      ambiguous: [],
    });
    expect(readForm(body, prepareTemplate({ fields }, { a: isAnswered })).ambiguous).toEqual(['a']);
  });

  test('several choices are read as GitHub joins them', () => {
    const teams = { ...field('teams', 'dropdown', ['Core', 'Web']), multiple: true };
    const template = prepareTemplate({ fields: [field('a', 'textarea'), teams, field('b', 'textarea')] }, {});
    const body = '### a\n\n### teams\n\nCore, Other\n\n### teams\n\nCore, Web\n\n### b\n\n';
    expect(readForm(body, template).answers.get('teams')).toBe('Core, Web');
  });

  test('a choice that is allowed wins over one that is not, hidden or not', () => {
    const fields = [field('a', 'textarea'), field('size', 'dropdown', ['S', 'M'])];
    const template = prepareTemplate({ fields }, { size: choice(['S', 'M']) });
    const body = '### a\n\n### size\n\nhuge\n\n    ### size\n\nM';
    expect(readForm(body, template)).toEqual({
      answers: new Map([
        ['a', '### size\n\nhuge'],
        ['size', 'M'],
      ]),
      ambiguous: [],
    });
  });

  test('a template of four hundred fields is read', () => {
    const fields = Array.from({ length: 400 }, (_, position) => field(`f${position}`, 'textarea'));
    const { answers } = readForm(renderBody(fields, []).repeat(2), prepareTemplate({ fields }, {}));
    expect(answers.size).toBe(400);
  });
});
