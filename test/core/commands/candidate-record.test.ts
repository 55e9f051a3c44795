import { describe, expect, it } from 'vitest';
import { whomToAsk } from '../../../src/core/commands/candidate-record.ts';
import { recordWith } from './builders.ts';

describe('whom to ask for permissions', () => {
  it('is everyone who wrote a command that not everyone may use', () => {
    const record = recordWith([
      ['mia', '/confirm'],
      ['Tom', '/score 4 3 4 5'],
      ['tom', '/score 4 3 4 4'],
      ['eve', 'no command'],
      ['fay', '/help'],
      ['gus', '/score nothing'],
      ['ana', '/answer metric: x'],
    ]);
    expect(whomToAsk(record)).toEqual(['mia', 'tom']);
  });

  it('is whoever answers for another', () => {
    const record = recordWith([
      ['tom', '/answer metric: x'],
      ['ANA', '/answer metric: y'],
    ]);
    expect(whomToAsk(record)).toEqual(['tom']);
  });

  it('is the author too on a public repository, or when they wrote more than answers', () => {
    expect(whomToAsk(recordWith([], { isPublic: true }))).toEqual(['ana']);
    expect(whomToAsk(recordWith([['ana', '/score 5 5 5 5']]))).toEqual(['ana']);
  });

  it('is whoever edited the body of one on a public repository', () => {
    const lastEdit = { by: 'Tom', at: '2026-11-02T10:00:00Z' };
    expect(whomToAsk(recordWith([], { isPublic: true, lastEdit }))).toEqual(['ana', 'tom']);
    expect(whomToAsk(recordWith([], { lastEdit }))).toEqual([]);
  });
});
