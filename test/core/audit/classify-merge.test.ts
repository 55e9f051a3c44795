import { describe, expect, it } from 'vitest';
import { auditMerges } from '../../../src/core/audit/audit-merges.ts';
import { type AuditRule, classifyMerge } from '../../../src/core/audit/classify-merge.ts';
import type { MergedWork } from '../../../src/core/audit/merged-work.ts';
import type { Constraint } from '../../../src/core/constraint.ts';
import { defaultPolicy, type Policy } from '../../../src/core/policy.ts';

function work(given: Partial<MergedWork> = {}): MergedWork {
  const plain = { number: 1, title: 'Change', author: 'ana', mergedAt: '2026-11-01T10:00:00Z' };
  return { ...plain, labels: [], issueLabels: [], files: [], ...given };
}

const classified: Policy = {
  ...defaultPolicy,
  classify: { operations: { labels: ['bug'], paths: ['tools/**'] } },
};

describe('a merge', () => {
  it.each<readonly [string, Partial<MergedWork>, Constraint | null, AuditRule | null]>([
    ['a usual label', { labels: ['kind/bug'] }, 'reliability', 'label'],
    ['its plural', { labels: ['Bugs'] }, 'reliability', 'label'],
    ['a word inside another word', { labels: ['debug'] }, null, null],
    ['a label of the issue it closes', { issueLabels: ['onboarding'] }, 'activation', 'label'],
    [
      'its own label before the issue’s',
      { labels: ['refactor'], issueLabels: ['bug'] },
      'throughput',
      'label',
    ],
    ['labels of two constraints', { labels: ['bug', 'onboarding'] }, null, null],
    ['a conventional title', { title: 'fix: a crash on start' }, 'reliability', 'title'],
    ['its scope before its type', { title: 'fix(onboarding): a typo' }, 'activation', 'title'],
    ['a title that only looks like one', { title: 'Fix : nothing' }, null, null],
    ['a type that says nothing', { title: 'feat: a button' }, null, null],
    ['files of one usual folder', { files: ['src/admin/a.ts', 'src/admin/b.ts'] }, 'operations', 'path'],
    ['files of two', { files: ['src/admin/a.ts', 'src/onboarding/b.ts'] }, null, null],
    ['documents beside them', { files: ['src/admin/a.ts', 'docs/a.md'] }, 'operations', 'path'],
    ['files that were not asked for', { files: null }, null, null],
  ])('with %s serves what that says', (_case, given, constraint, rule) => {
    const found = classifyMerge(work(given), defaultPolicy);
    expect([found.constraint, found.rule]).toEqual([constraint, rule]);
    expect(found.because).toMatch(/\.$/);
  });

  it('serves what the team’s own `classify` says before all else', () => {
    expect(classifyMerge(work({ labels: ['bug'] }), classified)).toMatchObject({
      constraint: 'operations',
      rule: 'classify',
      because: 'It carries the label "bug", as `classify` says.',
    });
    expect(classifyMerge(work({ files: ['tools/a.sh'] }), classified).rule).toBe('classify');
  });
});

describe('an audit', () => {
  const merges = [
    work({ number: 1, labels: ['bug'] }),
    work({ number: 2, title: 'fix: slow start' }),
    work({ number: 3, files: ['src/onboarding/a.ts'] }),
    work({ number: 4, labels: ['enhancement'], files: ['web/app/a.ts'] }),
    work({ number: 5, labels: ['enhancement'], files: ['web/app/b.ts'] }),
    work({ number: 6, author: 'dependabot[bot]' }),
    work({ number: 7, files: ['docs/a.md'] }),
  ];

  it('counts by constraint, leaves exempt merges out, and says how much is known', () => {
    const audit = auditMerges(merges, defaultPolicy, 'activation');
    expect(audit.byConstraint).toEqual({
      activation: 1,
      adoption: 0,
      reliability: 2,
      operations: 0,
      throughput: 0,
    });
    expect([audit.merges.length, audit.exempt, audit.classified, audit.onPrimary]).toEqual([5, 2, 3, 1]);
    expect(auditMerges(merges, defaultPolicy, null).onPrimary).toBeNull();
  });

  it('proposes what decided, and names what only the team can tell', () => {
    const { proposal } = auditMerges(merges, defaultPolicy, null);
    expect(proposal.rules).toEqual({
      activation: { labels: [], paths: ['**/onboarding/**'] },
      reliability: { labels: ['bug'], paths: [] },
    });
    expect(proposal.unassigned).toEqual([
      { sign: 'label "enhancement"', merges: 2 },
      { sign: 'path "web/app/**"', merges: 2 },
    ]);
  });
});
