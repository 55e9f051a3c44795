import type { DriftReport } from '../core/drift/check-pull-request.ts';
import type { Conclusion } from '../core/drift/codes.ts';
import type { HeadCheck, Preview } from '../core/drift/head-check.ts';
import { toPlainText } from '../core/drift/phrase.ts';
import type { Problem } from '../core/problem.ts';
import {
  conclusionMeaning,
  type DriftContext,
  renderRemedy,
  renderSentences,
  titleOf,
} from './drift-wording.ts';
import { clip, inert, listInWords, toOneLine } from './markdown.ts';
import { renderProblemList } from './problem-list.ts';
import { renderReasonTree } from './reason-tree.ts';

/** The check run's output; GitHub takes 65,535 units for each of the two texts, these stay below 60,000. */
export interface CheckOutput {
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  readonly summary: string;
  readonly text: string;
}

/** A message beside the job, as plain text; escaping for the runner is its sender's. */
export interface DriftAnnotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly title: string;
  readonly message: string;
}

/**
 * What the check run `Chokepoint` on the head commit says: the sentences, the lines to write, the reasons, and what
 * an edit of the settings in the head would bring about.
 */
export function renderCheck(
  report: DriftReport,
  context: DriftContext,
  head: HeadCheck | null = null,
): CheckOutput {
  return {
    conclusion: toCheckConclusion(report.conclusion),
    title: titleOf(report),
    summary: joinParts([renderSummary(report, context), renderHeadCheck(head)]),
    text: [renderReasonTree(report.reasons), `[How this is worked out](${context.docs})`].join('\n\n'),
  };
}

/** The same for the job summary of a workflow run. */
export function renderJobSummary(
  report: DriftReport,
  context: DriftContext,
  head: HeadCheck | null = null,
): string {
  const { text, summary } = renderCheck(report, context, head);
  return [
    `### Chokepoint: ${report.conclusion}`,
    `**${inert(titleOf(report))}**`,
    summary,
    `<details><summary>What was looked at</summary>\n\n${text}\n\n</details>`,
    '',
  ].join('\n\n');
}

/** What the job says beside its log: the conclusion unless it is a success, and every Problem. */
export function annotationsFor(report: DriftReport): readonly DriftAnnotation[] {
  const levels = { note: 'notice', warning: 'warning', failure: 'error' } as const;
  const said = report.findings.map(({ text }) => toPlainText(text));
  const lines = report.remedies.map(({ when, line }) => `${when}: ${line}`);
  const own: readonly DriftAnnotation[] =
    report.conclusion === 'success'
      ? []
      : [
          toAnnotation(
            levels[report.conclusion],
            `Chokepoint: ${titleOf(report)}`,
            [...said, ...lines].join(' · '),
          ),
        ];
  return [...own, ...report.problems.map(problemAnnotation)];
}

/** How GitHub's check run shows a conclusion: notes and warnings are neutral, and block nothing. */
function toCheckConclusion(conclusion: Conclusion): CheckOutput['conclusion'] {
  return conclusion === 'note' || conclusion === 'warning' ? 'neutral' : conclusion;
}

function renderSummary(report: DriftReport, context: DriftContext): string {
  const { allowanceNote, remedies, hint, problems, conclusion } = report;
  return joinParts([
    renderSentences(report, context),
    remedies.map(renderRemedy).join('\n'),
    allowanceNote ?? '',
    renderProblemList(problems, renderProblem, toldByValidate),
    report.codes.length > 0 && hint !== null ? hint : '',
    conclusionMeaning[conclusion],
  ]);
}

/** What the config and forms in the head would bring about; empty where they are not edited. */
function renderHeadCheck(head: HeadCheck | null): string {
  if (head === null) return '';
  const paths = listInWords(head.paths.map((path) => `\`${path}\``));
  return joinParts([
    `### If this is merged\n\nIt edits ${paths}. That changes nothing about this check, which goes by the default branch.`,
    head.problems.length === 0
      ? 'What it edits can be read.'
      : `${renderProblemList(head.problems, renderProblem, toldByValidate)}\n\nMerged as it is, Chokepoint would go by its defaults for what cannot be read.`,
    head.preview === null ? '' : renderPreview(head.preview),
  ]);
}

function renderPreview({ lookedAt, turns }: Preview): string {
  if (lookedAt === 0) return 'No open pull request was looked at.';
  const open = `${lookedAt} open pull request${lookedAt === 1 ? '' : 's'}`;
  if (turns.length === 0) return `Of ${open} none would be concluded otherwise.`;
  const lines = turns.map(({ from, to, numbers }) => {
    return `- ${numbers.length} would turn from ${from} to **${to}**: ${numbers.map((number) => `#${number}`).join(', ')}`;
  });
  return `Of ${open}\n\n${lines.join('\n')}`;
}

const toldByValidate = ': run `chokepoint validate`';

function joinParts(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderProblem({ code, message, fix, at }: Problem): string {
  const place = at === undefined ? '' : ` (${inert(at.file)}, line ${at.line})`;
  return `**${code}**${place}: ${inert(message, 400)} ${inert(fix, 400)}`;
}

function problemAnnotation({ code, message, fix }: Problem): DriftAnnotation {
  return toAnnotation('warning', `Chokepoint: ${code}`, `${message} ${fix}`);
}

function toAnnotation(level: DriftAnnotation['level'], title: string, message: string): DriftAnnotation {
  return { level, title: clip(toOneLine(title), 200), message: clip(toOneLine(message), 2_000) };
}
