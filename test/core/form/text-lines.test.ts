import { expect, test } from 'vitest';
import { endOfLine, nextLine } from '../../../src/core/form/text-lines.ts';

test.each([
  ['', 0, 0, 0],
  ['ab', 1, 2, 2],
  ['ab', 2, 2, 2],
  ['a\nb', 0, 1, 2],
  ['a\rb', 0, 1, 2],
  ['a\r\nb', 0, 1, 3],
  ['a\n\rb', 0, 1, 2],
  ['a\n', 0, 1, 2],
  ['a\n', 2, 2, 2],
])('the line of %j that holds %d ends at %d, and the next begins at %d', (text, from, end, next) => {
  expect([endOfLine(text, from), nextLine(text, end)]).toEqual([end, next]);
});
