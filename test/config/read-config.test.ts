import { assert, object, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readConfig } from '../../src/config/read-config.ts';
import { defaultPolicy } from '../../src/core/policy.ts';
import type { Problem } from '../../src/core/problem.ts';

const full = `primary:
  constraint: activation
  since: 2026-11-02
  because: Four of ten sign-ups never connect a data source.
  owner: "@Ana"
  metric: { name: Sign-ups, unit: "%", baseline: 38, target: 55, minimum: 45 }
duties: { issues: action, pull-requests: app, milestones: none, summary: app }
scoring: { who-may-score: write }
drift:
  mode: enforce
  allowance: 12.5
  pause: true
  exempt: { labels: [security], authors: ["@ana", "*[bot]"], paths: [], titles: ["Revert *"] }
  milestone-focus: 75
classify:
  reliability: { labels: [bug], paths: ["infra/**"] }
  operations: { labels: [support] }
  adoption: { paths: [web/**] }
summary: { day: friday, time-zone: Europe/Berlin, top: 5, repositories: [acme/other] }
plan: { milestones: true }
sweep: { comments: true }
fields: { score: Score, verdict: Verdict, constraint: Constraint }
labels: { candidate: idea, "score: 1": weak }
`;

describe('readConfig', () => {
  it.each([
    ['nothing', ''],
    ['only a comment', '# later\n'],
    ['an empty map', '{}'],
    ['an open primary', 'primary:\n'],
    ['primary: null', 'primary: null'],
    ['a primary without a constraint, still diagnosing', 'primary:\n  owner: ana\n'],
    ['settings left empty', 'labels: { candidate: }\nfields: { score: }\nprimary: { metric: }\n'],
    ['sections left empty', 'drift:\n  exempt:\nlabels:\nclassify:\n  activation:\nsummary: { day: }\n'],
  ])('takes the defaults for %s', (_, text) => {
    const result = readConfig(text, null);
    const { classify, ...rest } = result.ok ? result.value : { classify: null };
    const { classify: none, ...defaults } = defaultPolicy;
    expect(none).toEqual({});
    expect(classify).toEqual({});
    expect(rest).toEqual(defaults);
  });

  it('reads every setting', () => {
    expect(readConfig(full, 'acme/app')).toEqual({
      ok: true,
      value: {
        primary: {
          constraint: 'activation',
          since: '2026-11-02',
          because: 'Four of ten sign-ups never connect a data source.',
          owner: 'Ana',
          metric: { name: 'Sign-ups', unit: '%', baseline: 38, target: 55, minimum: 45 },
        },
        duties: { issues: 'action', 'pull-requests': 'app', milestones: 'none', summary: 'app' },
        scoring: { whoMayScore: 'write' },
        drift: {
          mode: 'enforce',
          allowance: 12.5,
          pause: true,
          exempt: { labels: ['security'], authors: ['ana', '*[bot]'], paths: [], titles: ['Revert *'] },
          milestoneFocus: 75,
        },
        classify: {
          reliability: { labels: ['bug'], paths: ['infra/**'] },
          operations: { labels: ['support'], paths: [] },
          adoption: { labels: [], paths: ['web/**'] },
        },
        summary: { day: 'friday', timeZone: 'Europe/Berlin', top: 5, repositories: ['acme/other'] },
        plan: { milestones: true },
        sweep: { comments: true },
        fields: { score: 'Score', verdict: 'Verdict', constraint: 'Constraint' },
        labels: { candidate: 'idea', 'score: 1': 'weak' },
      },
    });
  });

  it('leaves this repository out of its own further ones', () => {
    const result = readConfig('summary: { repositories: [Acme/App, acme/other] }', 'acme/app');
    expect(result.ok && result.value.summary.repositories).toEqual(['acme/other']);
  });

  it('reads a metric without a unit, and texts left empty as left out', () => {
    const text =
      'primary: { constraint: adoption, since: "", because: " ", owner: "", metric: { name: n, baseline: 2, target: 1, minimum: 1 } }';
    const result = readConfig(text, null);
    expect(result.ok && result.value.primary).toEqual({
      constraint: 'adoption',
      since: null,
      because: null,
      owner: null,
      metric: { name: 'n', unit: '', baseline: 2, target: 1, minimum: 1 },
    });
  });

  it('tells every fault at once, each at its line and column', () => {
    const text = `primary:
  constraint: activaton
  since: 2026-02-30
  metric: { name: Sign-ups, baseline: 38, target: 55, minimum: 60 }
drift:
  mod: warn
  allowance: 120
  pause: yes
  exempt:
    labels: security
    paths: ["docs/**", 7]
summary:
  day: mon
  time-zone: Europe/Berlinn
  top: 2.5
  repositories: [acme/other, elsewhere]
labels:
  candidate: first move
  "focus: aligned": 12
  ideas: x
notes: []
`;
    expect(problemsOf(text).map(brief)).toEqual([
      '2:15 CONFIG_UNKNOWN_VALUE Write `activation` instead.',
      '3:10 CONFIG_SINCE_NOT_A_DATE Write day 1 of the 90 as `YYYY-MM-DD`.',
      '4:64 CONFIG_METRIC_MINIMUM Set `minimum` to a value from 38 to 55.',
      expect.stringMatching(/^6:\d+ CONFIG_UNKNOWN_KEY Write `mode` instead\.$/),
      '7:14 CONFIG_OUT_OF_RANGE Write a number of at most 100.',
      '8:10 CONFIG_WRONG_TYPE Write true or false.',
      '10:13 CONFIG_WRONG_TYPE Put it in a list: `["security"]`.',
      '11:24 CONFIG_WRONG_TYPE Put it in quotes: `"7"`.',
      '13:8 CONFIG_UNKNOWN_VALUE Choose one of monday, tuesday, wednesday, thursday, friday, saturday, sunday.',
      '14:14 CONFIG_UNKNOWN_TIME_ZONE Write `Europe/Berlin` instead.',
      '15:8 CONFIG_WRONG_TYPE Write a whole number.',
      '16:30 CONFIG_REPOSITORY_FORM Write it as `owner/repo`.',
      '18:14 CONFIG_LABEL_TWICE Choose another name for it.',
      '19:21 CONFIG_WRONG_TYPE Put it in quotes: `"12"`.',
      expect.stringMatching(/^20:\d+ CONFIG_UNKNOWN_KEY Remove it\.$/),
      expect.stringMatching(/^21:\d+ CONFIG_UNKNOWN_KEY Remove it\.$/),
    ]);
  });

  it('names what was found, what was expected and the file', () => {
    expect(problemsOf('drift: { mode: strict }', 'somewhere.yml')).toEqual([
      {
        code: 'CONFIG_UNKNOWN_VALUE',
        message: '`drift.mode` cannot be "strict".',
        found: '"strict"',
        expected: 'one of observe, warn, enforce',
        fix: 'Choose one of observe, warn, enforce.',
        at: { file: 'somewhere.yml', line: 1, column: 16 },
      },
    ]);
  });

  it.each([
    ['a list', '- a', 'CONFIG_WRONG_TYPE'],
    ['a text', 'hello', 'CONFIG_WRONG_TYPE'],
    [
      'a missing key',
      'primary: { constraint: adoption, metric: { name: n, baseline: 1, target: 2 } }',
      'CONFIG_MISSING_KEY',
    ],
    [
      'a key left empty that is needed',
      'primary: { metric: { name: n, baseline: 1, target: 2, minimum: } }',
      'CONFIG_WRONG_TYPE',
    ],
    ['a number in words', 'drift: { allowance: "10" }', 'CONFIG_WRONG_TYPE'],
    ['a number that is none', 'drift: { allowance: .nan }', 'CONFIG_WRONG_TYPE'],
    [
      'a number without end',
      'primary: { metric: { name: n, baseline: 1, target: .inf, minimum: 1 } }',
      'CONFIG_WRONG_TYPE',
    ],
    ['a mode of the wrong type', 'drift: { mode: 3 }', 'CONFIG_WRONG_TYPE'],
    ['a number below its range', 'summary: { top: 0 }', 'CONFIG_OUT_OF_RANGE'],
    ['an empty glob', 'drift: { exempt: { titles: [""] } }', 'CONFIG_EMPTY'],
    ['an unknown constraint', 'classify: { quality: { labels: [bug] } }', 'CONFIG_UNKNOWN_KEY'],
    ['T15: a glob too long', `drift: { exempt: { titles: ["${'*'.repeat(257)}"] } }`, 'CONFIG_TOO_LONG'],
    ['T31: a label of 51 characters', `labels: { candidate: ${'x'.repeat(51)} }`, 'CONFIG_TOO_LONG'],
    [
      'T31: an exempt label of 51 characters',
      `drift: { exempt: { labels: [${'x'.repeat(51)}] } }`,
      'CONFIG_TOO_LONG',
    ],
  ])('refuses %s with its own code', (_, text, code) => {
    expect(problemsOf(text).map((problem) => problem.code)).toEqual([code]);
  });

  it('T31: takes a label of 50 characters', () => {
    expect(readConfig(`labels: { candidate: ${'x'.repeat(50)} }`, null).ok).toBe(true);
  });
});

describe('readConfig of a hostile text', () => {
  it.each([
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\ndrift: [*b, *b]\n', 'YAML_ALIAS'],
    ['great depth', `drift: ${'['.repeat(500)}${']'.repeat(500)}`, 'YAML_TOO_DEEP'],
    [
      '30,000 keys',
      Array.from({ length: 30_000 }, (_, index) => `k${index}: 1\n`).join(''),
      'YAML_TOO_LARGE',
    ],
    ['a tag', 'drift: !!js/function x', 'YAML_TAG'],
    ['a merge key', '"<<": { drift: { mode: warn } }', 'CONFIG_UNKNOWN_KEY'],
    ['__proto__', '__proto__: { drift: { mode: warn } }', 'CONFIG_UNKNOWN_KEY'],
    ['__proto__ below', 'drift: { __proto__: { mode: warn } }', 'CONFIG_UNKNOWN_KEY'],
    ['__proto__ as a label', 'labels: { __proto__: x }', 'CONFIG_UNKNOWN_KEY'],
    ['__proto__ to classify', 'classify: { __proto__: { labels: [a] } }', 'CONFIG_UNKNOWN_KEY'],
    ['constructor', 'constructor: { prototype: { polluted: 1 } }', 'CONFIG_UNKNOWN_KEY'],
    ['toString as a field', 'fields: { toString: x }', 'CONFIG_UNKNOWN_KEY'],
  ])('T14: refuses %s and touches no prototype', (_, text, code) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    expect(new Set(problemsOf(text).map((problem) => problem.code))).toContain(code);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'mode')).toBeUndefined();
  });

  it('T14: tells as many unknown keys as a file can hold', () => {
    const text = Array.from({ length: 990 }, (_, index) => `summry${index}: 1\n`).join('');
    expect(problemsOf(text)).toHaveLength(990);
  });

  it('T14: never throws, whatever the text; what it refuses has place and fix', () => {
    const anyData = object({
      maxDepth: 4,
      key: oneof(
        string(),
        ...['primary', 'drift', 'labels', 'metric'].map((key) => string({ maxLength: 0 }).map(() => key)),
      ),
    });
    assert(
      property(
        oneof(
          string(),
          anyData.map((data) => stringify(data)),
        ),
        (text) => {
          const result = readConfig(text, 'acme/app');
          if (result.ok) return;
          expect(result.problems.length).toBeGreaterThan(0);
          for (const problem of result.problems) {
            expect(problem.fix).not.toBe('');
            expect(problem.at?.line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

function problemsOf(text: string, file?: string): readonly Problem[] {
  const result = readConfig(text, 'acme/app', file);
  return result.ok ? [] : result.problems;
}

function brief({ code, fix, at }: Problem): string {
  return `${at?.line}:${at?.column} ${code} ${fix}`;
}
