import { describe, expect, it } from 'vitest';
import { anIssue, linkedTo } from './builders.ts';
import { resolved, textOf } from './resolved.ts';

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

it('labels of a pull request that classify it twice answer nothing', () => {
  const resolution = resolved({ labels: ['bug', 'back-office'] });
  expect(resolution.constraint).toBeNull();
  expect(textOf(resolution, 'label')).toBe('It carries labels of Reliability and Operations.');
});

it('a `constraint:` label on the pull request itself says nothing', () => {
  expect(resolved({ labels: ['constraint: adoption'] }).constraint).toBeNull();
});
