import { describe, expect, it } from 'vitest';
import { isMap, renderFound, renderPath, valueAt } from '../../src/config/path-in-config.ts';

describe('renderPath', () => {
  it.each([
    [['drift', 'exempt', 'labels', 0], 'drift.exempt.labels[0]'],
    [['labels', 'focus: aligned'], 'labels."focus: aligned"'],
    [['k'.repeat(60)], 'k'.repeat(60)],
    [['k'.repeat(61)], `"${'k'.repeat(60)}"`],
    [['a b'.repeat(30)], `"${'a b'.repeat(20)}"`],
    [['', 'x'], '"".x'],
    [[], ''],
  ])('writes %j as a person reads it', (path, text) => {
    expect(renderPath(path)).toBe(text);
  });
});

describe('renderFound', () => {
  it.each([
    [null, 'nothing'],
    [undefined, 'nothing'],
    [[1], 'a list'],
    [{ a: 1 }, 'a map'],
    [12.5, '12.5'],
    [false, 'false'],
    ['', '""'],
    ['a "b"', '"a \\"b\\""'],
    ['x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['x'.repeat(81), `"${'x'.repeat(79)}…"`],
  ])('shows %j short enough for a message', (value, text) => {
    expect(renderFound(value)).toBe(text);
  });
});

describe('valueAt', () => {
  it.each([
    [['a', 'b', 1], 3],
    [['a', 'b', 2], undefined],
    [['a', 'b', 'length', 'x'], undefined],
    [['toString'], undefined],
    [['n', 'x'], undefined],
    [['s', 'length'], undefined],
    [[], { a: { b: [2, 3] }, n: null, s: 'text' }],
  ])('T14: finds only what the config itself holds at %j', (path, value) => {
    expect(valueAt({ a: { b: [2, 3] }, n: null, s: 'text' }, path)).toEqual(value);
  });
});

describe('isMap', () => {
  it.each([
    [{}, true],
    [[], false],
    [null, false],
    ['text', false],
  ])('of %j is %s', (value, expected) => {
    expect(isMap(value)).toBe(expected);
  });
});
