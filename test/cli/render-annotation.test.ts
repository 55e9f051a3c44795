import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnnotation } from '../../src/cli/render-annotation.ts';
import type { Problem } from '../../src/core/problem.ts';

/** A command as GitHub's runner reads it: properties end at the first `::`, and are parted by commas. */
function readCommand(line: string) {
  const [, name = '', properties = '', text = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  return { name, properties: properties.split(',').map((property) => property.split('=')[0]), text };
}

const nasty = [
  '\n',
  '\r',
  '\r\n',
  '\u2028',
  '%',
  '%0A',
  '%25',
  ':',
  '::',
  ',',
  '=',
  '::error::',
  'title=x',
  'a',
];
const hostile = fc.array(fc.constantFrom(...nasty), { maxLength: 8 }).map((parts) => parts.join(''));

function problemWith(words: string): Problem {
  const at = { file: words, line: 3, column: 1 };
  return { code: 'CONFIG_UNKNOWN_KEY', message: words, found: words, expected: words, fix: words, at };
}

describe('an annotation of the command line', () => {
  it('names the place and says what is wrong', () => {
    expect(
      renderAnnotation({ ...problemWith('100 %'), at: { file: 'a:b,c%.yml', line: 3, column: 1 } }),
    ).toBe(
      '::warning file=a%3Ab%2Cc%25.yml,line=3,col=1,title=CONFIG_UNKNOWN_KEY::100 %25 Found: 100 %25. Expected: 100 %25. 100 %25',
    );
  });

  it('T29: is one command with its own properties alone, whatever stands in its parts', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const line = renderAnnotation(problemWith(words));
        expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
        // No more than a `%`, and in properties a colon and a comma: nothing that the runner turns into a line break.
        expect(line).not.toMatch(/%(?!25|3A|2C)/);
        const { name, properties, text } = readCommand(line);
        expect([name, ...properties]).toEqual(['warning', 'file', 'line', 'col', 'title']);
        expect(text).not.toMatch(/%(?!25)/);
      }),
    );
  });
});
