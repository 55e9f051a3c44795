import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileGlob, type GlobStyle, matchesAny, mostSteps } from '../../src/core/glob.ts';

describe('compileGlob of a path', () => {
  it.each([
    ['docs/**', 'docs/a.md', true],
    ['docs/**', 'docs/a/b/c.md', true],
    ['docs/**', 'docs', false],
    ['docs/**', 'my/docs/a.md', false],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/a/b.md', false],
    ['**/*.md', 'a.md', true],
    ['**/*.md', 'a/b/c.md', true],
    ['**/*.md', 'a/b/cmd', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/xb', false],
    ['a/**/**/b', 'a/b', true],
    ['a**b', 'a/x/b', true],
    ['**', 'any/thing', true],
    ['**', '', true],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['a?c', 'a😀c', true],
    ['*', '.hidden', true],
    ['Docs/**', 'docs/a', false],
    ['Docs/**', 'Docs/a', true],
    ['a**/b', 'ab', false],
    ['a**/b', 'ax/b', true],
    ['a/**/**/b', 'a/x/b', true],
    ['a/**/b/**', 'a/b/c', true],
    ['*', 'a/b', false],
    ['a*', 'b', false],
    ['a+(b).[c]{d}^$|\\', 'a+(b).[c]{d}^$|\\', true],
    ['[ab]', 'a', false],
    ['!a', 'b', false],
    ['', '', true],
    ['', 'a', false],
  ])('%s with %s is %s', (pattern, text, expected) => {
    expect(compileGlob(pattern, 'path')(text)).toBe(expected);
  });
});

describe('compileGlob of a text', () => {
  it.each([
    ['Revert *', 'Revert "Add a/b"', true],
    ['Revert *', 'revert x', true],
    ['Revert *', 'Please Revert x', false],
    ['*bump*', 'chore(deps): Bump a/b', true],
    ['dependabot[bot]', 'Dependabot[bot]', true],
    ['dependabot[bot]', 'dependabotb', false],
    ['a**c', 'a/b/c', true],
    ['a?c', 'a/c', true],
    ['**/a', 'a', false],
  ])('%s with %s is %s', (pattern, text, expected) => {
    expect(compileGlob(pattern, 'text')(text)).toBe(expected);
  });
});

describe('matchesAny', () => {
  it('needs one glob to match', () => {
    const globs = ['a*', 'b*'].map((pattern) => compileGlob(pattern, 'text'));
    expect([matchesAny(globs, 'bc'), matchesAny(globs, 'cb'), matchesAny([], 'a')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('mostSteps', () => {
  it.each([
    [[], ['a'], 0],
    [['a*'], [], 0],
    [['plain'], ['abcd'], 4],
    [['docs/**'], ['abcd'], 12],
    [['docs/**', '*.md', 'a?c'], ['abcd', 'ab'], 66],
  ] as const)('of %j with %j is %i', (patterns, texts, most) => {
    expect(mostSteps(patterns, texts)).toBe(most);
  });
});

it('T15: every glob agrees with a matcher that tries every way', () => {
  const pattern = array(constantFrom('a', 'B', '/', '*', '**', '**/', '?', '.'), { maxLength: 7 }).map(
    (parts) => parts.join(''),
  );
  const text = array(constantFrom('a', 'b', 'B', '/', '.'), { maxLength: 8 }).map((parts) => parts.join(''));
  assert(
    property(pattern, text, constantFrom<GlobStyle>('path', 'text'), (glob, subject, style) => {
      expect(compileGlob(glob, style)(subject)).toBe(matchesNaively(glob, subject, style));
    }),
    { numRuns: 3000 },
  );
});

function matchesNaively(pattern: string, text: string, style: GlobStyle): boolean {
  return style === 'text' ? tryText(pattern.toLowerCase(), text.toLowerCase()) : tryPath(pattern, text, true);
}

function tryText(pattern: string, text: string): boolean {
  if (pattern === '') return text === '';
  if (pattern.startsWith('*'))
    return tryText(pattern.slice(1), text) || (text !== '' && tryText(pattern, text.slice(1)));
  return (
    text !== '' && (pattern[0] === '?' || pattern[0] === text[0]) && tryText(pattern.slice(1), text.slice(1))
  );
}

function tryPath(pattern: string, text: string, opensSegment: boolean): boolean {
  const stars = /^\*+/.exec(pattern)?.[0].length ?? 0;
  const suffixes = Array.from({ length: text.length + 1 }, (_, start) => start);
  if (stars >= 2 && opensSegment && pattern[stars] === '/') {
    const rest = pattern.slice(stars + 1);
    return suffixes.some(
      (start) => (start === 0 || text[start - 1] === '/') && tryPath(rest, text.slice(start), true),
    );
  }
  if (stars >= 1) {
    const rest = pattern.slice(stars);
    return suffixes.some(
      (start) =>
        (stars >= 2 || !text.slice(0, start).includes('/')) && tryPath(rest, text.slice(start), false),
    );
  }
  if (pattern === '' || text === '') return pattern === text;
  const fits = pattern[0] === '?' ? text[0] !== '/' : pattern[0] === text[0];
  return fits && tryPath(pattern.slice(1), text.slice(1), pattern[0] === '/');
}
