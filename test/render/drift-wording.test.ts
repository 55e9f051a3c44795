import { describe, expect, it } from 'vitest';
import { type DriftReport, reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import type { PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { renderResolvedBy, renderSentences, titleOf } from '../../src/render/drift-wording.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';
import { context, drifting, invoices } from './drift-report-builders.ts';

const admin = aPolicy(
  'activation',
  {},
  { classify: { operations: { labels: ['admin'], paths: ['ops/**'] } } },
);
const exempt = aPolicy('activation', {
  exempt: { labels: ['hotfix'], authors: [], paths: [], titles: [] },
});
const invalid = { code: 'CONFIG_UNKNOWN_KEY', message: 'There is no key.', fix: 'Leave it out.' };
const milestone = {
  title: 'The @launch',
  candidates: [{ number: 4, constraint: 'adoption', complete: true }],
} as const;
const accepted = {
  constraint: null,
  acceptance: { by: 'ana', because: ' Tax audit on Friday. ', self: false },
};

function reportFor(facts: Partial<PullRequestFacts>, policy: Policy = admin): DriftReport {
  return reportOn(aPullRequest(facts), policy);
}

describe('what answered', () => {
  it.each<[Partial<PullRequestFacts>, string]>([
    [
      { commands: { constraint: { constraint: 'adoption', by: 'ana' }, acceptance: null } },
      'Resolved by `/constraint`',
    ],
    [drifting, 'Resolved by the linked issue #126'],
    [{ links: linkedTo(invoices, anIssue(2, 'adoption')) }, 'Resolved by the linked issues #126, #2'],
    [{ labels: ['admin'] }, 'Resolved by its label *admin*'],
    [{ enables: [anIssue(97, 'activation')] }, 'Resolved by #97, which it enables'],
    [{ milestone }, 'Resolved by its milestone *The @\u200blaunch*'],
    [{ files: ['ops/a.ts'] }, 'Resolved by its changed files'],
    [{}, 'Nothing resolved it'],
  ])('of %o is named', (facts, words) => {
    expect(renderResolvedBy(reportFor(facts))).toBe(words);
  });

  it('is cut where hundreds of issues are linked', () => {
    const links = linkedTo(...Array.from({ length: 100 }, (_, index) => anIssue(index + 1, 'adoption')));
    const words = renderResolvedBy(reportFor({ links }));
    expect([words.length, words.at(-1)]).toEqual([200, '…']);
  });
});

describe('the title of a check', () => {
  const mixed = { links: linkedTo(anIssue(97, 'activation'), invoices) };

  it.each<[string, Partial<PullRequestFacts>, Policy]>([
    ['On the constraint: Activation', { links: linkedTo(anIssue(9, 'activation')) }, admin],
    ['Outside the constraint: Operations, not Activation', drifting, admin],
    ['Partly outside the constraint: Activation is the constraint', mixed, admin],
    ['Not tied to the constraint yet: Activation', {}, admin],
    ['Almost there', { links: linkedTo(aCandidate(12, 'activation', null, 'incomplete')) }, admin],
    ['Ahead of its time', { links: linkedTo(aCandidate(12, 'activation', 'expansion')) }, admin],
    ['Accepted by ana', { ...drifting, commands: accepted }, admin],
    ['Exempt', { ...drifting, labels: ['hotfix'] }, exempt],
    ['No constraint declared yet', {}, aPolicy(null)],
    [
      'Outside the constraint: Operations, not Activation (noted only)',
      drifting,
      aPolicy('activation', { mode: 'observe' }),
    ],
  ])('is %s', (title, facts, policy) => {
    expect(titleOf(reportFor(facts, policy))).toBe(title);
  });

  it('says where the config has Problems', () => {
    expect(titleOf(reportInvalidConfig([invalid], admin))).toBe('Not checked: the config has Problems');
  });
});

describe('a report in sentences', () => {
  const closes = 'This closes #126 (*Bulk invoice export*), which serves **Operations**.';

  it('says what an exemption or an acceptance sets aside', () => {
    expect(renderSentences(reportFor({ ...drifting, labels: ['hotfix'] }, exempt), context)).toBe(
      `It carries the label "hotfix". ${closes}`,
    );
    expect(renderSentences(reportFor({ ...drifting, commands: accepted }), context)).toBe(
      `ana accepts it: *Tax audit on Friday*. ${closes}`,
    );
  });

  it.each([
    [null, 'Until 30 January the team works on **Activation**.'],
    [' \n', 'Until 30 January the team works on **Activation**.'],
    [
      ' Four of ten never connect. ',
      'Until 30 January the team works on **Activation**: *Four of ten never connect*.',
    ],
    ['To grow', 'Until 30 January the team works on **Activation**: *To grow*.'],
  ])('says why the constraint is the constraint: %j', (because, declaration) => {
    expect(renderSentences(reportFor(drifting), { ...context, because })).toBe(`${closes} ${declaration}`);
  });

  it('are those of what answered where nothing stands against it, and none where the config has Problems', () => {
    expect(renderSentences(reportFor({ links: linkedTo(anIssue(9, 'activation')) }), context)).toBe(
      'This closes #9 (*Title of 9*), which serves **Activation**.',
    );
    expect(renderSentences(reportInvalidConfig([invalid], admin), context)).toBe('');
  });

  it('leave the plan out where no constraint is declared', () => {
    const links = linkedTo(aCandidate(12, null, 'new-surface'));
    expect(renderSentences(reportFor({ links }, aPolicy(null, { pause: true })), context)).toBe(
      '#12 (*Title of 12*) is **New surface**: new surfaces and expansion are paused while evidence is collected.',
    );
  });
});

it('says how to declare a constraint, and which one the work serves all the same', () => {
  const undeclared = aPolicy(null);
  const links = linkedTo(anIssue(5, 'adoption'));
  expect(renderSentences(reportFor({ links }, undeclared), context)).toMatch(
    /^No constraint is declared yet\. Declare one in .* This closes #5 \(\*.*\*\), which serves \*\*Adoption\*\*\.$/,
  );
  expect(renderSentences(reportFor({}, undeclared), context)).toMatch(/^No constraint is declared yet\..*`$/);
});
