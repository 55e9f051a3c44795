import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Answers, Ratings } from '../../src/core/candidate.ts';
import { nothingTold } from '../../src/core/commands/resolve-pull-request.ts';
import { diagnose } from '../../src/core/diagnosis/diagnose.ts';
import { findFlips } from '../../src/core/diagnosis/flips.ts';
import type { PullRequestFacts } from '../../src/core/drift/facts.ts';
import type { Opinion } from '../../src/core/scoring/opinions.ts';
import type { ScoringInput } from '../../src/core/scoring/score-candidate.ts';
import { renderCandidateComment } from '../../src/render/candidate-comment.ts';
import { renderDiagnosisComment } from '../../src/render/diagnosis-comment.ts';
import { pullRequestMarker, renderDriftComment } from '../../src/render/drift-comment.ts';
import { answersWith } from '../core/diagnosis/builders.ts';
import { aCandidate, anIssue, aPolicy, aPullRequest, linkedTo, reportOn } from '../core/drift/builders.ts';
import { ratingsOf, scoredFrom } from '../core/scoring/builders.ts';
import { toGitHubPage } from '../support/github-page.ts';
import { keepScreenshot, openPage, startBrowser, views } from '../support/open-page.ts';
import { describeWith } from '../support/programs.ts';

const longLogin = 'a-person-with-a-login-of-39-characters1';
const at = '2026-11-03T00:00:00Z';
const opinion = (by: string, ratings: Ratings): Opinion => ({ by, at, ratings, because: null });

const candidates: Readonly<Record<string, readonly [Partial<Answers>, Partial<ScoringInput>?]>> = {
  ready: [{ ratings: ratingsOf(5, 4, 4, 5) }],
  strengthen: [{ ratings: ratingsOf(4, 3, 4, 3) }],
  'validate, without a link': [{ ratings: ratingsOf(5, 4, 4, 5), links: '' }],
  'de-risk, off the constraint': [{ ratings: ratingsOf(5, 4, 2, 4), constraint: 'reliability' }],
  'not-now': [{ ratings: ratingsOf(3, 4, 5, 2) }],
  rethink: [{ ratings: ratingsOf(2, 4, 5, 2) }],
  'incomplete, one answer': [{ risk: '' }],
  'incomplete, every question': [{ behaviour: '', metric: '', risk: '' }],
  'raters who differ': [
    { ratings: ratingsOf(5, 4, 4, 4) },
    { opinions: [opinion(longLogin, ratingsOf(2, 4, 4, 4)), opinion('ben', ratingsOf(4, 3, 4, 5))] },
  ],
  'many raters, settled': [
    { ratings: ratingsOf(5, 4, 2, 4) },
    {
      opinions: ['ben', 'cleo', 'dev', 'eli'].map((by) => opinion(by, ratingsOf(3, 3, 5, 2))),
      settlement: { by: 'ana', at, ratings: ratingsOf(4, 3, 4, 5), because: 'the funnel says so' },
    },
  ],
  unconfirmed: [{}, { confirmation: 'unconfirmed' }],
};

const pullRequests: readonly Partial<PullRequestFacts>[] = [
  { links: linkedTo(anIssue(126, 'operations', { title: 'Bulk invoice export' })) },
  { links: linkedTo(anIssue(126, 'operations'), anIssue(118, 'activation')) },
  { links: linkedTo(aCandidate(130, 'adoption', 'expansion')) },
  { links: linkedTo(aCandidate(131, 'activation', null, 'incomplete')) },
  {},
];

describeWith('chromium', 'our comments on a telephone', (file) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(file);
  });
  afterAll(() => browser.close());

  it.each(views)('fit without scrolling sideways at $width pixels in $scheme', async (view) => {
    const bodies = [
      ...Object.values(candidates).map(commentOn),
      ...pullRequests.map(driftCommentOn),
      diagnosisComment(),
    ];
    const { page } = await openPage(browser, toGitHubPage(bodies), view);
    await keepScreenshot(page, 'comments', view);
    const wide = z.array(z.string()).parse(await page.evaluate(wideParts));
    expect(wide).toEqual([]);
    await page.close();
  });
});

/** Whatever scrolls sideways by itself, folds open, and the page if it does; a block of YAML keeps its lines. */
const wideParts = `document.querySelectorAll('details').forEach((one) => { one.open = true; }),
  [document.documentElement, ...document.querySelectorAll('table, pre:not(:has(.language-yaml, .language-mermaid))')]
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.tagName + ' ' + one.scrollWidth + ' > ' + one.clientWidth + ': ' + one.textContent.slice(0, 80))`;

function commentOn([answers, scoring = {}]: readonly [Partial<Answers>, Partial<ScoringInput>?]): string {
  return renderCandidateComment({
    repository: 'acme/shop',
    number: 118,
    scored: scoredFrom(answers, scoring),
    primary: 'activation',
    whoMayScore: 'triage',
    problems: [],
    outcomes: [],
    constraintBy: null,
    firstMove: { by: null, replacedBy: null },
    outcome: null,
    help: 'candidate',
    formUrl: 'https://github.com/acme/shop/issues/new?template=candidate.yml',
  });
}

function driftCommentOn(facts: Partial<PullRequestFacts>): string {
  const context = {
    because: 'Four of ten sign-ups never connect a data source.',
    until: '2027-01-30',
    lastWeek: { aligned: 5, classified: 7 },
    whoMayScore: 'triage',
    docs: 'https://example.org/docs/drift.md',
  } as const;
  const marker = pullRequestMarker('acme/shop', 7);
  const comment = renderDriftComment(reportOn(aPullRequest(facts), aPolicy()), context, marker, nothingTold);
  if (comment === null) throw new Error('This pull request was expected to be warned of.');
  return comment;
}

function diagnosisComment(): string {
  const degrees = {
    'onboarding-drop': 2,
    revenue: 2,
    'support-load': 2,
    'slower-plan': 2,
    trust: 1,
  } as const;
  const answers = answersWith(degrees, { 'tickets-ask': 'how-to-start' });
  return renderDiagnosisComment({
    repository: 'acme/shop',
    number: 12,
    answered: { answers, diagnosed: diagnose(answers), flips: findFlips(answers) },
    problems: [],
    primary: null,
    since: '2026-11-02',
    configUrl: 'https://github.com/acme/shop/new/main?filename=.github/chokepoint.yml',
    hasConfig: false,
    notes: new Map(),
  });
}
