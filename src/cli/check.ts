import type { DriftReport } from '../core/drift/check-pull-request.ts';
import { describeAnswer } from '../core/drift/findings.ts';
import { toPlainText } from '../core/drift/phrase.ts';
import { conclusionMeaning, titleOf } from '../render/drift-wording.ts';
import { toOneLine } from '../render/markdown.ts';
import { planPullRequestCheck } from '../tasks/check-pull-request.ts';
import { CannotRun } from './cannot-run.ts';
import { connect, inPlaceOf } from './connect.ts';
import { printProblems } from './print-problems.ts';
import { readReference } from './read-reference.ts';
import type { CheckJson } from './shapes/drift.ts';
import { type ExitCode, printBlocks, printJson, type Terminal } from './terminal.ts';

export interface CheckOptions {
  /** `owner/repo#12`. */
  readonly pullRequest: string;
  readonly json?: boolean | undefined;
}

/**
 * Says whether one pull request drifts (docs/drift.md); reads only. 1 for a warning or a failure, and when the
 * repository's config has Problems.
 */
export async function check(terminal: Terminal, { pullRequest, json }: CheckOptions): Promise<ExitCode> {
  const { repository, number } = readReference(pullRequest);
  const now = terminal.now().toISOString();
  const world = connect(terminal, repository);
  const plan = await planPullRequestCheck(world, number, {
    repository,
    side: 'reader',
    now,
    inPlaceOf,
  });
  if (plan === null) throw new CannotRun(absent(pullRequest));
  const { report } = plan.report;
  if (json) printJson(terminal, toCheckJson(report));
  else printBlocks(terminal, inWords(report));
  printProblems(terminal, report.problems);
  const isFound = report.conclusion === 'warning' || report.conclusion === 'failure';
  return isFound || report.problems.length > 0 ? 1 : 0;
}

function toCheckJson({ conclusion, codes, constraint, resolvedBy, reasons }: DriftReport): CheckJson {
  return {
    conclusion,
    codes: [...codes],
    constraint,
    resolvedBy,
    reasons: reasons.map(({ step, outcome, text }) => ({ step, outcome, text })),
  };
}

function inWords(report: DriftReport): readonly string[] {
  const codes = report.codes.length === 0 ? '' : ` (${report.codes.join(', ')})`;
  return [
    `${report.conclusion}: ${toOneLine(titleOf(report))}${codes}`,
    sentencesOf(report).map(toOneLine).join('\n'),
    report.remedies
      .map(({ when, line, note }) => `- ${when}: ${line}${note === null ? '' : ` (${note})`}`)
      .join('\n'),
    report.allowanceNote ?? '',
    conclusionMeaning[report.conclusion],
    ['Looked at:', ...report.reasons.map(reasonInWords)].join('\n'),
  ];
}

function sentencesOf({ findings, exemption, acceptance, answer, hint }: DriftReport): readonly string[] {
  const found = findings.map(({ text }) => toPlainText(text));
  if (exemption !== null) return [exemption.text, ...found];
  if (acceptance !== null) return [`${acceptance.by} accepts it: ${acceptance.because}`, ...found];
  if (found.length > 0) return found;
  if (answer !== null) return [toPlainText(describeAnswer(answer))];
  return hint === null ? [] : [hint];
}

function reasonInWords({ step, outcome, text }: DriftReport['reasons'][number]): string {
  return `  ${step.padEnd(13)}${outcome.replace('-', ' ').padEnd(13)}${toOneLine(text)}`;
}

function absent(pullRequest: string) {
  return {
    code: 'PULL_REQUEST_ABSENT',
    message: `${pullRequest} is not there.`,
    found: 'no pull request of that number',
    expected: 'a pull request that the token may read',
    fix: 'Check the number, and that it is a pull request and not an issue.',
  };
}
