import { describe, expect, it } from 'vitest';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import type { PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { renderDriftComment, renderSettledComment } from '../../src/render/drift-comment.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

import { commentOn, context, drifting, invoices, marker } from './drift-report-builders.ts';

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
