import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelCatalogue } from '../../src/core/labels.ts';
import { labelsOfScoring } from '../../src/core/scoring/labels-of.ts';
import { planLabels } from '../../src/tasks/plan-labels.ts';

describe('planLabels', () => {
  it('adds what is missing in one Change and takes what is too much one at a time', () => {
    const present = ['bug', 'verdict: ready', 'score: 4', 'constraint: activation'];
    const wanted = ['candidate', 'constraint: activation', 'score: 3', 'verdict: validate'] as const;
    expect(planLabels(7, present, wanted, labelsOfScoring, {})).toEqual([
      { kind: 'remove-label', number: 7, name: 'score: 4' },
      { kind: 'remove-label', number: 7, name: 'verdict: ready' },
      { kind: 'add-labels', number: 7, names: ['candidate', 'score: 3', 'verdict: validate'] },
    ]);
  });

  it('plans nothing where the labels are right, whatever their case', () => {
    expect(
      planLabels(7, ['Candidate', 'VERDICT: ready'], ['candidate', 'verdict: ready'], labelsOfScoring, {}),
    ).toEqual([]);
  });

  it('uses the names of the config', () => {
    const names = { 'verdict: ready': 'go', 'verdict: rethink': 'stop' };
    expect(planLabels(7, ['stop', 'verdict: rethink'], ['verdict: ready'], labelsOfScoring, names)).toEqual([
      { kind: 'remove-label', number: 7, name: 'stop' },
      { kind: 'add-labels', number: 7, names: ['go'] },
    ]);
  });

  it('never touches a label it does not govern, and a second plan is empty', () => {
    const keys = labelCatalogue.map(({ key }) => key);
    const some = fc.subarray([...keys, 'bug', 'help wanted', 'urgent']);
    fc.assert(
      fc.property(some, fc.subarray([...labelsOfScoring]), (present, wanted) => {
        const changes = planLabels(1, present, wanted, labelsOfScoring, {});
        const removed = changes.flatMap((change) => (change.kind === 'remove-label' ? [change.name] : []));
        const added = changes.flatMap((change) => (change.kind === 'add-labels' ? change.names : []));
        const after = [...present.filter((name) => !removed.includes(name)), ...added];
        const foreign = (names: readonly string[]) =>
          names.filter((name) => !labelsOfScoring.some((key) => key === name));
        expect(foreign(after)).toEqual(foreign(present));
        expect(new Set(after)).toEqual(new Set([...foreign(present), ...wanted]));
        expect(planLabels(1, after, wanted, labelsOfScoring, {})).toEqual([]);
      }),
    );
  });
});
