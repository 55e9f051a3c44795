import { describe, expect, it } from 'vitest';
import { readOutputs } from './run-action.ts';

describe('the output file of a step', () => {
  it.each([
    ['', []],
    ['conclusion=success\n', [['conclusion', 'success']]],
    ['codes<<end\nSEQ-1,DRIFT\nend\n', [['codes', 'SEQ-1,DRIFT']]],
    [
      'a<<x\none\n\ntwo=2\nx\nb=1<<2\n',
      [
        ['a', 'one\n\ntwo=2'],
        ['b', '1<<2'],
      ],
    ],
    ['empty<<x\nx\n', [['empty', '']]],
  ])('%j is read as %j', (text, outputs) => {
    expect([...readOutputs(text)]).toEqual(outputs);
  });

  it.each(['no value at all', 'a<<x\nnever closed\n'])('%j is refused', (text) => {
    expect(() => readOutputs(text)).toThrow();
  });
});
