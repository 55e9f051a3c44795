import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, test } from 'vitest';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import { reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import type { OffConstraintShare, PullRequestFacts } from '../../src/core/drift/facts.ts';
import { toPlainText } from '../../src/core/drift/phrase.ts';
import type { Policy } from '../../src/core/policy.ts';
import { annotationsFor, renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import {
  pullRequestMarker,
  renderDriftComment,
  renderSettledComment,
} from '../../src/render/drift-comment.ts';
import type { DriftContext } from '../../src/render/drift-wording.ts';
import { renderReasonTree } from '../../src/render/reason-tree.ts';
import { anyFacts, anyPolicy } from '../core/drift/arbitraries.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

const context: DriftContext = {
  because: 'Four of ten sign-ups never connect a data source.',
  until: '2027-01-30',
  lastWeek: { aligned: 5, classified: 7 },
  whoMayScore: 'triage',
  docs: 'https://example.org/docs/drift.md',
};
const marker = pullRequestMarker('acme/shop', 7);
const invoices = anIssue(126, 'operations', { title: 'Bulk invoice export' });
const drifting = { links: linkedTo(invoices) };

function commentOn(
  facts: Partial<PullRequestFacts>,
  policy: Policy = aPolicy(),
  share: OffConstraintShare | null = null,
): string | null {
  return renderDriftComment(reportOn(aPullRequest(facts), policy, share), context, marker, nothingTold);
}

describe('the comment on a drifting pull request', () => {
  it('gives permission to focus, and names the lines that put it right', () => {
    expect(commentOn(drifting)).toBe(
      [
        '**Outside the constraint.** This closes #126 (*Bulk invoice export*), which serves **Operations**. Until 30 January the team works on **Activation**: *Four of ten sign-ups never connect a data source*.',
        '- It does serve activation after all: `/constraint activation`\n- It is right to do it now: `/accept because …` (counted, and listed on Monday)',
        'Nothing is blocked. Last week 5 of 7 merges were on the constraint.',
        '<sub>Resolved by the linked issue #126 · [why this check exists](https://example.org/docs/drift.md)</sub>',
        '<!-- chokepoint:pull-request acme%2Fshop 7 -->',
      ].join('\n\n'),
    );
  });

  it('says what is held back where the team enforces', () => {
    expect(commentOn(drifting, aPolicy('activation', { mode: 'enforce' }))).toContain(
      'The team holds such work back until one of these lines is there. Last week',
    );
  });

  it('leaves out what is not known', () => {
    const bare = {
      because: null,
      until: null,
      lastWeek: null,
      whoMayScore: context.whoMayScore,
      docs: context.docs,
    };
    const comment = renderDriftComment(
      reportOn(aPullRequest(drifting), aPolicy()),
      bare,
      marker,
      nothingTold,
    );
    expect(comment).toContain('Right now the team works on **Activation**.');
    expect(comment).toContain('\n\nNothing is blocked.\n\n');
  });

  it.each<[string, Partial<PullRequestFacts>, Policy, string]>([
    [
      'UNCLASSIFIED',
      {},
      aPolicy(),
      '**Not tied to the constraint yet.** Nothing says yet which constraint this serves. Until',
    ],
    [
      'MIXED',
      { links: linkedTo(anIssue(97, 'activation'), invoices) },
      aPolicy(),
      '**Partly outside the constraint.** This closes #97 (*Title of 97*), which serves **Activation**, and #126 (*Bulk invoice export*), which serves **Operations**. Until',
    ],
    [
      'SEQ-1',
      { links: linkedTo(aCandidate(12, 'activation', 'expansion')) },
      aPolicy(),
      '**Ahead of its time.** #12 (*Title of 12*) is **Expansion**: expansion can wait until new users reach their first useful outcome. Until',
    ],
    [
      'PAUSED',
      { links: linkedTo(aCandidate(12, null, 'new-surface')) },
      aPolicy(null, { pause: true }),
      '**Paused for now.** #12 (*Title of 12*) is **New surface**: new surfaces and expansion are paused while evidence is collected.\n\n',
    ],
    [
      'INCOMPLETE',
      { links: linkedTo(aCandidate(12, 'activation', null, 'incomplete')) },
      aPolicy(),
      '**Almost there.** #12 (*Title of 12*) is a candidate that still misses an answer. Until',
    ],
    [
      'mentioned issues',
      { links: { ...linkedTo(invoices), source: 'mentions' } },
      aPolicy(),
      '**Outside the constraint.** This is part of #126 (*Bulk invoice export*), which serves **Operations**. Until',
    ],
  ])('of %s starts with its own sentence', (_case, facts, policy, start) => {
    expect(commentOn(facts, policy)?.startsWith(start)).toBe(true);
  });

  it.each<[string, Partial<PullRequestFacts>, string]>([
    [
      'a command',
      { commands: { constraint: { constraint: 'adoption', by: 'ana' }, acceptance: null } },
      'Resolved by `/constraint`',
    ],
    [
      'several issues',
      { links: linkedTo(invoices, anIssue(2, 'adoption')) },
      'Resolved by the linked issues #126, #2',
    ],
    ['nothing', {}, 'Nothing resolved it'],
  ])('says that %s resolved it', (_case, facts, words) => {
    expect(commentOn(facts)).toContain(`<sub>${words} ·`);
  });

  it('is not written for a success or a note', () => {
    expect(commentOn({ links: linkedTo(anIssue(97, 'activation')) })).toBeNull();
    expect(commentOn(drifting, aPolicy('activation', { mode: 'observe' }))).toBeNull();
    expect(
      commentOn(drifting, aPolicy('activation', { allowance: 30 }), { offConstraint: 3, merges: 12 }),
    ).toBeNull();
  });
});

describe('the comment once there is nothing to warn of', () => {
  const accepted = { by: 'ana', because: 'Tax audit on Friday.', self: false };
  const exempt = aPolicy('activation', {
    exempt: { labels: ['hotfix'], authors: [], paths: [], titles: [] },
  });

  it.each<[string, Partial<PullRequestFacts>, Policy, string]>([
    [
      'aligned',
      { links: linkedTo(anIssue(97, 'activation')) },
      aPolicy(),
      '**On the constraint.** This closes #97 (*Title of 97*), which serves **Activation**.',
    ],
    [
      'enabling',
      { enables: [anIssue(97, 'activation')] },
      aPolicy(),
      '**On the constraint.** It enables #97 (*Title of 97*), which serves **Activation**.',
    ],
    [
      'accepted',
      { ...drifting, commands: { constraint: null, acceptance: accepted } },
      aPolicy(),
      '**Accepted.** ana accepts it: *Tax audit on Friday*. Counted, and listed in the next summary.',
    ],
    [
      'accepted by its author',
      { ...drifting, commands: { constraint: null, acceptance: { ...accepted, self: true } } },
      aPolicy(),
      '**Accepted.** ana (its own author) accepts it: *Tax audit on Friday*. Counted, and listed in the next summary.',
    ],
    ['exempt', { ...drifting, labels: ['hotfix'] }, exempt, '**Exempt.** It carries the label "hotfix".'],
    [
      'noted',
      drifting,
      aPolicy('activation', { mode: 'observe' }),
      '**Noted, no more**: this mode warns of nothing.',
    ],
  ])('is one line when it is %s', (_case, facts, policy, line) => {
    expect(renderSettledComment(reportOn(aPullRequest(facts), policy), context, marker, nothingTold)).toBe(
      `${line}\n\n${marker}`,
    );
  });
});

describe('the check run', () => {
  it.each<[string, Partial<PullRequestFacts>, Policy, string, string]>([
    ['DRIFT', drifting, aPolicy(), 'neutral', 'Outside the constraint: Operations, not Activation'],
    [
      'DRIFT enforced',
      drifting,
      aPolicy('activation', { mode: 'enforce' }),
      'failure',
      'Outside the constraint: Operations, not Activation',
    ],
    [
      'DRIFT observed',
      drifting,
      aPolicy('activation', { mode: 'observe' }),
      'neutral',
      'Outside the constraint: Operations, not Activation (noted only)',
    ],
    [
      'ALIGNED',
      { links: linkedTo(anIssue(97, 'activation')) },
      aPolicy(),
      'success',
      'On the constraint: Activation',
    ],
    ['no primary', {}, aPolicy(null), 'success', 'No constraint declared yet'],
  ])('of %s', (_case, facts, policy, conclusion, title) => {
    expect(renderCheck(reportOn(aPullRequest(facts), policy), context)).toMatchObject({ conclusion, title });
  });

  it('holds the reason tree', () => {
    const { text } = renderCheck(reportOn(aPullRequest(drifting), aPolicy()), context);
    expect(text).toContain('- **Linked issues** ✓ answered: Linked by GitHub’s closing relation');
    expect(text).toContain('- **Command** – skipped: No maintainer set it by /constraint.');
    expect(text).toContain('- **Changed files** · not reached: Not looked at: the linked issues answered.');
  });

  it('says how to declare a constraint, once', () => {
    const { summary } = renderCheck(reportOn(aPullRequest(), aPolicy(null)), context);
    expect(summary.match(/chokepoint\.yml/g)).toHaveLength(1);
  });

  it('says what is within the allowance', () => {
    const report = reportOn(aPullRequest(drifting), aPolicy('activation', { allowance: 30 }), {
      offConstraint: 3,
      merges: 12,
    });
    expect(renderCheck(report, context).summary).toContain('within the allowance: 3 of 12 merges');
  });

  it('tells every Problem of an invalid config as a warning, and fails nothing', () => {
    const problems = Array.from({ length: 60 }, (_, index) => ({
      code: 'CONFIG_UNKNOWN_KEY',
      message: `There is no key ${index}.`,
      fix: 'Leave it out.',
      at: { file: '.github/chokepoint.yml', line: index + 1, column: 1 },
    }));
    const report = reportInvalidConfig(problems, aPolicy('activation', { mode: 'enforce' }));
    const check = renderCheck(report, context);
    expect(check).toMatchObject({ conclusion: 'success', title: 'Not checked: the config has Problems' });
    expect(check.summary).toContain('- **CONFIG\\_UNKNOWN\\_KEY**'.replaceAll('\\', ''));
    expect(check.summary).toContain('and 10 more');
    expect(annotationsFor(report)).toHaveLength(60);
    expect(annotationsFor(report).every(({ level }) => level === 'warning')).toBe(true);
  });

  it('becomes the job summary under its conclusion', () => {
    const text = renderJobSummary(reportOn(aPullRequest(drifting), aPolicy()), context);
    expect(
      text.startsWith(
        '### Chokepoint: warning\n\n**Outside the constraint: Operations, not Activation**\n\n',
      ),
    ).toBe(true);
    expect(text).toContain('<details><summary>What was looked at</summary>');
  });
});

describe('the annotation', () => {
  it.each([
    ['observe', 'notice'],
    ['warn', 'warning'],
    ['enforce', 'error'],
  ] as const)('in %s is a %s', (mode, level) => {
    expect(annotationsFor(reportOn(aPullRequest(drifting), aPolicy('activation', { mode })))).toMatchObject([
      { level },
    ]);
  });

  it('is plain text on one line, with the lines that put it right', () => {
    const [annotation] = annotationsFor(reportOn(aPullRequest(drifting), aPolicy()));
    expect(annotation?.message).toBe(
      'This closes #126 (Bulk invoice export), which serves Operations. · It does serve activation after all: /constraint activation · It is right to do it now: /accept because …',
    );
  });

  it('T29: holds no line break, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const links = linkedTo(anIssue(1, 'operations', { title: `${title}\r\n::set-output name=a::b` }));
        for (const { message } of annotationsFor(reportOn(aPullRequest({ links }), aPolicy()))) {
          expect(message).not.toMatch(/[\r\n\u2028\u2029]/);
        }
      }),
    );
  });

  it('is not written for a success', () => {
    expect(
      annotationsFor(reportOn(aPullRequest({ links: linkedTo(anIssue(9, 'activation')) }), aPolicy())),
    ).toEqual([]);
  });
});

describe('words of people', () => {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const nasty = [
    '@ana',
    '@acme/team',
    '#1',
    'GH-1',
    'acme/api#2',
    '/approve',
    '\n/score 5 5 5 5',
    'Fixes #1',
    '-->',
    '<!--',
    '<b>',
    '</sub>',
    '`',
    '](https://evil.example)',
    '![x](y)',
    'https://evil.example',
    'www.evil.example',
    '*',
    '_',
    '|',
    '\r\n',
    '```',
    '\\',
    '&lt;',
    'deadbeefcafe',
    '\u202e',
    '\u0000',
    '\ud800',
    ' ',
  ];
  const hostile = fc.array(fc.constantFrom(...nasty), { maxLength: 8 }).map((parts) => parts.join(''));

  it('T4: do nothing in the comment: no mention, no reference, no link, no HTML', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, because, label) => {
        const policy = aPolicy('activation', {}, { classify: { adoption: { labels: [label], paths: [] } } });
        for (const facts of [
          { links: linkedTo(anIssue(126, 'operations', { title })) },
          { labels: [label] },
        ]) {
          const comment =
            renderDriftComment(
              reportOn(aPullRequest(facts), policy),
              { ...context, because },
              marker,
              nothingTold,
            ) ?? '';
          const ours = comment
            .replaceAll('&#8203;', '\u200b')
            .replaceAll(/&#\d+;/g, '')
            .replaceAll('#126', '')
            .replaceAll('Closes #…', '')
            .replaceAll('Part of #…', '');
          expect(ours).not.toMatch(/@[A-Za-z0-9]|#[0-9]|GH-[0-9]|deadbeef|www\.evil|https:\/\/evil/);
          const html = markdown.render(comment);
          expect(html.match(/<a /g)).toHaveLength(1);
          expect(html).not.toMatch(/<(?:b|img|table|pre|h[1-6])\b/);
          expect(html.match(/<!--/g)).toHaveLength(1);
        }
      }),
    );
  });

  it('T5: begin no line that is written', () => {
    fc.assert(
      fc.property(hostile, hostile, (title, because) => {
        const acceptance = { by: 'ana', because, self: false };
        const links = linkedTo(anIssue(126, 'operations', { title }));
        for (const commands of [
          { constraint: null, acceptance: null },
          { constraint: null, acceptance },
        ]) {
          const report = reportOn(aPullRequest({ links, commands }), aPolicy());
          const texts = [
            renderDriftComment(report, { ...context, because }, marker, nothingTold) ?? '',
            renderSettledComment(report, { ...context, because }, marker, nothingTold),
            renderJobSummary(report, { ...context, because }),
          ];
          for (const line of texts.flatMap((text) => text.split('\n'))) expect(line).not.toMatch(/^\s*[/@]/);
        }
      }),
    );
  });

  it('are shown as they were written, where they are harmless', () => {
    const links = linkedTo(anIssue(126, 'operations', { title: 'Größe "ändern" & 日本語 👨‍👩‍👧' }));
    const comment =
      renderDriftComment(reportOn(aPullRequest({ links }), aPolicy()), context, marker, nothingTold) ?? '';
    expect(markdown.render(comment)).toContain('<em>Größe &quot;ändern&quot; &amp; 日本語 👨‍👩‍👧</em>');
  });

  it('T3: cannot end the hidden marker', () => {
    expect(pullRequestMarker('acme/my--shop', 7)).toBe(
      '<!-- chokepoint:pull-request acme%2Fmy%2D%2Dshop 7 -->',
    );
    expect(pullRequestMarker('acme/-->', 7).match(/-->/g)).toHaveLength(1);
  });

  it('T2: the marker names this pull request alone', () => {
    const markers = [
      pullRequestMarker('acme/shop', 7),
      pullRequestMarker('acme/shop', 70),
      pullRequestMarker('acme/api', 7),
    ];
    expect(new Set(markers).size).toBe(3);
    expect(markers[1]).not.toContain(markers[0]);
  });
});

test('every report renders, within the limits of GitHub', () => {
  fc.assert(
    fc.property(anyFacts(), anyPolicy(), (facts, policy) => {
      const report = reportOn(facts, policy);
      const { title, summary, text } = renderCheck(report, context);
      expect(title.length).toBeGreaterThan(0);
      expect(summary.length).toBeGreaterThan(0);
      expect(Math.max(summary.length, text.length)).toBeLessThan(60_000);
      expect(renderReasonTree(report.reasons).split('\n')).toHaveLength(6);
      const comment = renderDriftComment(report, context, marker, nothingTold);
      expect(comment !== null).toBe(report.conclusion === 'warning' || report.conclusion === 'failure');
      for (const { text: sentence } of report.findings)
        expect(toPlainText(sentence).length).toBeGreaterThan(0);
    }),
  );
});

test('hundreds of linked issues with the longest titles stay within the limits', () => {
  const issues = Array.from({ length: 400 }, (_, index) =>
    aCandidate(index + 1, 'operations', 'expansion', 'incomplete'),
  ).map((issue) => ({ ...issue, title: '<'.repeat(256) }));
  const report = reportOn(
    aPullRequest({ links: linkedTo(...issues) }),
    aPolicy('activation', { pause: true }),
  );
  const { summary, text } = renderCheck(report, context);
  expect(Math.max(summary.length, text.length)).toBeLessThan(60_000);
  expect(renderDriftComment(report, context, marker, nothingTold)?.length).toBeLessThan(60_000);
});
