import { describe, expect, test } from 'vitest';
import { constraintCarried, constraintsCarried, hasLabel, verdictCarried } from '../../src/core/labels.ts';

const names = { 'constraint: activation': 'First value', 'verdict: not-now': 'later' };

describe('the labels of an issue', () => {
  test.each([
    [['First Value'], true],
    [['constraint: activation'], false],
    [['first'], false],
    [[], false],
  ])('%j hold the one that the config renames, in any case: %s', (labels, isHeld) => {
    expect(hasLabel(labels, 'constraint: activation', names)).toBe(isHeld);
  });

  test.each([
    [['bug', 'first value'], 'activation'],
    [['Constraint: Throughput', 'candidate'], 'throughput'],
    [['constraint: throughput', 'first value'], null],
    [['candidate'], null],
  ])('%j name the constraint %s', (labels, constraint) => {
    expect(constraintCarried(labels, names)).toBe(constraint);
  });

  test('that name two constraints carry both', () => {
    const labels = ['constraint: throughput', 'first value'];
    expect(constraintsCarried(labels, names)).toEqual(['activation', 'throughput']);
  });

  test.each([
    [['candidate', 'verdict: Ready'], 'ready'],
    [['later'], 'not-now'],
    [['verdict: incomplete'], 'incomplete'],
    [['candidate'], null],
  ])('%j name the verdict %s', (labels, verdict) => {
    expect(verdictCarried(labels, names)).toBe(verdict);
  });
});
