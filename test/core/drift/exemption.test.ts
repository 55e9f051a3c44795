import { describe, expect, it } from 'vitest';
import { findExemption } from '../../../src/core/drift/exemption.ts';
import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import { aPolicy, aPullRequest } from './builders.ts';

const policy = aPolicy('activation', {
  exempt: {
    labels: ['security'],
    authors: ['dependabot[bot]'],
    paths: ['docs/**', '*.md'],
    titles: ['Revert *'],
  },
});

describe('a pull request', () => {
  it.each<[string, Partial<PullRequestFacts>, string]>([
    ['by a label, without case', { labels: ['Security'] }, 'It carries the label "Security".'],
    ['by its author, without case', { author: 'Dependabot[bot]' }, 'Its author is Dependabot[bot].'],
    ['by its title', { title: 'Revert "Add x"' }, 'Its title matches "Revert *".'],
    [
      'when every file matches',
      { files: ['docs/a/b.md', 'README.md'] },
      'Every changed file matches docs/** or *.md.',
    ],
    [
      'by its label though the files were not read',
      { labels: ['security'], files: 'unread' },
      'It carries the label "security".',
    ],
  ])('is exempt %s', (_case, facts, sentence) => {
    expect(findExemption(aPullRequest(facts), policy)).toMatchObject({ text: sentence });
  });

  it.each<[string, Partial<PullRequestFacts>]>([
    ['whose title only holds the word', { title: 'Do not Revert this' }],
    ['of which one file does not match', { files: ['docs/a.md', '.github/chokepoint.yml'] }],
    ['of which one file only matches in another case', { files: ['docs/a.md', 'Docs/a.txt'] }],
    ['of which one file lies deeper than its pattern reaches', { files: ['web/README.md'] }],
    ['that changes no file', { files: [] }],
    ['whose files could not be read', { files: 'unreadable' }],
    ['that changes too many files to list', { files: 'too-many' }],
    ['whose author only resembles', { author: 'dependabotb' }],
  ])('is not exempt %s', (_case, facts) => {
    expect(findExemption(aPullRequest(facts), policy)).toBeNull();
  });

  it('T15: is not exempt by more globs than can be matched with that many long paths', () => {
    const paths = ['**', ...Array.from({ length: 99 }, (_, index) => `**${'/a**'.repeat(50)}${index}`)];
    const files = Array.from({ length: 50 }, (_, index) => `${'a/'.repeat(490)}${index}`);
    const exempting = (by: readonly string[]) =>
      aPolicy('activation', { exempt: { labels: [], authors: [], titles: [], paths: by } });
    expect(findExemption(aPullRequest({ files }), exempting(paths))).toBeNull();
    expect(findExemption(aPullRequest({ files }), exempting(['**']))).toMatchObject({ by: 'paths' });
  });

  it('is asked for its files where only they can tell', () => {
    expect(findExemption(aPullRequest({ files: 'unread' }), policy)).toEqual({ needs: { fact: 'files' } });
    expect(findExemption(aPullRequest({ files: 'unread' }), aPolicy())).toBeNull();
  });
});
