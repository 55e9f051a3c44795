/** Compares what came out with what the story expects; every difference is one sentence. */
import type { EmbeddedGitHub } from '../test/embedded-github/start.ts';
import type { ActionRun } from '../test/support/run-action.ts';
import type { Checked, Filed } from './act.ts';
import { plainIssues } from './story/history.ts';
import { type IssueNow, readCheckRuns, readComments } from './world-now.ts';

export interface Outcome {
  readonly issues: readonly IssueNow[];
  readonly filed: readonly Filed[];
  readonly checked: readonly Checked[];
  readonly milestoneRuns: readonly ActionRun[];
  readonly summaryRun: ActionRun;
}

const workflowLogin = 'github-actions[bot]';

export async function findDifferences(github: EmbeddedGitHub, outcome: Outcome): Promise<readonly string[]> {
  const { issues, filed, checked, milestoneRuns } = outcome;
  const found = await Promise.all([
    ...filed.map((one) => aboutCandidate(github, issues, one)),
    ...checked.map((one) => aboutPullRequest(github, issues, one)),
  ]);
  return [
    ...found.flat(),
    ...milestoneRuns.flatMap((run) => aboutRun('The Action on a milestone', run)),
    ...aboutPlainIssues(issues),
    ...aboutSummary(outcome),
  ];
}

async function aboutCandidate(
  github: EmbeddedGitHub,
  issues: readonly IssueNow[],
  { number, candidate }: Filed,
): Promise<readonly string[]> {
  const labels = labelsOf(issues, number);
  const isScored = candidate.verdict !== 'incomplete';
  const comments = await readComments(github, number);
  return [
    ...differing(
      `#${number} is labelled as`,
      'candidate',
      labels.filter((label) => label === 'candidate'),
    ),
    ...differing(
      `#${number} has the verdict`,
      `verdict: ${candidate.verdict}`,
      starting(labels, 'verdict: '),
    ),
    ...differing(
      `#${number} serves`,
      `constraint: ${candidate.constraint}`,
      starting(labels, 'constraint: '),
    ),
    ...differing(`#${number} has scores:`, isScored ? 1 : 0, [starting(labels, 'score: ').length]),
    ...differing(
      `#${number} is answered by`,
      github.app.botLogin,
      comments.map(({ user }) => user.login),
    ),
  ];
}

async function aboutPullRequest(
  github: EmbeddedGitHub,
  issues: readonly IssueNow[],
  { number, pullRequest, run }: Checked,
): Promise<readonly string[]> {
  const checks = await readCheckRuns(github, number);
  const comments = await readComments(github, number);
  const logins = [...new Set(comments.map(({ user }) => user.login))].join(', ');
  const focus = starting(labelsOf(issues, number), 'focus: ');
  return [
    ...aboutRun(`The Action on #${number}`, run),
    ...differing(`The Action on #${number} says`, pullRequest.code, [run.outputs.get('codes') ?? 'nothing']),
    ...differing(
      `#${number} is concluded as`,
      pullRequest.conclusion,
      checks.map(({ conclusion }) => `${conclusion}`),
    ),
    ...differing(`#${number} is labelled`, `focus: ${pullRequest.focus}`, focus),
    ...differing(`#${number} has comments:`, pullRequest.comments, [comments.length]),
    ...(comments.length === 0 ? [] : differing(`#${number} is answered by`, workflowLogin, [logins])),
  ];
}

function aboutPlainIssues(issues: readonly IssueNow[]): readonly string[] {
  return plainIssues.flatMap(({ title, labels = [] }) => {
    const now = issues.find((issue) => issue.title === title);
    return [
      ...differing(`"${title}" is labelled`, labels.join(), [now?.labels.join() ?? 'nothing']),
      ...differing(`"${title}" has comments:`, 0, [now?.comments ?? 'unknown']),
    ];
  });
}

function aboutSummary({ issues, filed, summaryRun }: Outcome): readonly string[] {
  const summaries = summariesIn(issues).filter(({ state }) => state === 'open');
  const best = filed.find(({ candidate }) => candidate.title === 'Sign-up in four steps');
  return [
    ...aboutRun('The Action for the summary', summaryRun),
    ...differing(
      'The summary is posted by',
      workflowLogin,
      summaries.map(({ user }) => user.login),
    ),
    ...summaries.flatMap((summary) => [
      ...differing('The summary is assigned to', 'ana', summary.assignees),
      ...(summary.body?.includes(`#${best?.number}`)
        ? []
        : ['The summary does not name the best candidate.']),
    ]),
  ];
}

/** The weekly summaries among the issues, open or closed. */
export function summariesIn(issues: readonly IssueNow[]): readonly IssueNow[] {
  return issues.filter(({ labels }) => labels.includes('chokepoint: summary'));
}

function aboutRun(name: string, { exitCode, stdout, stderr }: ActionRun): readonly string[] {
  if (exitCode === 0) return [];
  return [`${name} ended with ${exitCode}:\n${`${stdout}\n${stderr}`.trim()}`];
}

function differing(
  about: string,
  expected: string | number,
  found: readonly (string | number)[],
): readonly string[] {
  if (found.length === 1 && found[0] === expected) return [];
  return [`${about} ${found.length === 0 ? 'nothing' : found.join(', ')}, not ${expected}.`];
}

function labelsOf(issues: readonly IssueNow[], number: number): readonly string[] {
  return issues.find((issue) => issue.number === number)?.labels ?? [];
}

function starting(labels: readonly string[], prefix: string): readonly string[] {
  return labels.filter((label) => label.startsWith(prefix));
}
