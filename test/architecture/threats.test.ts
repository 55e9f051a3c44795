import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readText } from './source-files.ts';

const rows = [...readText('docs/threats.md').matchAll(/^\| (T\d+) \|/gm)].map(([, number]) => number ?? '');

/** The numbers that names of tests begin with: `T4 T5: …` stands for both. */
function numbersIn(file: string): readonly string[] {
  return [...readText(file).matchAll(/['"`]((?:T\d+ )*T\d+)(?::| )/g)].flatMap(([, numbers = '']) =>
    numbers.split(' '),
  );
}

describe('what must not happen', () => {
  const files = readdirSync(new URL('../', import.meta.url), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && !file.endsWith('threats.test.ts'))
    .map((file) => `test/${file}`);
  const tested = new Set(files.flatMap(numbersIn));

  it('is listed from T1 to T33', () => {
    expect(rows).toEqual(Array.from({ length: 33 }, (_, index) => `T${index + 1}`));
  });

  it.each(rows)('%s is held by a test that bears its number', (row) => {
    expect(tested).toContain(row);
  });

  it('is all that tests bear numbers of', () => {
    expect([...tested].filter((number) => !rows.includes(number))).toEqual([]);
  });
});
