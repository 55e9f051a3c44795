import { describe, expect, it } from 'vitest';
import { conclusionOf, focusOf, inTableOrder } from '../../../src/core/drift/codes.ts';

describe('the conclusion', () => {
  it('is success where no code holds', () => {
    expect(conclusionOf([], 'enforce', false)).toBe('success');
  });

  it('is the worst of what holds', () => {
    expect(conclusionOf(['MIXED', 'INCOMPLETE'], 'enforce', false)).toBe('warning');
    expect(conclusionOf(['SEQ-2', 'MIXED'], 'enforce', false)).toBe('failure');
  });

  it.each([
    ['DRIFT', 'note'],
    ['MIXED', 'note'],
    ['UNCLASSIFIED', 'note'],
    ['SEQ-1', 'failure'],
    ['PAUSED', 'failure'],
    ['INCOMPLETE', 'warning'],
    ['ALIGNED', 'success'],
  ] as const)('of %s within the allowance is %s', (code, conclusion) => {
    expect(conclusionOf([code], 'enforce', true)).toBe(conclusion);
  });
});

describe('the focus', () => {
  it.each([
    [['PAUSED', 'INCOMPLETE'], 'off-constraint'],
    [['INCOMPLETE'], 'unclassified'],
    [['EXEMPT'], 'exempt'],
    [['ACCEPTED'], 'accepted'],
    [[], null],
  ] as const)('of %j is %s', (held, focus) => {
    expect(focusOf(held)).toBe(focus);
  });
});

it('codes are listed in table order, each once', () => {
  expect(inTableOrder(['INCOMPLETE', 'DRIFT', 'SEQ-1', 'DRIFT'])).toEqual(['SEQ-1', 'DRIFT', 'INCOMPLETE']);
});
