import { describe, expect, it } from 'vitest';
import { auditMerges } from '../../../src/core/audit/audit-merges.ts';
import type { MergedWork } from '../../../src/core/audit/merged-work.ts';
import { defaultPolicy } from '../../../src/core/policy.ts';

function work(given: Partial<MergedWork> = {}): MergedWork {
  const plain = { number: 1, title: 'Change', author: 'ana', mergedAt: '2026-11-01T10:00:00Z' };
  return { ...plain, labels: [], issueLabels: [], files: [], ...given };
}

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

  it('exempts nothing by files that were not asked for', () => {
    const unread = [work({ files: null }), work({ files: null, author: 'renovate[bot]' })];
    const { merges: counted, exempt } = auditMerges(unread, defaultPolicy, null);
    expect([counted.length, exempt]).toEqual([1, 1]);
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
