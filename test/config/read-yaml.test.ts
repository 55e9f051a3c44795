import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/config/read-yaml.ts';

function codesOf(text: string): readonly string[] {
  const read = readYaml(text, 'a.yml');
  return read.ok ? [] : read.problems.map(({ code }) => code);
}

describe('readYaml', () => {
  test('reads plain data', () => {
    const read = readYaml('a: 1\nb: [x, "y", true, null]\nc: { d: 2026-11-02 }\n', 'a.yml');
    expect(read.ok && JSON.parse(JSON.stringify(read.value.data))).toEqual({
      a: 1,
      b: ['x', 'y', true, null],
      c: { d: '2026-11-02' },
    });
  });

  test.each([
    [['b', 0, 'd'], 4, 8],
    [['b', 0], 3, 5],
    [['b', 0, 'missing'], 3, 5],
    [['b', 1], 2, 1],
    [['b', 1, 'c'], 2, 1],
    [['a', 'missing'], 1, 1],
    [['b'], 2, 1],
    [[], 1, 1],
  ])('says where %j stands', (path, line, column) => {
    const read = readYaml('a: 1\nb:\n  - c: x\n    d: y\n', 'a.yml');
    expect(read.ok && read.value.placeOf(path)).toEqual({ file: 'a.yml', line, column });
  });

  test('T14: reads every file by the same rules, whatever version it claims', () => {
    expect(readYaml('%YAML 1.1\n---\na: yes\n', 'a.yml')).toMatchObject({ value: { data: { a: 'yes' } } });
  });

  test('knows a key that is no text by no name', () => {
    expect(readYaml('? [a]\n: 1\n', 'a.yml')).toMatchObject({ value: { data: { '': 1 } } });
  });

  test('reads a file without any value as null', () => {
    expect(readYaml('# nothing yet\n', 'a.yml')).toMatchObject({ ok: true, value: { data: null } });
  });

  test.each([
    ['an alias', 'a: &x [1]\nb: *x\n', 'YAML_ALIAS'],
    ['an alias bomb', `a: &a [x]\n${'b: &b [*a, *a]\n'.repeat(50)}`, 'YAML_ALIAS'],
    ['a tag', 'a: !!js/function x\n', 'YAML_TAG'],
    ['more than 64 KiB', `a: ${'x'.repeat(65_536)}`, 'YAML_TOO_LARGE'],
    ['more than 64 KiB of characters that take three bytes', `a: ${'…'.repeat(22_000)}`, 'YAML_TOO_LARGE'],
    ['more than 2,000 values', '- a\n'.repeat(2_001), 'YAML_TOO_LARGE'],
    ['more than 2,000 values that are left out', '-\n'.repeat(30_000), 'YAML_TOO_LARGE'],
    [
      'more than 2,000 keys',
      Array.from({ length: 2_001 }, (_, n) => `k${n}: 1\n`).join(''),
      'YAML_TOO_LARGE',
    ],
    ['21 levels', `${'['.repeat(21)}${']'.repeat(21)}`, 'YAML_TOO_DEEP'],
    ['65,000 levels of lists', '['.repeat(65_000), 'YAML_TOO_DEEP'],
    ['32,000 levels of keys', '? '.repeat(32_000), 'YAML_TOO_DEEP'],
    ['a key given twice', 'a: 1\na: 2\n', 'YAML_DUPLICATE_KEY'],
    ['a prototype given twice', '__proto__: 1\n__proto__: 2\n', 'YAML_DUPLICATE_KEY'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'YAML_SYNTAX'],
    ['a bracket left open', 'a: [1\n', 'YAML_SYNTAX'],
    ['quotes only', '"'.repeat(65_000), 'YAML_SYNTAX'],
  ])('T14: refuses %s', { timeout: 5_000 }, (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  test('T14: reads 20 levels', () => {
    expect(codesOf(`${'['.repeat(20)}${']'.repeat(20)}`)).toEqual([]);
  });

  test('T14: keys of a prototype are plain data', () => {
    const read = readYaml('__proto__: { polluted: true }\nconstructor: 1\n', 'a.yml');
    expect(read.ok && Object.keys(read.value.data ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  test('tells every key given twice, with its place', () => {
    const read = readYaml('a: 1\na: 2\nb: { c: 1, c: 2 }\n', 'a.yml');
    expect(!read.ok && read.problems.map(({ at }) => `${at?.line}:${at?.column}`)).toEqual(['2:1', '3:12']);
  });
});
