import { describe, expect, it } from 'vitest';
import {
  andMore,
  constraintName,
  counted,
  nameIssueIn,
  percentOf,
  titleOf,
  weekWords,
} from '../../src/render/wording.ts';
import { issue } from './summary/example.ts';

describe('the words of the summary', () => {
  it('write an issue with its repository as soon as there are several', () => {
    expect(nameIssueIn([])(issue(12))).toBe('#12');
    expect(nameIssueIn(['acme/importer'])(issue(12))).toBe('#12');
    expect(nameIssueIn(['acme/importer', 'acme/api'])(issue(12))).toBe('acme/importer#12');
  });

  it('cut a title after 80 characters, and say where there is none', () => {
    expect(titleOf(issue(1, 'x'.repeat(80)))).toBe('x'.repeat(80));
    expect(titleOf(issue(1, 'x'.repeat(81)))).toBe(`${'x'.repeat(79)}…`);
    expect(titleOf(issue(1, ' \u200b'))).toBe('(no title)');
  });

  it('count, and name weeks and constraints', () => {
    expect([counted(0, 'merge'), counted(1, 'merge'), counted(2, 'merge')]).toEqual([
      '0 merges',
      '1 merge',
      '2 merges',
    ]);
    expect([counted(1, 'repository', 'repositories'), counted(2, 'repository', 'repositories')]).toEqual([
      '1 repository',
      '2 repositories',
    ]);
    expect([percentOf(2, 3), percentOf(5, 5)]).toEqual(['67 %', '100 %']);
    expect([weekWords('2026-W48'), weekWords('2026-W08')]).toEqual(['week 48', 'week 8']);
    expect([constraintName('throughput'), constraintName(null)]).toEqual(['Throughput', 'unclassified']);
    expect([andMore(10, 10), andMore(10, 11), andMore(0, 3)]).toEqual(['', ' and 1 more', ' and 3 more']);
  });
});
