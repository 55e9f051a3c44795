import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from './source-files.ts';

const rows = [...readText('docs/threats.md').matchAll(/^\| (T\d+) \|/gm)].map(([, number]) => number ?? '');

/** The numbers that titles of tests begin with, in code: `it('T4 T5: …')` and `it('T4, T5: …')` stand for both. */
function numbersIn(code: string): readonly string[] {
  const title = /\b(?:it|test|describe)\b(?:\.\w+\b)?[^;]*?\(\s*['"`]((?:T\d+,? )*T\d+): [^\s'"`]/g;
  return [...code.matchAll(title)].flatMap(([, numbers = '']) => numbers.split(/,? /));
}

describe('what must not happen', () => {
  const files = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('threats.test.ts'))
    .map((file) => `test/${file}`);
  const tested = files.map((file) => ({ file, numbers: numbersIn(readText(file)) }));
  const held = rows.map((row) => {
    const where = tested.filter(({ numbers }) => numbers.includes(row)).map(({ file }) => file);
    return [row, where.join(', ') || 'no test'] as const;
  });

  it('is listed from T1 to T33', () => {
    expect(rows).toEqual(Array.from({ length: 33 }, (_, index) => `T${index + 1}`));
  });

  it.each(held)('%s begins titles in %s', (_, where) => {
    expect(where).not.toBe('no test');
  });

  it('is all that tests bear numbers of', () => {
    const numbers = tested.flatMap((one) => one.numbers);
    expect(numbers.filter((number) => !rows.includes(number))).toEqual([]);
  });

  it.each([
    ["it('T4: shows words', () => {})", ['T4']],
    ["it('T4 T5: shows words', () => {})", ['T4', 'T5']],
    ["test('T4, T5: shows words', () => {})", ['T4', 'T5']],
    ["describe('T4: words', () => {})", ['T4']],
    ["it.each([\n  ['a (b)', 1],\n])(\n  'T4: shows %s',\n  () => {},\n)", ['T4']],
    ["it('shows words of T4: all', () => {})", []],
    ["expect(rows).toContain('T4: words')", []],
    ["it('T4 shows words', () => {})", []],
    ["it('T4: ', () => {})", []],
  ])('%j begins with %j', (code, numbers) => {
    expect(numbersIn(code)).toEqual(numbers);
  });
});
