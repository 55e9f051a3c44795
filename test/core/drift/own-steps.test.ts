import { describe, expect, it } from 'vitest';
import { resolveConstraint } from '../../../src/core/drift/resolve-constraint.ts';
import { aPolicy, aPullRequest } from './builders.ts';
import { classify, policy, resolved, textOf } from './resolved.ts';

describe('its milestone', () => {
  it.each([
    [
      'candidates that do not agree',
      [
        { number: 1, constraint: 'adoption', complete: true },
        { number: 2, constraint: 'operations', complete: true },
      ],
      'The candidates of its milestone "Autumn" do not agree: Adoption, Operations.',
    ],
    [
      'only incomplete candidates',
      [{ number: 1, constraint: 'adoption', complete: false }],
      'Its milestone "Autumn" has no open, complete candidate.',
    ],
    ['no candidates', [], 'Its milestone "Autumn" has no open, complete candidate.'],
    ['unreadable candidates', 'unreadable', 'The candidates of its milestone "Autumn" could not be read.'],
  ] as const)('does not answer with %s', (_case, candidates, sentence) => {
    const resolution = resolved({ milestone: { title: 'Autumn', candidates } });
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'milestone')).toBe(sentence);
  });

  it('is asked for its candidates', () => {
    const facts = aPullRequest({ milestone: { title: 'Autumn', candidates: 'unread' } });
    expect(resolveConstraint(facts, policy)).toEqual({ needs: { fact: 'milestone' } });
  });
});

describe('its changed files', () => {
  const exempting = aPolicy(
    'activation',
    { exempt: { labels: [], authors: [], titles: [], paths: ['docs/**'] } },
    { classify },
  );

  it.each([
    ['exempt files aside', ['docs/a.md', 'infra/main.tf'], 'reliability'],
    ['one constraint that matches them all', ['infra/jobs/run.ts', 'admin/index.ts'], 'operations'],
    ['two constraints', ['infra/jobs/run.ts'], null],
    ['a file that matches none', ['infra/main.tf', 'src/index.ts'], null],
    ['a file whose folder is written in another case', ['Infra/main.tf'], null],
    ['only exempt files', ['docs/a.md'], null],
    ['no files', [], null],
    ['more files than GitHub lists', 'too-many', null],
    ['unreadable files', 'unreadable', null],
  ] as const)('with %s', (_case, files, constraint) => {
    expect(resolved({ files }, exempting).constraint).toBe(constraint);
  });

  it('T15: say so where there are too many globs to match that many long paths with', () => {
    const paths = Array.from({ length: 100 }, (_, index) => `**${'/a**'.repeat(50)}${index}`);
    const many = aPolicy('activation', {}, { classify: { operations: { labels: [], paths } } });
    const files = Array.from({ length: 50 }, (_, index) => `${'a/'.repeat(490)}${index}`);
    const resolution = resolved({ files }, many);
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'paths')).toBe(
      'Matching its changed files with the paths in the config would take too long, so they do not classify it.',
    );
  });

  it('are asked for only where paths are classified', () => {
    expect(resolveConstraint(aPullRequest({ files: 'unread' }), policy)).toEqual({
      needs: { fact: 'files' },
    });
    expect(textOf(resolved({ files: 'unread' }, aPolicy()), 'paths')).toBe(
      'No paths are classified in the config.',
    );
  });
});
