import { describe, expect, it } from 'vitest';
import {
  type AuditRule,
  type ClassifiedMerge,
  classifyMerge,
} from '../../../src/core/audit/classify-merge.ts';
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
    ['a file beside them that says nothing', { files: ['src/admin/a.ts', 'src/b.ts'] }, null, null],
    ['only exempt files', { files: ['docs/admin/a.md'] }, null, null],
    ['files that were not asked for', { files: null }, null, null],
    ['spaces and signs between the words of a label', { labels: ['Tech - debt'] }, 'throughput', 'label'],
    ['a conventional title that is quoted', { title: 'Revert "fix: a crash"' }, null, null],
    ['a conventional title behind a word', { title: 'Revert fix: a crash' }, null, null],
  ])('with %s serves what that says', (_case, given, constraint, rule) => {
    const found = classifyMerge(work(given), defaultPolicy);
    expect([found.constraint, found.rule]).toEqual([constraint, rule]);
    expect(found.because).toMatch(/\.$/);
  });

  it.each<readonly [Partial<MergedWork>, Omit<ClassifiedMerge, 'work'>]>([
    [
      { labels: ['Bugs'] },
      { constraint: 'reliability', rule: 'label', because: 'It carries the label "Bugs".', sign: 'Bugs' },
    ],
    [
      { issueLabels: ['onboarding'] },
      {
        constraint: 'activation',
        rule: 'label',
        because: 'It closes an issue with the label "onboarding".',
        sign: 'onboarding',
      },
    ],
    [
      { title: 'Fix(Onboarding)!: a typo' },
      { constraint: 'activation', rule: 'title', because: 'Its title names "onboarding".', sign: null },
    ],
    [
      { title: 'fix(parser): a typo' },
      { constraint: 'reliability', rule: 'title', because: 'Its title begins with "fix".', sign: null },
    ],
    [
      { files: ['src/admin/a.ts', 'docs/a.md'] },
      {
        constraint: 'operations',
        rule: 'path',
        because: 'All of its changed files lie in places like **/admin/**.',
        sign: '**/admin/**',
      },
    ],
    [{}, { constraint: null, rule: null, because: 'No label, title or file says which.', sign: null }],
  ])('with %j says what decided', (given, decided) => {
    expect(classifyMerge(work(given), defaultPolicy)).toEqual({ work: work(given), ...decided });
  });

  it('exempts paths with their case and folders, as the check does', () => {
    const exempt = { ...defaultPolicy.drift.exempt, paths: ['*.md'] };
    const policy = { ...defaultPolicy, drift: { ...defaultPolicy.drift, exempt } };
    const ruleOf = (file: string) => classifyMerge(work({ files: ['src/admin/a.ts', file] }), policy).rule;
    expect(['README.md', 'README.MD', 'web/README.md'].map(ruleOf)).toEqual(['path', null, null]);
  });

  it('T15: is not classified by its files where the config has too many globs to match them with', () => {
    const paths = Array.from({ length: 99 }, (_, index) => `**${'/a**'.repeat(50)}${index}`);
    const exempt = { ...defaultPolicy.drift.exempt, paths };
    const files = Array.from({ length: 50 }, (_, index) => `src/admin/${'a/'.repeat(490)}${index}`);
    const policy = { ...defaultPolicy, drift: { ...defaultPolicy.drift, exempt } };
    expect(classifyMerge(work({ files }), policy).constraint).toBeNull();
    expect(classifyMerge(work({ files }), defaultPolicy).constraint).toBe('operations');
  });

  it('serves what the team’s own `classify` says before all else', () => {
    expect(classifyMerge(work({ labels: ['bug'] }), classified)).toEqual({
      work: work({ labels: ['bug'] }),
      constraint: 'operations',
      rule: 'classify',
      because: 'It carries the label "bug", as `classify` says.',
      sign: 'bug',
    });
    expect(classifyMerge(work({ files: ['tools/a.sh'] }), classified)).toEqual({
      work: work({ files: ['tools/a.sh'] }),
      constraint: 'operations',
      rule: 'classify',
      because: 'All of its changed files match the paths of Operations, as `classify` says.',
      sign: null,
    });
  });

  it('is asked no paths of `classify` where its files were not asked for', () => {
    expect(classifyMerge(work({ files: null, title: 'fix: slow' }), classified).rule).toBe('title');
  });
});
