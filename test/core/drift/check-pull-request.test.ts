import { describe, expect, it, test } from 'vitest';
import { declareHint, reportInvalidConfig } from '../../../src/core/drift/check-pull-request.ts';
import { type Code, type Conclusion, codes } from '../../../src/core/drift/codes.ts';
import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import { toPlainText } from '../../../src/core/drift/phrase.ts';
import { modes } from '../../../src/core/policy.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from './builders.ts';

const acceptance = { by: 'ana', because: 'tax audit on Friday', self: false };
const exemptHotfix = { labels: ['hotfix'], authors: [], paths: [], titles: [] };

interface Row {
  readonly code: Code;
  readonly facts: Partial<PullRequestFacts>;
  readonly policy?: ReturnType<typeof aPolicy>;
  readonly conclusions: readonly [observe: Conclusion, warn: Conclusion, enforce: Conclusion];
  readonly sentence: string;
}

const rows: readonly Row[] = [
  {
    code: 'SEQ-1',
    facts: { links: linkedTo(aCandidate(12, 'activation', 'expansion')) },
    conclusions: ['note', 'warning', 'failure'],
    sentence:
      '#12 (Title of 12) is Expansion: expansion can wait until new users reach their first useful outcome.',
  },
  {
    code: 'SEQ-2',
    policy: aPolicy('reliability'),
    facts: { links: linkedTo(aCandidate(12, 'reliability', 'increases-demand')) },
    conclusions: ['note', 'warning', 'failure'],
    sentence:
      '#12 (Title of 12) is Increases demand: more demand can wait until the product carries what it has.',
  },
  {
    code: 'SEQ-3',
    policy: aPolicy('throughput'),
    facts: { links: linkedTo(aCandidate(12, 'throughput', 'new-surface')) },
    conclusions: ['note', 'warning', 'failure'],
    sentence: '#12 (Title of 12) is New surface: a new surface can wait until releases flow again.',
  },
  {
    code: 'PAUSED',
    policy: aPolicy('activation', { pause: true }),
    facts: { links: linkedTo(aCandidate(12, 'activation', 'new-surface')) },
    conclusions: ['note', 'warning', 'failure'],
    sentence:
      '#12 (Title of 12) is New surface: new surfaces and expansion are paused while evidence is collected.',
  },
  {
    code: 'DRIFT',
    facts: { links: linkedTo(anIssue(126, 'operations')) },
    conclusions: ['note', 'warning', 'failure'],
    sentence: 'This closes #126 (Title of 126), which serves Operations.',
  },
  {
    code: 'MIXED',
    facts: { links: linkedTo(anIssue(97, 'activation'), anIssue(126, 'operations')) },
    conclusions: ['note', 'warning', 'warning'],
    sentence:
      'This closes #97 (Title of 97), which serves Activation, and #126 (Title of 126), which serves Operations.',
  },
  {
    code: 'UNCLASSIFIED',
    facts: {},
    conclusions: ['note', 'warning', 'failure'],
    sentence: 'Nothing says yet which constraint this serves.',
  },
  {
    code: 'INCOMPLETE',
    facts: { links: linkedTo(aCandidate(12, 'activation', null, 'incomplete')) },
    conclusions: ['note', 'warning', 'warning'],
    sentence: '#12 (Title of 12) is a candidate that still misses an answer.',
  },
  {
    code: 'ALIGNED',
    facts: { links: linkedTo(anIssue(97, 'activation')) },
    conclusions: ['success', 'success', 'success'],
    sentence: '',
  },
  {
    code: 'EXEMPT',
    policy: aPolicy('activation', { exempt: exemptHotfix }),
    facts: { labels: ['Hotfix'], links: linkedTo(anIssue(126, 'operations')) },
    conclusions: ['success', 'success', 'success'],
    sentence: 'This closes #126 (Title of 126), which serves Operations.',
  },
  {
    code: 'ACCEPTED',
    facts: { links: linkedTo(anIssue(126, 'operations')), commands: { constraint: null, acceptance } },
    conclusions: ['success', 'success', 'success'],
    sentence: 'This closes #126 (Title of 126), which serves Operations.',
  },
];

test('every code has its row', () => {
  expect(rows.map(({ code }) => code)).toEqual(codes);
});

describe.each(rows)('$code', ({ code, facts, policy = aPolicy(), conclusions, sentence }) => {
  it.each(modes.map((mode, index) => ({ mode, conclusion: conclusions[index] })))(
    'is a $conclusion in $mode',
    ({ mode, conclusion }) => {
      const report = reportOn(aPullRequest(facts), { ...policy, drift: { ...policy.drift, mode } });
      expect(report.codes).toEqual([code]);
      expect(report.conclusion).toBe(conclusion);
      expect(report.findings.map(({ text }) => toPlainText(text)).join(' ')).toBe(sentence);
    },
  );
});

describe('several codes', () => {
  it('are all listed in table order, and the worst concludes', () => {
    const links = linkedTo(aCandidate(3, null, null, 'incomplete'), aCandidate(2, 'adoption', 'expansion'));
    const policy = aPolicy('activation', { pause: true, mode: 'enforce' });
    const report = reportOn(aPullRequest({ links }), policy);
    expect(report.codes).toEqual(['SEQ-1', 'PAUSED', 'DRIFT', 'INCOMPLETE']);
    expect(report.conclusion).toBe('failure');
    expect(report.findings.map(({ code, text }) => `${code}: ${toPlainText(text)}`)).toEqual([
      'SEQ-1: #2 (Title of 2) is Expansion: expansion can wait until new users reach their first useful outcome.',
      'PAUSED: #2 (Title of 2) is Expansion: new surfaces and expansion are paused while evidence is collected.',
      'DRIFT: This closes #2 (Title of 2), which serves Adoption.',
      'INCOMPLETE: #3 (Title of 3) is a candidate that still misses an answer.',
    ]);
  });

  it('are set aside where the work enables an open issue on the constraint', () => {
    const links = linkedTo(aCandidate(3, null, null, 'incomplete'), aCandidate(2, 'adoption', 'expansion'));
    const report = reportOn(aPullRequest({ links, enables: [anIssue(20, 'activation')] }), aPolicy());
    expect(report).toMatchObject({ codes: ['ALIGNED'], findings: [], remedies: [] });
  });

  it('holds both UNCLASSIFIED and INCOMPLETE against a candidate without a constraint', () => {
    const report = reportOn(
      aPullRequest({ links: linkedTo(aCandidate(3, null, null, 'incomplete')) }),
      aPolicy(),
    );
    expect(report.codes).toEqual(['UNCLASSIFIED', 'INCOMPLETE']);
    expect(report.focusLabel).toBe('focus: unclassified');
  });

  it.each([
    ['DRIFT', { links: linkedTo(anIssue(1, 'operations')) }, 'focus: off-constraint'],
    ['ALIGNED', { links: linkedTo(anIssue(1, 'activation')) }, 'focus: aligned'],
    ['UNCLASSIFIED', {}, 'focus: unclassified'],
    [
      'INCOMPLETE',
      { links: linkedTo(aCandidate(1, 'activation', null, 'incomplete')) },
      'focus: unclassified',
    ],
  ] as const)('%s gives its focus label', (_code, facts, label) => {
    expect(reportOn(aPullRequest(facts), aPolicy()).focusLabel).toBe(label);
  });
});

describe('what is accepted', () => {
  it('keeps the reason, the person, the constraint and what was found', () => {
    const facts = aPullRequest({
      links: linkedTo(anIssue(126, 'operations')),
      commands: { constraint: null, acceptance },
    });
    const report = reportOn(facts, aPolicy());
    expect(report).toMatchObject({ acceptance, constraint: 'operations', focusLabel: 'focus: accepted' });
    expect(report.findings.map(({ code }) => code)).toEqual(['DRIFT']);
    expect(report.remedies).toEqual([]);
  });

  it('is nothing on an aligned pull request', () => {
    const facts = aPullRequest({
      links: linkedTo(anIssue(97, 'activation')),
      commands: { constraint: null, acceptance },
    });
    expect(reportOn(facts, aPolicy())).toMatchObject({ codes: ['ALIGNED'], acceptance: null });
  });
});

describe('the allowance', () => {
  const drifting = aPullRequest({ links: linkedTo(anIssue(126, 'operations')) });
  const generous = aPolicy('activation', { allowance: 30, mode: 'enforce' });

  it('keeps a note a note, and says so', () => {
    const report = reportOn(drifting, generous, { offConstraint: 3, merges: 12 });
    expect(report.conclusion).toBe('note');
    expect(report.allowanceNote).toBe('within the allowance: 3 of 12 merges');
  });

  it.each([
    ['at the allowance', { offConstraint: 3, merges: 10 }],
    ['above it', { offConstraint: 4, merges: 10 }],
    ['where no summary tells the share', null],
  ])('does not help %s', (_case, share) => {
    expect(reportOn(drifting, generous, share)).toMatchObject({ conclusion: 'failure', allowanceNote: null });
  });

  it('of nought helps nobody', () => {
    const report = reportOn(drifting, aPolicy('activation', { allowance: 0 }), {
      offConstraint: 0,
      merges: 9,
    });
    expect(report.conclusion).toBe('warning');
  });

  it('does not soften a sequence violation beside the drift', () => {
    const facts = aPullRequest({ links: linkedTo(aCandidate(2, 'adoption', 'expansion')) });
    expect(reportOn(facts, generous, { offConstraint: 0, merges: 9 }).conclusion).toBe('failure');
  });
});

describe('without a declared constraint', () => {
  it('succeeds with one line that says how to declare one', () => {
    const report = reportOn(aPullRequest({ enables: 'unread' }), aPolicy(null));
    expect(report).toMatchObject({ conclusion: 'success', codes: [], focusLabel: null, hint: declareHint });
    expect(report.constraint).toBeNull();
  });

  it('says all the same which constraint the work serves', () => {
    const report = reportOn(
      aPullRequest({ links: linkedTo(aCandidate(2, 'adoption', null)) }),
      aPolicy(null),
    );
    expect(report).toMatchObject({ conclusion: 'success', codes: [], constraint: 'adoption' });
    expect(report).toMatchObject({ resolvedBy: 'linked-issue', focusLabel: null, hint: declareHint });
  });

  it('still says what is paused', () => {
    const policy = aPolicy(null, { pause: true });
    const report = reportOn(
      aPullRequest({ links: linkedTo(aCandidate(2, null, 'expansion', 'incomplete')) }),
      policy,
    );
    expect(report.codes).toEqual(['PAUSED']);
    expect(report.hint).toBe(declareHint);
  });
});

test('an invalid config succeeds, and hands on every Problem', () => {
  const problem = {
    code: 'CONFIG_UNKNOWN_KEY',
    message: 'There is no key `primry`.',
    fix: 'Write `primary`.',
  };
  const report = reportInvalidConfig([problem], aPolicy('activation', { mode: 'enforce' }));
  expect(report).toMatchObject({
    conclusion: 'success',
    codes: [],
    problems: [problem],
    primary: null,
    hint: null,
  });
});

describe('the lines that put it right', () => {
  it.each([
    ['DRIFT', { links: linkedTo(anIssue(1, 'operations')) }, ['/constraint activation', '/accept because …']],
    [
      'MIXED',
      { links: linkedTo(anIssue(1, 'operations'), anIssue(2, 'activation')) },
      ['/constraint activation', '/accept because …'],
    ],
    ['UNCLASSIFIED', {}, ['Closes #…', '/constraint activation', '/accept because …']],
    ['SEQ-1', { links: linkedTo(aCandidate(1, 'activation', 'expansion')) }, ['/accept because …']],
    [
      'INCOMPLETE',
      { links: linkedTo(aCandidate(1, 'activation', null, 'incomplete')) },
      ['/answer …', '/accept because …'],
    ],
  ] as const)('of %s', (_code, facts, lines) => {
    expect(reportOn(aPullRequest(facts), aPolicy()).remedies.map(({ line }) => line)).toEqual(lines);
  });

  it('name the candidate that misses an answer, and the day of the summary', () => {
    const links = linkedTo(
      aCandidate(40, 'activation', null),
      anIssue(42, 'activation'),
      aCandidate(41, 'activation', null, 'incomplete'),
    );
    const facts = aPullRequest({ links });
    const notes = reportOn(facts, aPolicy()).remedies.map(({ note }) => note);
    expect(notes).toEqual(['on #41, where the missing answer is named', 'counted, and listed on Monday']);
  });
});
