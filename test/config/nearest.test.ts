import { expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';

it.each([
  ['mod', ['mode', 'pause'], 'mode'],
  ['Mode', ['mode', 'pause'], 'mode'],
  ['activaton', ['adoption', 'activation'], 'activation'],
  ['allowence', ['allowance', 'labels'], 'allowance'],
  ['drfit', ['drift', 'duties'], 'drift'],
  ['xyz', ['mode', 'pause'], null],
  ['', ['mode'], null],
  ['a', ['b'], 'b'],
  ['m'.repeat(51), ['m'.repeat(51)], null],
  ['anything', [], null],
])('takes %j for what it is closest to', (text, candidates, expected) => {
  expect(nearest(text, candidates)).toBe(expected);
});
