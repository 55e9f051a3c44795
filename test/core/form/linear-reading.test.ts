import { expect, test } from 'vitest';
import { candidateForm } from '../../../src/core/form/candidate-form.ts';
import {
  builtInCandidateForm,
  looksLikeCandidate,
  readCandidate,
} from '../../../src/core/form/read-candidate.ts';
import { leastMilliseconds } from '../../support/least-milliseconds.ts';
import { renderBody } from './hostile-candidates.ts';

const form = renderBody(
  candidateForm.fields,
  candidateForm.fields.map(({ options }) => options[0] ?? 'Text with a link: https://example.com/1'),
);

const hostile: readonly (readonly [string, string])[] = [
  ['spaces after the marks', '### '.padEnd(65_536)],
  ['marks with spaces on one line', '###   '.repeat(10_922)],
  ['empty headings', '### \n'.repeat(13_107)],
  ['NUL', '\0'.repeat(65_536)],
  ['lone surrogates', '\ud800'.repeat(65_536)],
  ['ligatures that grow when normalised', `### ${'\ufdfa'.repeat(65_530)}`],
  ['a heading of ligatures on every line', '### \ufdfa\n'.repeat(10_922)],
  ['zero-width characters', `### ${'\u200b'.repeat(65_530)}`],
  ['quote marks', `${'>'.repeat(65_533)}###`],
  ['quoted marks on one line', '> ###'.repeat(13_107)],
  ['fences', '```x\n```\n'.repeat(7_281)],
  ['comments', '<!--\n-->\n'.repeat(7_281)],
  ['numbers without a space', `### Evidence links\n\n${'#1a'.repeat(21_000)}`],
  ['slashes before a number', `### Evidence links\n\n${'a/'.repeat(32_000)}#1`],
  ['whole forms', `${form}\n\n`.repeat(80).slice(0, 65_536)],
  ...candidateForm.fields.flatMap(({ id, label }): [string, string][] => [
    [`copies of ${id} after the form`, `${form}\n\n${`### ${label}\n\n`.repeat(4_000)}`.slice(0, 65_536)],
    [`copies of ${id} before the form`, `${`### ${label}\n`.repeat(4_000).slice(0, 64_000)}\n\n${form}`],
  ]),
];

const codes = ['FORM_BYPASSED', 'FORM_AMBIGUOUS', 'FORM_UNKNOWN_OPTION', 'FORM_FIELD_MISSING'];

test.each(hostile)('T12: sixty-four thousand characters are read in 50 ms: %s', (_, body) => {
  const { value, problems } = readCandidate(body, builtInCandidateForm);
  expect(problems.filter(({ code }) => !codes.includes(code))).toEqual([]);
  expect(leastMilliseconds(50, () => readCandidate(body, builtInCandidateForm))).toBeLessThan(50);
  expect(leastMilliseconds(50, () => looksLikeCandidate(body, builtInCandidateForm))).toBeLessThan(50);
  for (const text of [value.behaviour, value.metric, value.risk, value.links]) expect(body).toContain(text);
});
