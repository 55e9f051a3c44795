import { describe, expect, it, test } from 'vitest';
import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import {
  type Resolution,
  resolveConstraint,
  type StepName,
} from '../../../src/core/drift/resolve-constraint.ts';
import type { DeclaredPolicy, Policy } from '../../../src/core/policy.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo } from './builders.ts';

const classify: Policy['classify'] = {
  reliability: { labels: ['bug', 'performance'], paths: ['infra/**'] },
  operations: { labels: ['back-office'], paths: ['admin/**', 'infra/jobs/**'] },
};
const policy = aPolicy('activation', {}, { classify });

function resolved(facts: Partial<PullRequestFacts>, by: DeclaredPolicy = policy): Resolution {
  const resolving = resolveConstraint(aPullRequest(facts), by);
  if (resolving.needs !== null) throw new Error(`still needs ${resolving.needs.fact}`);
  return resolving.resolution;
}

function textOf({ reasons }: Resolution, step: StepName): string {
  return reasons.find((reason) => reason.step === step)?.text ?? '';
}

const commands = { constraint: { constraint: 'throughput', by: 'ana' }, acceptance: null } as const;
const milestone = {
  title: 'Autumn release',
  candidates: [
    { number: 1, constraint: 'adoption', complete: true },
    { number: 2, constraint: 'adoption', complete: true },
    { number: 3, constraint: 'reliability', complete: false },
  ],
} as const;

/** Each link of the chain, with everything behind it answering something else. */
const answers = {
  paths: { files: ['infra/main.tf'] },
  milestone: { milestone },
  enables: { enables: [anIssue(20, 'activation')] },
  label: { labels: ['Back-Office'] },
  'linked-issue': { links: linkedTo(anIssue(126, 'adoption')) },
  command: { commands },
} as const;

describe('the chain', () => {
  it.each([
    ['paths', ['paths'], 'reliability', 'All of its changed files match the paths of Reliability.'],
    [
      'milestone',
      ['milestone', 'paths'],
      'adoption',
      'Every open, complete candidate of its milestone "Autumn release" serves Adoption.',
    ],
    [
      'enables',
      ['enables', 'milestone', 'paths'],
      'activation',
      'It enables #20, which is open and serves Activation, so it counts as on the constraint.',
    ],
    [
      'label',
      ['label', 'milestone', 'paths'],
      'operations',
      'It carries the label "Back-Office", which classifies it as Operations.',
    ],
    [
      'linked-issue',
      ['linked-issue', 'label', 'milestone', 'paths'],
      'adoption',
      'Linked by GitHub’s closing relation: #126 serves Adoption, it carries the label "constraint: adoption".',
    ],
    [
      'command',
      ['command', 'linked-issue', 'label', 'enables', 'milestone', 'paths'],
      'throughput',
      'ana set it to Throughput by /constraint.',
    ],
  ] as const)('is answered by %s, before what comes behind it', (step, given, constraint, sentence) => {
    const facts = Object.assign({}, ...given.map((each) => answers[each]));
    const resolution = resolved(facts);
    expect(resolution).toMatchObject({ constraint, resolvedBy: step });
    expect(textOf(resolution, step)).toBe(sentence);
    expect(resolution.reasons.map((reason) => reason.step)).toEqual([
      'command',
      'linked-issue',
      'label',
      'enables',
      'milestone',
      'paths',
    ]);
    expect(
      resolution.reasons.filter(({ outcome }) => outcome === 'answered').map((each) => each.step),
    ).toEqual([step]);
  });

  it('says of every step why it was skipped when nothing answers', () => {
    const resolution = resolved({});
    expect(resolution).toMatchObject({ constraint: null, resolvedBy: null });
    expect(resolution.reasons).toEqual([
      { step: 'command', outcome: 'skipped', text: 'No maintainer set it by /constraint.' },
      { step: 'linked-issue', outcome: 'skipped', text: 'It links no issue of this repository.' },
      { step: 'label', outcome: 'skipped', text: 'It carries no label that classifies it.' },
      { step: 'enables', outcome: 'skipped', text: 'It blocks no issue and names none by “Enables #n”.' },
      { step: 'milestone', outcome: 'skipped', text: 'It is in no milestone.' },
      {
        step: 'paths',
        outcome: 'skipped',
        text: 'Its changed files do not all match the paths of one constraint.',
      },
    ]);
  });

  it('says of every later step that it was not reached, and why', () => {
    const { reasons } = resolved(answers.command);
    expect(reasons.slice(1).map(({ outcome, text }) => `${outcome}: ${text}`)).toEqual(
      Array.from({ length: 5 }, () => 'not-reached: Not looked at: a maintainer’s command answered.'),
    );
  });
});

describe('linked issues', () => {
  it.each([
    [
      'its own label, before its parent and classify',
      {
        labels: ['constraint: activation', 'bug'],
        parent: { reference: '#90', labels: ['constraint: adoption'] },
      },
      'activation',
      '#12 serves Activation, it carries the label "constraint: activation"',
    ],
    [
      'its parent, before classify',
      { labels: ['bug'], parent: { reference: '#90', labels: ['constraint: adoption'] } },
      'adoption',
      '#12 serves Adoption, it is part of #90, which carries the label "constraint: adoption"',
    ],
    [
      'its labels by classify',
      { labels: ['bug'], parent: null },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    [
      'its labels by classify where the parent says nothing',
      { labels: ['bug'], parent: { reference: '#90', labels: [] } },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    [
      'its labels by classify where the parent’s labels contradict each other',
      {
        labels: ['bug'],
        parent: { reference: '#90', labels: ['constraint: activation', 'constraint: adoption'] },
      },
      'reliability',
      '#12 serves Reliability, it carries the label "bug"',
    ],
    ['nothing', { labels: [], parent: null }, null, '#12 carries no label that classifies it'],
    [
      'nothing where its labels contradict each other',
      { labels: ['constraint: activation', 'constraint: adoption'] },
      null,
      '#12 carries several constraint labels',
    ],
    [
      'nothing where classify contradicts itself',
      { labels: ['bug', 'back-office'] },
      null,
      '#12 carries labels of Reliability and Operations',
    ],
    [
      'nothing where its parent could not be read',
      { labels: [], parent: 'unreadable' },
      null,
      '#12 carries no label that classifies it and its parent could not be read',
    ],
  ] as const)('answer by %s', (_case, issue, constraint, sentence) => {
    const resolution = resolved({ links: linkedTo(anIssue(12, null, issue)) });
    expect(resolution.constraint).toBe(constraint);
    expect(textOf(resolution, 'linked-issue')).toBe(`Linked by GitHub’s closing relation: ${sentence}.`);
  });

  it('answer under the label names of the config', () => {
    const renamed = aPolicy('activation', {}, { labels: { 'constraint: adoption': 'Focus/Adoption' } });
    const links = linkedTo(anIssue(12, null, { labels: ['focus/adoption'] }));
    expect(resolved({ links }, renamed).constraint).toBe('adoption');
    expect(resolved({ links: linkedTo(anIssue(12, 'adoption')) }, renamed).constraint).toBeNull();
  });

  it('are asked for their parents only where their own label does not answer', () => {
    const links = linkedTo(
      anIssue(1, 'activation', { parent: 'unread' }),
      anIssue(2, null, { parent: 'unread' }),
    );
    expect(resolveConstraint(aPullRequest({ links }), policy)).toEqual({
      needs: { fact: 'parents', issues: [2] },
    });
  });

  it('off the primary decide, so that mixed work is never taken for aligned', () => {
    const links = linkedTo(anIssue(1, 'activation'), anIssue(2, 'adoption'), anIssue(3, 'operations'));
    expect(resolved({ links }).constraint).toBe('adoption');
  });

  it.each([
    ['closing-keywords', 'read', 'Linked by closing keywords in the description: '],
    [
      'closing-keywords',
      'unreadable',
      'Linked by closing keywords in the description (GitHub’s closing relation could not be read): ',
    ],
    ['mentions', 'read', 'Linked by “Part of” or “Refs” in the description: '],
  ] as const)('by %s with the relation %s say so', (source, relation, start) => {
    const links = { ...linkedTo(anIssue(12, 'adoption')), source, relation };
    expect(textOf(resolved({ links }), 'linked-issue').startsWith(start)).toBe(true);
  });

  it('of other repositories are named and not counted; unreadable ones are named', () => {
    const links = { ...linkedTo(), unreadable: [99], otherRepositories: ['acme/api#4'] };
    const resolution = resolved({ links });
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'linked-issue')).toBe(
      'It links no issue of this repository; #99: not found or not readable; not counted, in another repository: acme/api#4.',
    );
  });

  it('that could not be asked for are never taken for none', () => {
    const links = { ...linkedTo(), relation: 'unreadable' } as const;
    expect(textOf(resolved({ links }), 'linked-issue')).toBe(
      'It links no issue of this repository; GitHub’s closing relation could not be read, only the description.',
    );
  });
});

describe('work that enables the constraint', () => {
  it.each([
    ['an issue off it', { links: linkedTo(anIssue(126, 'throughput')) }],
    ['mixed issues', { links: linkedTo(anIssue(1, 'activation'), anIssue(2, 'operations')) }],
    ['a label off it', { labels: ['bug'] }],
    ['a candidate ahead of its time', { links: linkedTo(aCandidate(1, 'activation', 'expansion')) }],
    ['an incomplete candidate', { links: linkedTo(aCandidate(1, 'activation', null, 'incomplete')) }],
  ] as const)('is on it in spite of %s', (_case, facts) => {
    const resolution = resolved({ ...facts, ...answers.enables });
    expect(resolution).toMatchObject({ constraint: 'activation', resolvedBy: 'enables' });
  });

  it('is not looked for when the work is on the constraint anyway', () => {
    const links = linkedTo(anIssue(1, 'activation'));
    const resolution = resolved({ links, enables: 'unread' });
    expect(resolution).toMatchObject({ constraint: 'activation', resolvedBy: 'linked-issue' });
    expect(textOf(resolution, 'enables')).toBe('Not looked at: the linked issues answered.');
  });

  it('stays what a maintainer commanded', () => {
    expect(resolved({ commands, ...answers.enables }).resolvedBy).toBe('command');
  });

  it.each([
    [
      'closed',
      [anIssue(20, 'activation', { state: 'closed' })],
      'It enables #20, but no open issue that serves Activation.',
    ],
    [
      'off the constraint',
      [anIssue(20, 'adoption')],
      'It enables #20, but no open issue that serves Activation.',
    ],
    ['unreadable', 'unreadable', 'Which issues it enables could not be read.'],
  ] as const)('needs an open issue on the constraint: %s is skipped', (_case, enables, sentence) => {
    const resolution = resolved({ enables });
    expect(resolution.constraint).toBeNull();
    expect(textOf(resolution, 'enables')).toBe(sentence);
  });

  it('is asked for, and the parents of what it enables', () => {
    expect(resolveConstraint(aPullRequest({ enables: 'unread' }), policy)).toEqual({
      needs: { fact: 'enables' },
    });
    const enables = [anIssue(20, null, { parent: 'unread' })];
    expect(resolveConstraint(aPullRequest({ enables }), policy)).toEqual({
      needs: { fact: 'parents', issues: [20] },
    });
  });
});

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

  it('are asked for only where paths are classified', () => {
    expect(resolveConstraint(aPullRequest({ files: 'unread' }), policy)).toEqual({
      needs: { fact: 'files' },
    });
    expect(textOf(resolved({ files: 'unread' }, aPolicy()), 'paths')).toBe(
      'No paths are classified in the config.',
    );
  });
});

test('labels of a pull request that classify it twice answer nothing', () => {
  const resolution = resolved({ labels: ['bug', 'back-office'] });
  expect(resolution.constraint).toBeNull();
  expect(textOf(resolution, 'label')).toBe('It carries labels of Reliability and Operations.');
});

test('a `constraint:` label on the pull request itself says nothing', () => {
  expect(resolved({ labels: ['constraint: adoption'] }).constraint).toBeNull();
});
