import { describe, expect, test } from 'vitest';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import { diagnosisForm } from '../../../src/core/form/diagnosis-form.ts';
import {
  builtInCandidateForm,
  prepareCandidateForm,
  readCandidate,
} from '../../../src/core/form/read-candidate.ts';
import { builtInDiagnosisForm, readDiagnosis } from '../../../src/core/form/read-diagnosis.ts';
import { diagnosisBody, filedDiagnosis } from '../diagnosis/filed-diagnosis.ts';
import { renderBody } from './hostile-candidates.ts';

const filed = diagnosisBody(filedDiagnosis({ planning: 'About 4 in ten', decision: 'To renew' }));

/** The form filled in, but for what is changed. */
function candidate(changes: Readonly<Record<string, string>>): string {
  return renderBody(
    candidateForm.fields,
    candidateForm.fields.map(({ id, options }) => changes[id] ?? options[1] ?? 'Some text'),
  );
}

function problemsOf(body: string) {
  return readCandidate(body, builtInCandidateForm).problems;
}

describe('what stands against a candidate', () => {
  test('a body of something else', () => {
    expect(problemsOf('A text')).toEqual([
      {
        code: 'FORM_BYPASSED',
        message: 'This issue was not filed through the candidate form.',
        found: 'none of the headings of the form',
        expected: 'the answers of the candidate form',
        fix: 'File it again through "New issue" and the candidate form, or answer here by commands, one a line: `/answer constraint: …`, `/score 4 3 4 5`, `/answer behaviour: …`.',
      },
    ]);
  });

  test('a choice that the repository’s own form asks for in words', () => {
    const fields = candidateForm.fields.map((field) =>
      field.id === 'impact' ? { ...field, options: [] } : field,
    );
    const { problems } = readCandidate(candidate({ impact: 'high' }), prepareCandidateForm({ fields }));
    expect(problems).toMatchObject([
      { code: 'FORM_UNKNOWN_OPTION', field: 'impact', expected: 'one of the options of the form' },
    ]);
  });

  test('a question without an answer', () => {
    expect(problemsOf(candidate({ metric: '' }))).toEqual([
      {
        code: 'FORM_FIELD_MISSING',
        message: '"What business metric would prove the improvement mattered?" is not answered yet.',
        expected: 'an answer',
        fix: 'Answer it in a comment: `/answer metric: …`',
        field: 'metric',
      },
    ]);
  });

  test('an answer that is none of the options', () => {
    expect(problemsOf(candidate({ timing: 'soon' }))).toEqual([
      {
        code: 'FORM_UNKNOWN_OPTION',
        message: 'The answer to "Strategic timing" is none of its options.',
        found: 'soon',
        expected:
          'one of: 1 — nice to have at any time · 2 — useful later and nothing waits for it · 3 — helps the current stage · 4 — the next stage is harder without it · 5 — the next stage cannot start without it',
        fix: 'Pick an option in a comment: `/answer timing: …`',
        field: 'timing',
      },
    ]);
  });

  test.each([
    [100, 'a'.repeat(100)],
    [101, `${'a'.repeat(100)}…`],
  ])('of an answer of %d characters that is no option, a hundred are shown', (length, found) => {
    expect(problemsOf(candidate({ impact: 'a'.repeat(length) }))).toMatchObject([{ found }]);
  });

  test('a heading that can be read in more than one way', () => {
    expect(problemsOf(`${candidate({ links: '#12' })}\n\n### Evidence links\n\nNone`)).toEqual([
      {
        code: 'FORM_AMBIGUOUS',
        message: 'The heading "### Evidence links" can be read in more than one way, and the answers differ.',
        found: 'more than one possible answer to "Evidence links"',
        expected: 'one way to read the form',
        fix: 'Edit the issue so that the headings of the form stand only once (a copy can be quoted with ">"), or answer in a comment: `/answer links: …`',
        field: 'links',
      },
    ]);
  });

  test('a question that the own form no longer has goes by its usual label', () => {
    const fields = candidateForm.fields.filter(({ id }) => id !== 'timing');
    const body = candidate({}).replace(/### Strategic timing[^#]*/, '');
    expect(
      readCandidate(body, prepareCandidateForm({ fields })).problems.map(({ message }) => message),
    ).toEqual(['"Strategic timing" is not answered yet.']);
  });

  test('a question with a label of its own goes by that', () => {
    const fields = candidateForm.fields.map((field) => ({ ...field, label: `Our ${field.id}` }));
    const problems = readCandidate('### Our impact\n\nhigh', prepareCandidateForm({ fields })).problems;
    expect(problems.map(({ message }) => message)).toContain(
      'The answer to "Our impact" is none of its options.',
    );
    expect(problems.map(({ message }) => message)).toContain('"Our timing" is not answered yet.');
  });
});

describe('what stands against a diagnosis', () => {
  test('a body of something else', () => {
    expect(readDiagnosis('A text', builtInDiagnosisForm)).toEqual({
      value: null,
      problems: [
        {
          code: 'FORM_BYPASSED',
          message: 'This issue was not filed through the diagnosis form.',
          found: 'none of the headings of the form',
          expected: 'the answers of the diagnosis form',
          fix: 'File it again through "New issue" and the diagnosis form.',
        },
      ],
    });
  });

  test('a heading that is gone, a pick that is none, and a heading that stands twice', () => {
    const odd = filed
      .replace(/### Can the team ship a change safely\?[^#]*/, '')
      .replace('Mixed or unknown', 'All sorts')
      .concat(`\n\n### Which customer decision does this protect?\n\nTo buy`);
    expect(readDiagnosis(odd, builtInDiagnosisForm)).toEqual({
      value: null,
      problems: [
        {
          code: 'FORM_UNKNOWN_OPTION',
          message: 'The answer to "What do support tickets mostly ask?" is none of its options.',
          found: 'All sorts',
          expected:
            'one of: Mixed or unknown · How do I start? · Something is slow or broken · Please do this for me',
          fix: 'Edit the issue: write one of the options below the heading.',
          field: 'tickets-ask',
        },
        {
          code: 'FORM_FIELD_MISSING',
          message: '"Can the team ship a change safely?" is not answered yet.',
          expected: 'an answer',
          fix: 'Edit the issue: put the heading back as the form has it, with its answer below.',
          field: 'safe-to-ship',
        },
        {
          code: 'FORM_AMBIGUOUS',
          message:
            'The heading "### Which customer decision does this protect?" can be read in more than one way, and the answers differ.',
          found: 'more than one possible answer to "Which customer decision does this protect?"',
          expected: 'one way to read the form',
          fix: 'Edit the issue so that the headings of the form stand only once; a copy can be quoted with ">".',
          field: 'decision',
        },
      ],
    });
  });

  test('a decision that a fence around its heading can take away', () => {
    const heading = '### Which customer decision does this protect?\n\n';
    const odd = filed.replace(`${heading}To renew`, `\`\`\`\n\n${heading}${heading}_No response_`);
    expect(readDiagnosis(odd, builtInDiagnosisForm).problems).toMatchObject([
      { code: 'FORM_AMBIGUOUS', field: 'decision' },
    ]);
  });

  test('every question has its own label', () => {
    const { problems } = readDiagnosis(
      '### Revenue: which path affects paid growth, and how?',
      builtInDiagnosisForm,
    );
    expect(problems.map(({ message }) => message)).toEqual(
      diagnosisForm.fields
        .filter(({ id }) => id !== 'revenue')
        .map(({ label }) => `"${label}" is not answered yet.`),
    );
  });
});
