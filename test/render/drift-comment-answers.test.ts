import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../../src/core/commands/candidate-state.ts';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import { reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import { renderHelp } from '../../src/render/command-help.ts';
import { renderDriftComment, renderSettledComment } from '../../src/render/drift-comment.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';
import { commentOn, context, drifting, marker } from './drift-report-builders.ts';

const refused: CommandOutcome = {
  by: 'eve',
  at: '2026-11-03T00:00:00Z',
  commentId: 1,
  command: 'accept',
  problem: { code: 'COMMAND_NOT_ALLOWED', message: '`/accept` is for a maintainer.', fix: 'Ask one.' },
};
const asked = { outcomes: [refused], helpAsked: true };
const refusal = '- eve: `/accept` is for a maintainer. Ask one.';
const invalid = { code: 'CONFIG_UNKNOWN_KEY', message: 'There is no key.', fix: 'Leave it out.' };
const help = renderHelp('pull-request', 'triage');
const aligned = reportOn(aPullRequest({ links: linkedTo(anIssue(9, 'activation')) }), aPolicy());

describe('what is asked on a pull request', () => {
  it('is answered below the drift, above its footer', () => {
    const report = reportOn(aPullRequest(drifting), aPolicy());
    const parts = (renderDriftComment(report, context, marker, asked) ?? '').split(
      `\n\n${refusal}\n\n${help}\n\n`,
    );
    expect(parts.join('\n\n')).toBe(commentOn(drifting));
    expect(parts[1]).toMatch(/^<sub>/);
  });

  it('is answered alone where nothing drifts, and nothing is written where nothing is asked', () => {
    expect(renderDriftComment(aligned, context, marker, asked)).toBe([refusal, help, marker].join('\n\n'));
    expect(renderDriftComment(aligned, context, marker, { ...asked, helpAsked: false })).toBe(
      [refusal, marker].join('\n\n'),
    );
    expect(renderDriftComment(aligned, context, marker, nothingTold)).toBeNull();
  });

  it('is answered below the one line of what has come right', () => {
    const line = '**On the constraint.** This closes #9 (*Title of 9*), which serves **Activation**.';
    expect(renderSettledComment(aligned, context, marker, { outcomes: [], helpAsked: true })).toBe(
      [line, help, marker].join('\n\n'),
    );
  });
});

describe('the comment once nothing can be said of drift any more', () => {
  it.each([
    [
      reportOn(aPullRequest(), aPolicy(null)),
      'No constraint is declared yet. Declare one in `.github/chokepoint.yml`: `primary: { constraint: activation, since: 2026-11-02 }`',
    ],
    [reportInvalidConfig([invalid], aPolicy()), 'Not checked: the config has Problems.'],
    [
      reportOn(aPullRequest(drifting), aPolicy('activation', { allowance: 30 }), {
        offConstraint: 3,
        merges: 12,
      }),
      '**Noted, no more**: within the allowance: 3 of 12 merges.',
    ],
  ])('is one line', (report, line) => {
    expect(renderSettledComment(report, context, marker, nothingTold)).toBe(`${line}\n\n${marker}`);
  });
});

describe('what is known beside the drift', () => {
  it('names the allowance that a sequence violation does not have', () => {
    const links = linkedTo(aCandidate(12, 'activation', 'expansion'), anIssue(3, 'adoption'));
    const share = { offConstraint: 3, merges: 12 };
    expect(commentOn({ links }, aPolicy('activation', { allowance: 30 }), share)).toContain(
      '<sub>Resolved by the linked issues #12, #3 · within the allowance: 3 of 12 merges · [why this check exists](https://example.org/docs/drift.md)</sub>',
    );
  });

  it.each([
    [{ aligned: 1, classified: 2 }, 'Nothing is blocked. Last week 1 of 2 merges was on the constraint.'],
    [{ aligned: 0, classified: 1 }, 'Nothing is blocked. Last week 0 of 1 merges were on the constraint.'],
    [{ aligned: 0, classified: 0 }, 'Nothing is blocked.'],
    [null, 'Nothing is blocked.'],
  ])('tells of the last week %o', (lastWeek, sentence) => {
    const report = reportOn(aPullRequest(drifting), aPolicy());
    const comment = renderDriftComment(report, { ...context, lastWeek }, marker, nothingTold);
    expect(comment?.split('\n\n')[2]).toBe(sentence);
  });
});
