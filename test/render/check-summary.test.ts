import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import type { PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Policy } from '../../src/core/policy.ts';
import { annotationsFor, renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import { anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';

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
