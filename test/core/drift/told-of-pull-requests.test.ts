import { describe, expect, it } from 'vitest';
import {
  checkPullRequest,
  type DriftReport,
  reportInvalidConfig,
} from '../../../src/core/drift/check-pull-request.ts';
import type { PullRequestFacts } from '../../../src/core/drift/facts.ts';
import { toPlainText } from '../../../src/core/drift/phrase.ts';
import type { Policy } from '../../../src/core/policy.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from './builders.ts';
import { everyPullRequest } from './every-pull-request.ts';

describe('what a pull request is told', () => {
  it('is every step that was asked, what was found, and the lines that put it right', async () => {
    const page = Object.entries(everyPullRequest).map(
      ([sentence, { facts = {}, policy = aPolicy(), share = null }]) =>
        tell(sentence, reportOn(aPullRequest(facts), policy, share)),
    );
    const invalid = tell('A config that has Problems', reportInvalidConfig([], aPolicy()));
    await expect(
      `# Pull requests and what they are told\n\n${[...page, invalid].join('\n')}`,
    ).toMatchFileSnapshot('golden/told-of-pull-requests.md');
  });
});

describe('the share of the last merges', () => {
  const drifting = { links: linkedTo(anIssue(126, 'operations')) };

  it.each<readonly [string, Partial<PullRequestFacts>, Policy, boolean]>([
    [
      'is asked for where it can soften what was found',
      drifting,
      aPolicy('activation', { allowance: 1 }),
      true,
    ],
    [
      'is asked for where one of two can be softened',
      { links: linkedTo(aCandidate(2, 'adoption', 'expansion')) },
      aPolicy('activation', { allowance: 30 }),
      true,
    ],
    ['is not asked for without an allowance', drifting, aPolicy('activation', { allowance: 0 }), false],
    [
      'is not asked for where nothing was found',
      { links: linkedTo(anIssue(97, 'activation')) },
      aPolicy('activation', { allowance: 30 }),
      false,
    ],
    [
      'is not asked for where no allowance holds',
      { links: linkedTo(aCandidate(2, 'activation', 'expansion')) },
      aPolicy('activation', { allowance: 30 }),
      false,
    ],
  ])('%s', (_, facts, policy, isAsked) => {
    const checking = checkPullRequest(aPullRequest(facts), policy, 'unread');
    expect(checking.needs).toEqual(isAsked ? { fact: 'share' } : null);
  });

  it('that is unread and not needed softens nothing', () => {
    const checking = checkPullRequest(
      aPullRequest(drifting),
      aPolicy('activation', { allowance: 0 }),
      'unread',
    );
    expect(checking).toMatchObject({ needs: null, report: { conclusion: 'warning', allowanceNote: null } });
  });
});

function tell(sentence: string, report: DriftReport): string {
  const { conclusion, codes, constraint, resolvedBy, focusLabel, reasons, findings, remedies } = report;
  const { exemption, acceptance, allowanceNote, hint } = report;
  return [
    `## ${sentence}\n`,
    `${conclusion}, ${codes.join(' ') || 'no code'}; serves ${constraint} by ${resolvedBy}; ${focusLabel}`,
    ...[
      exemption && `exempt by ${exemption.by}: ${exemption.text}`,
      acceptance?.because,
      allowanceNote,
      hint,
    ].filter(Boolean),
    '',
    ...reasons.map(({ step, outcome, text }) => `- ${step}, ${outcome}: ${text}`),
    ...findings.map(({ code, text }) => `- **${code}** ${toPlainText(text)}`),
    ...remedies.map(({ when, line, note }) => `- ${when}: \`${line}\` (${note})`),
    '',
  ].join('\n');
}
