import { expect, it } from 'vitest';
import { readReferences } from '../../src/core/closing-keywords.ts';
import { leastMilliseconds } from '../support/least-milliseconds.ts';

const here = 'acme/shop';

it.each([
  [
    'backticks of every length',
    Array.from({ length: 360 }, (_, length) => `${'`'.repeat(length + 1)} `).join(''),
  ],
  ['one backtick after the other', '` `` '.repeat(13_000)],
  ['openings of comments', '<!--'.repeat(16_000)],
  ['keywords without an issue', 'closes '.repeat(9_000)],
  ['spaces behind a keyword', `closes${' '.repeat(65_000)}#1`],
  ['an owner that never ends', `closes ${'a'.repeat(65_000)}/b#1`],
  ['an address that never ends', `closes https://${'a.'.repeat(32_000)}`],
  ['references', Array.from({ length: 6_000 }, (_, index) => `fix #${index + 1}`).join(' ')],
  ['fences', '```\n'.repeat(16_000)],
  ['quotes', '> '.repeat(32_000)],
  ['blank lines', ' \n'.repeat(32_000)],
  ['lone surrogates and NUL', '\ud800\u0000'.repeat(32_000)],
])('T12: 65,536 characters of %s need no more steps than their length allows', (_case, text) => {
  const whole = `${text}\n\nPart of #1`;
  expect(leastMilliseconds(50, () => readReferences(whole, here))).toBeLessThan(50);
});
