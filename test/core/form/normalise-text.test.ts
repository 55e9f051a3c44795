import { expect, test } from 'vitest';
import { answerBetween } from '../../../src/core/form/answer-between.ts';
import { isBlankCode, normaliseHeading, normaliseText } from '../../../src/core/form/normalise-text.ts';

test.each([
  ['Business impact', 'Business impact'],
  ['  Business  \t impact\u00a0', 'Business impact'],
  ['Busi\u200bness\u00ad impact\u200e', 'Business impact'],
  ['Ｂusiness ｉmpact', 'Business impact'],
  ['Über', 'Über'],
  ['', ''],
])('%j looks like %j', (text, same) => {
  expect(normaliseText(text)).toBe(same);
});

test.each([
  ['Impact ##', 'Impact'],
  ['Impact#', 'Impact'],
  ['Impact # # ', 'Impact'],
  ['Impact #1', 'Impact #1'],
  ['# Impact', '# Impact'],
  ['## #', ''],
])('the heading %j is read as %j', (heading, text) => {
  expect(normaliseHeading(heading)).toBe(text);
});

test('a character shows nothing where nothing is left of it in a text', () => {
  const all = Array.from({ length: 0x1_0000 }, (_, code) => code);
  const shown = (code: number) => normaliseText(String.fromCharCode(code)) !== '';
  expect(all.filter((code) => isBlankCode(code) === shown(code))).toEqual([]);
});

test.each([
  ['\n\n Text of\nan answer \u200b\n\n', 'Text of\nan answer'],
  ['\n_No response_\n', ''],
  ['_No response_ yet', '_No response_ yet'],
  [' \u200b\n', ''],
])('%j answers %j', (text, answer) => {
  expect(answerBetween(`a${text}b`, 1, 1 + text.length)).toBe(answer);
});
