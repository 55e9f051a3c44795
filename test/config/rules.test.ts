import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import type { Problem } from '../../src/core/problem.ts';

function metric(baseline: number, target: number, minimum: number): string {
  return `primary: { constraint: activation, metric: { name: n, baseline: ${baseline}, target: ${target}, minimum: ${minimum} } }`;
}

describe('each rule', () => {
  it.each([
    ['the metric may rise', metric(38, 55, 45), []],
    ['the metric may fall', metric(9, 3, 5), []],
    ['the minimum may be the target', metric(38, 55, 55), []],
    ['the minimum may be the baseline', metric(38, 55, 38), []],
    ['the metric has to move', metric(38, 38, 38), ['CONFIG_METRIC_FLAT']],
    ['the minimum is not past the target', metric(38, 55, 56), ['CONFIG_METRIC_MINIMUM']],
    ['the minimum is not short of the baseline', metric(38, 55, 37), ['CONFIG_METRIC_MINIMUM']],
    ['what cannot move has no way', metric(38, 38, 50), ['CONFIG_METRIC_FLAT']],
    ['the minimum of a falling metric is on its way', metric(9, 3, 10), ['CONFIG_METRIC_MINIMUM']],
    ['a constraint needs no metric', 'primary: { constraint: adoption }', []],
    ['a leap day is a day', 'primary: { since: 2028-02-29 }', []],
    ['a leap day of another year is none', 'primary: { since: 2026-02-29 }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['month 13 is none', 'primary: { since: 2026-13-01 }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['a date has one form', 'primary: { since: 2.11.2026 }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['a month is no day', 'primary: { since: 2026-11 }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['a year has four digits', 'primary: { since: "+012026-11-02" }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['a moment is no day', 'primary: { since: 2026-11-02T10:00:00Z }', ['CONFIG_SINCE_NOT_A_DATE']],
    ['an owner is a login', 'primary: { owner: ana-b_acme }', []],
    ['a mention names a login', 'primary: { owner: "@ana" }', []],
    ['a team is no owner', 'primary: { owner: acme/growth }', ['CONFIG_OWNER_NOT_A_LOGIN']],
    ['two owners are none', 'primary: { owner: "ana, ben" }', ['CONFIG_OWNER_NOT_A_LOGIN']],
    ['UTC is a zone', 'summary: { time-zone: UTC }', []],
    ['a city is a zone', 'summary: { time-zone: America/Argentina/Ushuaia }', []],
    ['a city may have a hyphen', 'summary: { time-zone: America/Port-au-Prince }', []],
    ['an offset is none', 'summary: { time-zone: "+02:00" }', ['CONFIG_UNKNOWN_TIME_ZONE']],
    ['an unknown city is none', 'summary: { time-zone: Mars/Olympus }', ['CONFIG_UNKNOWN_TIME_ZONE']],
    ['owners compare without case', 'summary: { repositories: [ACME/other] }', []],
    ['a further repository has an owner', 'summary: { repositories: [other] }', ['CONFIG_REPOSITORY_FORM']],
    [
      'a further repository is no address',
      'summary: { repositories: ["https://github.com/acme/other"] }',
      ['CONFIG_REPOSITORY_FORM'],
    ],
    [
      'a further repository is of the same owner',
      'summary: { repositories: [evil/other] }',
      ['CONFIG_REPOSITORY_FOREIGN'],
    ],
    [
      'a further repository is listed once',
      'summary: { repositories: [acme/b, Acme/B] }',
      ['CONFIG_REPOSITORY_TWICE'],
    ],
    ['a parent is of the same owner', 'extends: Acme/.github', []],
    ['T16: a parent of another owner is refused', 'extends: evil/.github', ['CONFIG_EXTENDS_FOREIGN']],
    ['T16: a parent is a repository', 'extends: acme/.github/other.yml', ['CONFIG_EXTENDS_FORM']],
    ['T16: a parent does not lead outside', 'extends: acme/..', ['CONFIG_EXTENDS_FORM']],
    ['T16: a parent is not the folder itself', 'extends: acme/.', ['CONFIG_EXTENDS_FORM']],
    ['T16: a parent has no branch', 'extends: acme/a?ref=x', ['CONFIG_EXTENDS_FORM']],
    ['a parent has an owner', 'extends: .github', ['CONFIG_EXTENDS_FORM']],
    ['T31: a label may change its case', 'labels: { candidate: Candidate }', []],
    ['T31: two labels may swap names', 'labels: { candidate: first move, first move: candidate }', []],
    [
      'T31: a label does not take the name of another',
      'labels: { candidate: "Focus: Aligned" }',
      ['CONFIG_LABEL_TWICE'],
    ],
    [
      'T31: two labels do not get one name',
      'labels: { candidate: idea, first move: Idea }',
      ['CONFIG_LABEL_TWICE'],
    ],
    [
      'T31: three labels do not get one name',
      'labels: { candidate: x, first move: X, "score: 1": x }',
      ['CONFIG_LABEL_TWICE', 'CONFIG_LABEL_TWICE'],
    ],
    ['T31: a label has no comma', 'labels: { candidate: "a,b" }', ['CONFIG_LABEL_NAME']],
    ['T31: a label is one line', 'labels: { candidate: "a\\nb" }', ['CONFIG_LABEL_NAME']],
    ['T31: a label has no space around it', 'labels: { candidate: " a" }', ['CONFIG_LABEL_NAME']],
    ['each value has its field', 'fields: { score: S, verdict: V, constraint: C }', []],
    [
      'two values do not share a field',
      'fields: { score: S, verdict: V, constraint: S }',
      ['CONFIG_FIELD_TWICE'],
    ],
    [
      'a label classifies once',
      'classify: { adoption: { labels: [bug] }, reliability: { labels: [Bug] } }',
      ['CONFIG_CLASSIFY_TWICE'],
    ],
    [
      'a glob classifies once',
      'classify: { adoption: { paths: [a] }, reliability: { paths: [b, a] } }',
      ['CONFIG_CLASSIFY_TWICE'],
    ],
    [
      'globs of another case are others',
      'classify: { adoption: { paths: [a] }, reliability: { paths: [A] } }',
      [],
    ],
    ['a glob starts at the root', 'drift: { exempt: { paths: [/docs/**] } }', ['CONFIG_PATH_GLOB']],
    ['a glob names files', 'classify: { adoption: { paths: [./web/] } }', ['CONFIG_PATH_GLOB']],
    ['a glob may begin with stars', 'classify: { adoption: { paths: ["**/*.md", .github/**] } }', []],
  ])('%s', (_, text, codes) => {
    expect(problemsOf(text).map(({ code }) => code)).toEqual(codes);
  });

  it('takes an owner whose name begins with a digit', () => {
    expect(readConfig('extends: 7acme/.github', '7acme/app').ok).toBe(true);
  });

  it('is not asked of an owner that is not known', () => {
    expect(readConfig('extends: evil/x\nsummary: { repositories: [other/y] }', null).ok).toBe(true);
  });

  it('points at the label that was renamed, not at the one that kept its name', () => {
    expect(problemsOf('labels:\n  "score: 5": candidate\n  candidate: Candidate\n')[0]).toMatchObject({
      message: '`labels."score: 5"` has the name of the label `candidate`.',
      found: '"candidate"',
      at: { line: 2, column: 15 },
    });
  });

  it('says what a glob for paths should have been', () => {
    const text = 'drift: { exempt: { paths: [/docs/**, web/, ./a, /] } }';
    expect(problemsOf(text).map(({ fix }) => fix)).toEqual([
      'Write `docs/**` instead.',
      'Write `web/**` instead.',
      'Write `a` instead.',
      'Write `**` instead.',
    ]);
  });
});

function problemsOf(text: string): readonly Problem[] {
  const result = readConfig(text, 'acme/app');
  return result.ok ? [] : result.problems;
}
