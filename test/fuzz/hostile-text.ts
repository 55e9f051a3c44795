import fc from 'fast-check';

/** Words that mean something to a prototype, a parser or a page. */
export const hostileWords = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '@ana',
  '@acme/core-team',
  '#1',
  'GH-1',
  'Fixes #1',
  'acme/api#2',
  '[click](https://evil.example)',
  '<img src=x onerror=alert(1)>',
  '</details></table>',
  '-->',
  '<!--',
  '```',
  '~~~',
  '> ',
  '    ',
  '|',
  '\u200b',
  '\u202e',
  '\u0000',
  '\ud800',
  '\ufeff',
  'ſ',
  '\u0130',
] as const;

/** Hostile words and pieces of chance. */
export const hostilePiece: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileWords) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
);

/** Pieces of the reader's own language between hostile ones. */
export function textOf(own: readonly string[], glue: readonly string[], most = 12): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...own) },
    { weight: 2, arbitrary: hostilePiece },
  );
  return fc
    .array(fc.tuple(piece, fc.constantFrom(...glue)), { maxLength: most })
    .map((pieces) => pieces.map(([text, after]) => text + after).join(''));
}

/** A good text with some of it cut out or put in somewhere. */
export function damaged(good: string): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat({ max: good.length }), fc.nat({ max: 20 }), hostilePiece);
  return fc
    .array(change, { maxLength: 3 })
    .map((changes) =>
      changes.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), good),
    );
}
