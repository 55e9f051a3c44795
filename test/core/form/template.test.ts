import { describe, expect, test } from 'vitest';
import { type FormField, prepareTemplate } from '../../../src/core/form/template.ts';

const size: FormField = {
  id: 'size',
  type: 'dropdown',
  label: ' Size ',
  description: '',
  options: ['S', 'Ｍ', 'X  L'],
  multiple: false,
  required: false,
  preset: null,
};

function prepared(changes: Partial<FormField>, counts?: (answer: string) => string | null) {
  const whatCounts = counts === undefined ? {} : { size: counts };
  return prepareTemplate({ fields: [{ ...size, ...changes }] }, whatCounts).fields[0];
}

function allowed(lines: readonly string[], field: ReturnType<typeof prepared>): readonly string[] {
  return lines.filter((line) => field?.allows(line));
}

describe('a question of a form', () => {
  test.each([
    ['dropdown', { chosen: true, oneLine: true }],
    ['input', { chosen: false, oneLine: true }],
    ['textarea', { chosen: false, oneLine: false }],
    ['checkboxes', { chosen: false, oneLine: false }],
  ] as const)('of the type %s says what GitHub can have written below it', (type, says) => {
    expect(prepared({ type })).toMatchObject({ ...says, label: 'Size', counts: null });
  });

  test('that is a choice allows its options, however they are written', () => {
    const lines = ['S', 'M', 'X L', 'X\u00a0L', 'L', 's', 'S, M', 'S or M'];
    expect(allowed(lines, prepared({}))).toEqual(['S', 'M', 'X L', 'X\u00a0L']);
  });

  test('that is a choice of several allows some of its options, joined by commas', () => {
    const lines = ['S', 'S, M', 'M, X L, S', 'S, L', 'L, S', 'S,M', ', '];
    expect(allowed(lines, prepared({ multiple: true }))).toEqual(['S', 'S, M', 'M, X L, S']);
  });

  test('that is a choice allows its options and what counts', () => {
    const counts = (answer: string) => (answer.startsWith('4') ? answer : null);
    expect(allowed(['S', '4', '4 — clear', '5'], prepared({}, counts))).toEqual(['S', '4', '4 — clear']);
  });

  test.each(['input', 'textarea', 'checkboxes'] as const)('of the type %s allows any line', (type) => {
    expect(
      allowed(
        ['S', 'L'],
        prepared({ type }, () => null),
      ),
    ).toEqual(['S', 'L']);
  });
});

test('of questions with the same label only the first is looked for, and none without a label', () => {
  const fields = ['Team', ' ', 'Team ##', 'Size', '##'].map((label) => ({ ...size, label }));
  expect(prepareTemplate({ fields }, {}).byLabel).toEqual(
    new Map([
      ['Team', 0],
      ['Size', 3],
    ]),
  );
});
