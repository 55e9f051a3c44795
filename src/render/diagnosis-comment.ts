import { constraintGuide } from '../core/constraint.ts';
import type { DiagnosisAnswers } from '../core/diagnosis/answers.ts';
import type { Diagnosed } from '../core/diagnosis/diagnose.ts';
import type { Flip } from '../core/diagnosis/flips.ts';
import type { Primary } from '../core/policy.ts';
import type { Problem } from '../core/problem.ts';
import type { IssuePlace } from './candidate-comment-input.ts';
import { renderDeclaration } from './diagnosis/declaration.ts';
import { renderEvidenceTasks, type TaskNotes } from './diagnosis/evidence-tasks.ts';
import { adviceInWords, headlineInWords } from './diagnosis/headline.ts';
import { renderPoints, renderPointsChart } from './diagnosis/points-table.ts';
import { flipsInWords, reasonsInWords } from './diagnosis/reasons.ts';
import { docsLink } from './docs-link.ts';
import { details, encodeForComment, inert } from './markdown.ts';
import { renderProblemList } from './problem-list.ts';

export interface AnsweredDiagnosis {
  readonly answers: DiagnosisAnswers;
  readonly diagnosed: Diagnosed;
  readonly flips: readonly Flip[];
}

export interface DiagnosisCommentInput extends IssuePlace {
  /** `null` where the form cannot be read for sure; the Problems say why. */
  readonly answered: AnsweredDiagnosis | null;
  readonly problems: readonly Problem[];
  readonly primary: Primary | null;
  /** The day to begin with, `YYYY-MM-DD`: that of the answer. */
  readonly since: string;
  /** Where the config is made or edited on GitHub. */
  readonly configUrl: string;
  readonly hasConfig: boolean;
  readonly notes: TaskNotes;
}

/** How every answer to a diagnosis begins its hidden marker, whatever the issue it is bound to. */
export const diagnosisMarkerStart = '<!-- chokepoint:diagnosis ';

/** The hidden first line of the comment, bound to its issue; the author has to be checked as well. */
export function diagnosisMarker({ repository, number }: IssuePlace): string {
  return `${diagnosisMarkerStart}${encodeForComment(repository)}#${number} -->`;
}

/** The whole answer to a diagnosis (docs/diagnosis.md). Byte-equal for equal input; foreign text in it is inert. */
export function renderDiagnosisComment(input: DiagnosisCommentInput): string {
  const { answered, problems } = input;
  const parts = [
    diagnosisMarker(input),
    ...(answered === null ? [incomplete] : answer(input, answered)),
    renderProblemList(problems),
    `<sub>[How this is worked out](${docsLink('diagnosis')}) · edit the issue, and this answer follows</sub>`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is left of the answer when its label was taken away by hand. */
export function renderWithdrawnDiagnosis(place: IssuePlace, label: string): string {
  return `${diagnosisMarker(place)}\n\nWithdrawn: no longer a diagnosis. The label \`${label}\` brings it back.`;
}

const incomplete =
  '**Almost there.** An answer is missing or cannot be read for sure, and a constraint is never guessed. Edit the issue:';

function answer(
  input: DiagnosisCommentInput,
  { answers, diagnosed, flips }: AnsweredDiagnosis,
): readonly string[] {
  const headline = headlineInWords(diagnosed);
  if (diagnosed.reason === 'ai-proof-of-concept' || diagnosed.reason === 'pre-traction') {
    return [headline, adviceInWords(diagnosed)];
  }
  return [
    headline,
    adviceInWords(diagnosed),
    ...toCollect(diagnosed, input.notes),
    renderPoints(diagnosed),
    details('The points as a chart', renderPointsChart(diagnosed)),
    // The headline has said already how few pressures are clear.
    diagnosed.reason === 'vague' ? '' : reasonsInWords(diagnosed),
    flipsWords(diagnosed, flips),
    answers.decision === '' ? '' : `The customer decision it protects: *${inert(answers.decision)}*`,
    ...declaring(input, diagnosed),
  ];
}

/** What a team that is not ready collects, and the offer to pause meanwhile. */
function toCollect(diagnosed: Diagnosed, notes: TaskNotes): readonly string[] {
  if (diagnosed.outcome === 'declare') return [];
  const tasks = renderEvidenceTasks(diagnosed, notes);
  if (diagnosed.outcome === 'optimization-pass') return [tasks];
  return [tasks, pauseOffer];
}

const pauseOffer = [
  'To make that visible, this in `.github/chokepoint.yml` flags new surface and expansion in pull requests while you collect; taking it out again ends it:',
  '```yaml\ndrift:\n  pause: true\n```',
].join('\n\n');

function flipsWords(diagnosed: Diagnosed, flips: readonly Flip[]): string {
  const lines = flipsInWords(flips, diagnosed);
  if (lines.length === 0) return 'No single answer, one step different, would change this.';
  return ['**What would change it**', '', ...lines.map((line) => `- ${line}`)].join('\n');
}

function declaring(input: DiagnosisCommentInput, { constraint, outcome }: Diagnosed): readonly string[] {
  if (constraint === null) return [];
  const { improveFirst } = constraintGuide[constraint];
  return [
    renderDeclaration({ ...input, constraint, isPass: outcome === 'optimization-pass' }),
    `<sub>Improve first for ${constraint}: ${improveFirst.join(', ')}</sub>`,
  ];
}
