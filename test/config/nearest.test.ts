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
    expect(nearest('abx', ['cax'])).toBe(null);
  });

  it.each([
    ['a letter missing in front', 'rift', 'drift'],
    ['two letters missing in front', 'usesxx', 'pausesxx'],
    ['a letter too many in front', 'xdrift', 'drift'],
    ['a letter too many at the end', 'driftx', 'drift'],
    ['another last letter', 'drifx', 'drift'],
    ['a swap after another letter', 'xtaenla', 'ptaenal'],
  ])('counts %s', (_, text, meant) => {
    expect(nearest(text, [meant])).toBe(meant);
  });

  it.each([
    ['a letter missing on either side', 'rif', 'drift'],
    ['another letter on either side', 'xrifx', 'drift'],
    ['two letters missing in front of few', 'ifted', 'drifted'],
    ['a swap after another letter, of few', 'xrfit', 'drift'],
    ['a swap before a missing letter, of few', 'drfit', 'drifts'],
    ['two swaps, of few', 'rditf', 'drift'],
    ['letters that changed places across another', 'irdft', 'drift'],
    ['a letter that went from the front to the end', 'riftd', 'drift'],
    ['two other letters before the last of a few', 'ab', 'xyb'],
  ])('counts %s as more than one fault', (_, text, meant) => {
    expect(nearest(text, [meant])).toBe(null);
  });

  it('prefers the first of two that are equally close', () => {
    expect(nearest('mode', ['node', 'code'])).toBe('node');
  });
});
