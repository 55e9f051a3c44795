import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import { findFlips } from '../../src/core/diagnosis/flips.ts';
import { reportInvalidConfig } from '../../src/core/drift/check-pull-request.ts';
import type { Problem } from '../../src/core/problem.ts';
import { summariseWeek } from '../../src/core/summary/summarise-week.ts';
import { rememberWeek } from '../../src/core/summary/summary-state.ts';
import { renderCandidateComment } from '../../src/render/candidate-comment.ts';
import { renderCheck, renderJobSummary } from '../../src/render/check-summary.ts';
import { renderDecisionReply } from '../../src/render/decision/reply.ts';
import { renderDiagnosisComment } from '../../src/render/diagnosis-comment.ts';
import { renderDriftComment } from '../../src/render/drift-comment.ts';
import { renderSummaryReply } from '../../src/render/summary/reply.ts';
import { renderSummaryIssue } from '../../src/render/summary-issue.ts';
import { answersWith } from '../core/diagnosis/builders.ts';
import { aCandidate, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';
import { policy, primary, weekFacts } from '../core/summary/builders.ts';
import { input } from './candidate-comment-input.ts';
import { context, marker } from './drift-report-builders.ts';
import { configProblems, longProblems, refusals, signs } from './hostile-texts.ts';

/** GitHub takes 65,536 for a body and 65,535 for a check. */
const mostUnits = 60_000;

const lists: readonly (readonly [string, readonly Problem[]])[] = [
  ['all that a config has room for', configProblems()],
  ['each longer than what is shown of it', longProblems(900)],
];

/** A pull request with more linked issues than are named for each of the codes. */
const issues = Array.from({ length: 10 }, (_, index) =>
  aCandidate(index + 1, 'operations', 'expansion', 'incomplete'),
).map((issue) => ({ ...issue, title: signs(256), labels: ['constraint: operations', signs(50)] }));
const drifting = reportOn(
  aPullRequest({ links: linkedTo(...issues) }),
  aPolicy('activation', { pause: true }),
);

describe.each(lists)('Problems, %s', (_which, problems) => {
  const counted = (text: string) => {
    const listed = text.match(/^- .*CONFIG_UNKNOWN_KEY/gm) ?? [];
    return listed.length + Number(/^- and (\d+) more/m.exec(text)?.[1] ?? 0);
  };

  it('T31: leave room in a check for those of the head and for all that drifts, and are counted', () => {
    const head = { paths: ['.github/chokepoint.yml'], problems, preview: null };
    const said = { ...context, because: signs(1_000) };
    const { summary, text } = renderCheck({ ...drifting, problems }, said, head);
    expect(Math.max(summary.length, text.length)).toBeLessThan(mostUnits);
    expect(counted(renderCheck(reportInvalidConfig(problems, aPolicy()), said).summary)).toBe(
      problems.length,
    );
    expect(summary.split('\n').at(-1)).toBe(
      'Merged as it is, Chokepoint would go by its defaults for what cannot be read.',
    );
  });

  it('T31: leave room in the summary of a job, of which GitHub takes a mebibyte', () => {
    const head = { paths: ['.github/chokepoint.yml'], problems, preview: null };
    const summary = renderJobSummary(reportInvalidConfig(problems, aPolicy()), context, head);
    expect(Buffer.byteLength(summary)).toBeLessThan(2 ** 20 / 8);
    expect(summary.trimEnd().endsWith('</details>')).toBe(true);
  });

  it('T31: leave room in the comment on a candidate for commands that were refused, and are counted', () => {
    const changes = { problems, outcomes: refusals(300), help: 'candidate' } as const;
    const comment = renderCandidateComment(input({}, {}, changes));
    expect(comment.length).toBeLessThan(mostUnits);
    expect(counted(comment)).toBe(problems.length);
    expect(comment).toContain('- (297 earlier)');
    expect(comment.startsWith('<!-- chokepoint:candidate acme/shop#118 -->\n')).toBe(true);
    expect(comment.endsWith('`/help`</sub>')).toBe(true);
  });

  it('T31: leave room in the answer to a diagnosis, and are counted', () => {
    const answers = {
      ...answersWith({ 'onboarding-drop': 2, revenue: 2, trust: 1 }),
      decision: signs(1_000),
    };
    const comment = renderDiagnosisComment({
      repository: 'acme/shop',
      number: 7,
      answered: { answers, diagnosed: diagnose(answers), flips: findFlips(answers) },
      problems,
      primary: null,
      since: '2026-11-02',
      configUrl: 'https://github.com/acme/shop/new/main?filename=.github/chokepoint.yml',
      hasConfig: false,
      notes: new Map(),
    });
    expect(comment.length).toBeLessThan(mostUnits);
    expect(counted(comment)).toBe(problems.length);
    expect(comment.endsWith('and this answer follows</sub>')).toBe(true);
  });

  it('T31: leave room in the summary for what is told of the week, and are counted', () => {
    const facts = weekFacts({ problems });
    const { body } = renderSummaryIssue(
      summariseWeek(facts, policy, null),
      rememberWeek(facts, primary, null),
    );
    expect(body.length).toBeLessThan(mostUnits);
    expect(counted(body)).toBe(problems.length);
    expect(body).toContain('<sub>The week from');
  });
});

describe('Refused commands, each longer than what is shown of it', () => {
  const outcomes = refusals(300);
  const because = signs(1_000);
  const metric = { name: signs(200), unit: signs(50), baseline: 1, target: 3, minimum: 2 };
  const told = {
    decision: 'refine',
    by: signs(39),
    because,
    at: '2027-01-25T10:00:00Z',
    commentId: 1,
  } as const;
  const next = { constraint: null, since: '2027-01-25', because, owner: signs(100), metric };
  const asked = { outcomes, helpAsked: true, whoMayScore: 'triage' } as const;
  const diagnosisUrl = 'https://github.com/acme/shop/issues/new?template=diagnosis.yml';

  it.each([
    ['a pull request', renderDriftComment(drifting, { ...context, because }, marker, asked)],
    ['a decision', renderDecisionReply({ ...asked, decided: { told, next }, diagnosisUrl })],
    ['a summary', renderSummaryReply(outcomes, true, 'triage')],
  ])('T31: leave room in the answer to %s, and are counted', (_where, body) => {
    expect(body?.length).toBeLessThan(mostUnits);
    expect(body).toContain('- (297 earlier)');
    expect(body).toContain('Commands that apply here');
  });
});
