import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/config/read-yaml.ts';

function problemsOf(text: string) {
  const read = readYaml(text, 'a.yml');
  return read.ok ? [] : read.problems;
}

const list = (of: string, count: number) => `- ${of}\n`.repeat(count);
const keys = (value: string, count: number) =>
  Array.from({ length: count }, (_, index) => `k${index}:${value}\n`).join('');

describe('T14: a file is read', () => {
  test.each([
    ['up to 65,536 bytes', (count: number) => `a: ${'x'.repeat(count - 3)}`, 65_536],
    ['up to 2,000 values in a list', (count: number) => list('a', count), 2_000],
    ['up to 2,000 values of which none is filled in', (count: number) => list('', count), 2_000],
    ['up to 2,000 keys that are left empty', (count: number) => keys('', count), 2_000],
    ['up to 1,000 keys with a value each', (count: number) => keys(' 1', count), 1_000],
    ['up to 1,000 lists of one', (count: number) => list('[a]', count), 1_000],
  ])('%s', (_, textOf, most) => {
    expect(problemsOf(textOf(most))).toEqual([]);
    expect(problemsOf(textOf(most + 1)).map(({ code }) => code)).toEqual(['YAML_TOO_LARGE']);
  });
});

describe('T14: a Problem of a kind is told once, of the first in the file', () => {
  test.each([
    ['an anchor without an alias', 'a: &x 1\n', 'YAML_ALIAS', '&x', [1, 4]],
    ['an anchor before its alias', 'a: &x 1\nb: *x\n', 'YAML_ALIAS', '&x', [1, 4]],
    ['an alias without an anchor', 'a: 1\nb: *x\n', 'YAML_ALIAS', '*x', [2, 4]],
    ['an anchor of the whole file', '&x a: 1\n', 'YAML_ALIAS', '&x', [1, 1]],
    ['an anchor of a list', '--- &x\n- a\n', 'YAML_ALIAS', '&x', [1, 5]],
    ['two tags', 'a: !one 1\nb: !two 2\n', 'YAML_TAG', '!one', [1, 4]],
    ['a tag of the whole file', '--- !all\na: 1\n', 'YAML_TAG', '!all', [1, 5]],
    ['a tag of a key', '!one a: 1\n', 'YAML_TAG', '!one', [1, 1]],
    ['a tag behind much else', `${list('a', 1_999)}- !last x\n`, 'YAML_TAG', '!last', [2_000, 3]],
  ] as const)('%s', (_, text, code, found, [line, column]) => {
    expect(problemsOf(text)).toMatchObject([{ code, found, at: { file: 'a.yml', line, column } }]);
  });

  test('levels, where the first is too deep', () => {
    expect(problemsOf(`${'['.repeat(30)}${']'.repeat(30)}\n`)).toMatchObject([
      { code: 'YAML_TOO_DEEP', at: { line: 1, column: 21 } },
    ]);
  });
});

test('T14: of many faults that one may have caused only the first five are told', () => {
  expect(problemsOf('a: ]\n'.repeat(20)).map(({ code }) => code)).toEqual(Array(5).fill('YAML_SYNTAX'));
});
