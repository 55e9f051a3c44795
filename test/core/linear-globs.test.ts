import { expect, it } from 'vitest';
import { compileGlob } from '../../src/core/glob.ts';

it('T15: patterns made to be slow answer', () => {
  expect(compileGlob(`${'*a'.repeat(127)}b`, 'text')('a'.repeat(65_536))).toBe(false);
  expect(compileGlob(`${'**/*'.repeat(60)}b`, 'path')('a/'.repeat(32_768))).toBe(false);
});

it('T15: stops at the first character that no way can take', () => {
  expect(compileGlob('docs/**/*.md', 'path')(`x${'/a'.repeat(100_000)}`)).toBe(false);
  expect(compileGlob('**/**/**/*a*a*a*a*a*a*b', 'path')('a'.repeat(65_536))).toBe(false);
});
