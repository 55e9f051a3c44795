import { describe, expect, it } from 'vitest';
import { inOrder, readConfig, readLayer } from '../../src/config/read-config.ts';

const problem = { code: 'X', message: 'x', fix: 'x' };
const at = (file: string, line: number, column: number) => ({ ...problem, at: { file, line, column } });

describe('inOrder', () => {
  it('tells file by file, each from its top to its end, and first what has no place', () => {
    const inTheirOrder = [
      problem,
      problem,
      at('b', 1, 9),
      at('b', 2, 1),
      at('b', 2, 3),
      at('b', 10, 2),
      at('a', 1, 1),
    ];
    expect(inOrder(inTheirOrder, ['b', 'a'])).toEqual(inTheirOrder);
    expect(inOrder(inTheirOrder.toReversed(), ['b', 'a'])).toEqual(inTheirOrder);
  });
});

describe('readLayer', () => {
  it('places whatever a text that cannot be read does not say at its top', () => {
    const { value, problems } = readLayer('a: 1\na: 2\n', 'f.yml');
    expect(value).toMatchObject({ config: {}, data: {} });
    expect(value.placeOf(['drift', 'mode'])).toEqual({ file: 'f.yml', line: 1, column: 1 });
    expect(problems.map(({ code }) => code)).toEqual(['YAML_DUPLICATE_KEY']);
  });

  it('leaves out a map that lacks a key, and still finds what is wrong beside it', () => {
    const text = 'primary: { since: soon, metric: { name: n, baseline: 1, target: 2 } }';
    const result = readConfig(text, null);
    expect(result.ok || result.problems.map(({ code }) => code)).toEqual([
      'CONFIG_SINCE_NOT_A_DATE',
      'CONFIG_MISSING_KEY',
    ]);
  });
});
