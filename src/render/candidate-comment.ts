import { type Constraint, constraintGuide } from '../core/constraint.ts';
import { rulesVersion, type Scored } from '../core/scoring/score-candidate.ts';
import type { CandidateCommentInput, IssuePlace } from './candidate-comment-input.ts';
import { ratedLine, saidLines, settledLine } from './candidate-said.ts';
import { renderHelp } from './command-help.ts';
import { docsLink } from './docs-link.ts';
import { flagInWords } from './flag-in-words.ts';
import { renderAsk, renderBypassed, thenAsked } from './incomplete-comment.ts';
import { encodeForComment } from './markdown.ts';
import { nextStepInWords, ratingCommandOf } from './next-step-in-words.ts';
import { renderProblemList } from './problem-list.ts';
import { renderRatings } from './ratings-table.ts';
import { renderRefusals } from './refusals.ts';
import { type Judged, toJudged, verdictNames, verdictSentence } from './verdict-in-words.ts';

/** How every comment on a candidate begins its hidden marker, whatever the issue it is bound to. */
export const candidateMarkerStart = '<!-- chokepoint:candidate ';

/** The hidden first line of the comment, bound to its issue; the author has to be checked as well. */
export function candidateMarker({ repository, number }: IssuePlace): string {
  return `${candidateMarkerStart}${encodeForComment(repository)}#${number} -->`;
}

/**
 * The whole comment on a candidate (docs/scoring.md), hidden marker included. Byte-equal for equal input, so that an
 * unchanged comment is not written again. Every foreign text in it is inert.
 */
export function renderCandidateComment(input: CandidateCommentInput): string {
  const judged = toJudged(input.scored);
  const asked = isBypassed(input) ? null : renderAsk(input.scored);
  const parts = [
    candidateMarker(input),
    ...(judged === null
      ? [asked ?? renderBypassed(input.formUrl), ...saidLines(input), ratedLine(input)]
      : completeParts(input, judged)),
    problemList(input),
    renderRefusals(input.outcomes),
    input.help === null ? '' : renderHelp(input.help, input.whoMayScore),
    footer(asked === null ? '' : thenAsked(input.scored)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is left of the comment when the label `candidate` was taken away by hand. */
export function renderWithdrawnComment(place: IssuePlace): string {
  return `${candidateMarker(place)}\n\nWithdrawn: no longer a candidate. The label \`candidate\` brings it back.`;
}

function completeParts(input: CandidateCommentInput, judged: Judged): readonly string[] {
  const { scored, primary } = input;
  return [
    headline(judged, primary),
    verdictSentence(judged),
    ...saidLines(input),
    renderRatings(scored),
    settledLine(scored),
    nextStepLine(input, judged),
    scored.flags.map((flag) => flagInWords(flag, scored)).join('\n\n'),
    `<sub>Improve first for ${judged.constraint}: ${constraintGuide[judged.constraint].improveFirst.join(', ')}</sub>`,
  ];
}

function nextStepLine(
  { scored, primary, firstMove, outcome }: CandidateCommentInput,
  judged: Judged,
): string {
  if (outcome !== null) return '';
  const step =
    firstMove.by !== null && judged.verdict === 'ready'
      ? 'Ship it and close it; two weeks later `/outcome moved because …` tells what it did.'
      : nextStepInWords(judged, primary, ratingCommandOf(scored));
  return `**Next step.** ${step}`;
}

function isBypassed({ scored, problems }: CandidateCommentInput): boolean {
  return scored.missing.length === everyAnswer && problems.some(({ code }) => code === 'FORM_BYPASSED');
}

/** The constraint, the four ratings and the three questions. */
const everyAnswer = 8;

function headline({ score, verdict, constraint, onPrimary }: Judged, primary: Constraint | null): string {
  const { name } = constraintGuide[constraint];
  const shown = score.toFixed(1);
  if (primary === null)
    return `**${verdictNames[verdict]}** · ${shown} · ${name} · no constraint declared yet`;
  if (onPrimary) return `**${verdictNames[verdict]}** · ${shown} · ${name}, the constraint`;
  if (verdict === 'ready') return `**Ready, waiting: ${primary} is the constraint** · ${shown} · ${name}`;
  return `**${verdictNames[verdict]}** · ${shown} · ${name}, while ${primary} is the constraint`;
}

/** Problems that the comment does not already tell by asking, and that no command has put right. */
function problemList({ problems, scored }: CandidateCommentInput): string {
  return renderProblemList(
    problems.filter(
      ({ code, field }) => !toldByAsking.includes(code) && (field === undefined || isOpen(field, scored)),
    ),
  );
}

const toldByAsking: readonly string[] = ['FORM_FIELD_MISSING', 'FORM_BYPASSED'];

function isOpen(field: string, { missing, kind }: Scored): boolean {
  return missing.some((one) => one === field) || (field === 'kind' && kind === null);
}

function footer(then: string): string {
  const page = docsLink('scoring');
  const parts =
    then === ''
      ? [`[How this is worked out](${page})`]
      : [`Then: ${then}`, `[how this is worked out](${page})`];
  return `<sub>${[...parts, `rules ${rulesVersion}`, '`/help`'].join(' · ')}</sub>`;
}
