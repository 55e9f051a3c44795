import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/config/nearest.ts';

describe('nearest', () => {
  it.each([
    ['mod', ['mode', 'pause'], 'mode'],
    ['Mode', ['mode', 'pause'], 'mode'],
    ['mode', ['MODE'], 'MODE'],
    ['activaton', ['adoption', 'activation'], 'activation'],
    ['allowence', ['allowance', 'labels'], 'allowance'],
    ['xyz', ['mode', 'pause'], null],
    ['', ['mode'], null],
    ['', ['m'], 'm'],
    ['a', ['b'], 'b'],
    ['ab', ['cd'], null],
    ['m'.repeat(50), ['m'.repeat(50)], 'm'.repeat(50)],
    ['m'.repeat(51), ['m'.repeat(51)], null],
    ['anything', [], null],
  ])('takes %j for what it is closest to', (text, candidates, expected) => {
    expect(nearest(text, candidates)).toBe(expected);
  });

  it.each([
    ['one of three letters', 'cat', 'car', 'cxr'],
    ['two of six letters', 'planet', 'plxnxt', 'plxnxx'],
    ['three of nine letters', 'allowance', 'axxowanxe', 'axxowaxxe'],
    ['letters too many', 'planet', 'planetxx', 'planetxxxx'],
    ['a letter too few', 'planet', 'plane', 'plan'],
  ])('allows for %s', (_, meant, close, far) => {
    expect(nearest(close, [meant])).toBe(meant);
    expect(nearest(far, [meant])).toBe(null);
  });

  it.each([
    ['at the beginning', 'rdift', 'drift'],
    ['in the middle', 'drfit', 'drift'],
    ['at the end', 'dritf', 'drift'],
    ['twice', 'rdiftss', 'driftss'],
  ])('counts two letters that changed places %s as one fault', (_, text, meant) => {
    // One fault away from the second, where two that were replaced would leave the first closer.
    expect(nearest(text, [`${text.slice(0, -2)}xy`, meant])).toBe(meant);
  });

  it('does not take letters for swapped that are none: only one of the two is there', () => {
    expect(nearest('abx', ['bcx'])).toBe(null);
    expect(nearest('cabx', ['acdx'])).toBe(null);
  });

  it('prefers the first of two that are equally close', () => {
    expect(nearest('mode', ['node', 'code'])).toBe('node');
  });
});
