import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import type { PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { annotationsFor, renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

import { context, drifting } from './drift-report-builders.ts';

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

  it('says what drifts, the lines that put it right, what it means, and what was looked at', () => {
    expect(renderCheck(reportOn(aPullRequest(drifting), aPolicy()), context)).toEqual({
      conclusion: 'neutral',
      title: 'Outside the constraint: Operations, not Activation',
      summary: [
        'This closes #126 (*Bulk invoice export*), which serves **Operations**. Until 30 January the team works on **Activation**: *Four of ten sign-ups never connect a data source*.',
        '- It does serve activation after all: `/constraint activation`\n- It is right to do it now: `/accept because …` (counted, and listed on Monday)',
        'Nothing is blocked.',
      ].join('\n\n'),
      text: [
        [
          '- **Command** – skipped: No maintainer set it by /constraint.',
          '- **Linked issues** ✓ answered: Linked by GitHub’s closing relation: #\u200b126 serves Operations, it carries the label "constraint: operations".',
          '- **Labels** · not reached: Not looked at: the linked issues answered.',
          '- **Enables** – skipped: It blocks no issue and names none by “Enables #\u200bn”.',
          '- **Milestone** · not reached: Not looked at: the linked issues answered.',
          '- **Changed files** · not reached: Not looked at: the linked issues answered.',
        ].join('\n'),
        '[How this is worked out](https://example.org/docs/drift.md)',
      ].join('\n\n'),
    });
  });

  it('says how to declare a constraint, once, also beside what drifts without one', () => {
    const hint =
      'No constraint is declared yet. Declare one in `.github/chokepoint.yml`: `primary: { constraint: activation, since: 2026-11-02 }`';
    expect(renderCheck(reportOn(aPullRequest(), aPolicy(null)), context).summary).toBe(
      `${hint}\n\nNothing to do.`,
    );
    const links = linkedTo(aCandidate(12, null, 'new-surface'));
    const paused = reportOn(aPullRequest({ links }), aPolicy(null, { pause: true }));
    expect(renderCheck(paused, context).summary.split('\n\n').slice(2)).toEqual([
      hint,
      'Nothing is blocked.',
    ]);
  });

  it('says what is within the allowance', () => {
    const report = reportOn(aPullRequest(drifting), aPolicy('activation', { allowance: 30 }), {
      offConstraint: 3,
      merges: 12,
    });
    expect(renderCheck(report, context).summary.split('\n\n').slice(2)).toEqual([
      'within the allowance: 3 of 12 merges',
      'Noted only: nobody is warned and nothing is blocked.',
    ]);
  });

  it('tells every Problem of an invalid config as a warning, and fails nothing', () => {
    const problems = Array.from({ length: 60 }, (_, index) => ({
      code: 'CONFIG_UNKNOWN_KEY',
      message: `There is no key ${index}.`,
      fix: 'Leave it out.',
      at: { file: '.github/chokepoint.yml', line: index + 1, column: 1 },
    }));
    const report = reportInvalidConfig(problems, aPolicy('activation', { mode: 'enforce' }));
    const { conclusion, title, summary } = renderCheck(report, context);
    expect([conclusion, title]).toEqual(['success', 'Not checked: the config has Problems']);
    const list = summary.split('\n\n')[0]?.split('\n') ?? [];
    expect(list).toHaveLength(51);
    expect(list[49]).toBe(
      '- **CONFIG_UNKNOWN_KEY** (.github/chokepoint.yml, line 50): There is no key 49. Leave it out.',
    );
    expect(list[50]).toBe('- and 10 more: run `chokepoint validate`');
    expect(annotationsFor(report)).toHaveLength(60);
    expect(annotationsFor(report)[0]).toEqual({
      level: 'warning',
      title: 'Chokepoint: CONFIG_UNKNOWN_KEY',
      message: 'There is no key 0. Leave it out.',
    });
  });

  it('lists fifty Problems without counting', () => {
    const problem = { code: 'X', message: 'It is wrong.', fix: 'Mend it.' };
    const report = reportInvalidConfig(
      Array.from({ length: 50 }, () => problem),
      aPolicy(),
    );
    expect(renderCheck(report, context).summary).not.toContain('more');
  });

  it('becomes the job summary under its conclusion', () => {
    const report = reportOn(aPullRequest(drifting), aPolicy());
    const { title, summary, text } = renderCheck(report, context);
    expect(renderJobSummary(report, context)).toBe(
      `### Chokepoint: warning\n\n**${title}**\n\n${summary}\n\n<details><summary>What was looked at</summary>\n\n${text}\n\n</details>\n\n`,
    );
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
    expect(annotationsFor(reportOn(aPullRequest(drifting), aPolicy()))).toEqual([
      {
        level: 'warning',
        title: 'Chokepoint: Outside the constraint: Operations, not Activation',
        message:
          'This closes #126 (Bulk invoice export), which serves Operations. · It does serve activation after all: /constraint activation · It is right to do it now: /accept because …',
      },
    ]);
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
