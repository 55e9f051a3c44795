import { describe, expect, it } from 'vitest';
import { renderBelowTheLine } from '../../../src/render/summary/below-the-line.ts';
import { leading, name, summary } from './example.ts';

const retries = leading({ number: 77, title: 'Import retries', score: 4 });
const nudges = leading({ number: 133, title: 'Usage nudges', score: 3.36, verdict: 'not-now' });
const belowTheLine = [
  { constraint: 'reliability', candidates: [retries, nudges] },
  { constraint: 'throughput', candidates: [] },
  { constraint: 'adoption', candidates: [nudges] },
] as const;
const waiting = { ...summary, belowTheLine, comesNext: null };

describe('below the line', () => {
  it('waits the best of each other constraint', () => {
    expect(renderBelowTheLine(waiting, name)).toBe(
      '### Below the line, waiting\n\nReliability #77 *Import retries* ready 4.0 · Adoption #133 *Usage nudges* not now 3.4',
    );
  });

  it('is marked which constraint comes next', () => {
    expect(renderBelowTheLine({ ...waiting, comesNext: 'adoption' }, name)).toBe(
      '### Below the line, waiting\n\nReliability #77 *Import retries* ready 4.0 · Adoption #133 *Usage nudges* not now 3.4 (comes next by the last diagnosis)',
    );
  });

  it('is told when the constraint that comes next has no candidate', () => {
    const noCandidate = 'comes next by the last diagnosis and has no complete candidate';
    expect(renderBelowTheLine({ ...waiting, belowTheLine: [], comesNext: 'operations' }, name)).toBe(
      `### Below the line, waiting\n\nOperations ${noCandidate}`,
    );
    expect(renderBelowTheLine({ ...waiting, comesNext: 'operations' }, name)).toMatch(
      new RegExp(`not now 3\\.4 · Operations ${noCandidate}$`),
    );
  });

  it('is nothing where nothing waits', () => {
    expect(renderBelowTheLine({ ...waiting, belowTheLine: [] }, name)).toBeNull();
  });
});
