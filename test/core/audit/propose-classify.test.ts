import { describe, expect, it } from 'vitest';
import type { ClassifiedMerge } from '../../../src/core/audit/classify-merge.ts';
import type { MergedWork } from '../../../src/core/audit/merged-work.ts';
import { proposeClassify } from '../../../src/core/audit/propose-classify.ts';

function merged(work: Partial<MergedWork>, decided: Partial<ClassifiedMerge> = {}): ClassifiedMerge {
  const plain = { number: 1, title: 'Change', author: 'ana', mergedAt: '2026-11-01T10:00:00Z' };
  return {
    work: { ...plain, labels: [], issueLabels: [], files: [], ...work },
    constraint: null,
    rule: null,
    because: '',
    sign: null,
    ...decided,
  };
}

describe('the proposal of what to classify', () => {
  it('lists the labels and paths that decided, each once, in the order of the alphabet', () => {
    const by = (constraint: 'reliability' | 'adoption', rule: ClassifiedMerge['rule'], sign: string | null) =>
      merged({ labels: ['x'] }, { constraint, rule, sign });
    const { rules, unassigned } = proposeClassify([
      by('reliability', 'label', 'slow'),
      by('reliability', 'label', 'bug'),
      by('reliability', 'path', 'infra/**'),
      by('reliability', 'label', 'slow'),
      by('reliability', 'title', null),
      by('reliability', 'classify', 'crash'),
      by('adoption', 'title', null),
    ]);
    expect(rules).toEqual({ reliability: { labels: ['bug', 'slow'], paths: ['infra/**'] } });
    expect(unassigned).toEqual([]);
  });

  it('names the signs of two merges or more that nothing classifies, the most frequent first, five at most', () => {
    const work = (labels: readonly string[], ...files: readonly string[]) => merged({ labels, files });
    const { unassigned } = proposeClassify([
      work(['b', 'c'], 'web/app/page/a.ts'),
      work(['b', 'a', 'a'], 'web/app/b.ts', 'web/app/c/d.ts'),
      work(['b', 'once'], 'web/app/b.ts'),
      work(['c', 'a'], 'README.md'),
      work(['d', 'e'], 'one/a.ts', 'two/a.ts'),
      work(['d', 'e'], 'README.md'),
      merged({ labels: ['d', 'once'] }, { constraint: 'adoption' }),
      merged({ labels: ['f'], files: null }),
      merged({ labels: ['f'], files: null }),
    ]);
    expect(unassigned).toEqual([
      { sign: 'label "b"', merges: 3 },
      { sign: 'path "web/app/**"', merges: 3 },
      { sign: 'label "a"', merges: 2 },
      { sign: 'label "c"', merges: 2 },
      { sign: 'label "d"', merges: 2 },
    ]);
  });

  it('takes the folder of files in one place', () => {
    const inOne = [merged({ files: ['lib/a.ts'] }), merged({ files: ['lib/b.ts'] })];
    expect(proposeClassify(inOne).unassigned).toEqual([{ sign: 'path "lib/**"', merges: 2 }]);
  });

  it.each([
    ['at the root', ['README.md']],
    ['in two folders', ['one/a.ts', 'two/a.ts']],
    ['that were not asked for', null],
  ])('takes no folder of files %s', (_case, files) => {
    expect(proposeClassify([merged({ files }), merged({ files })]).unassigned).toEqual([]);
  });
});
