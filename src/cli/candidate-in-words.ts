import { dimensionNames, dimensions } from '../core/candidate.ts';
import { type Constraint, constraintGuide } from '../core/constraint.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { askFor } from '../render/ask-in-words.ts';
import { flagInWords } from '../render/flag-in-words.ts';
import { nextStepInWords, type RatingCommand } from '../render/next-step-in-words.ts';
import { type Judged, toJudged, verdictNames, verdictSentence } from '../render/verdict-in-words.ts';

/** One scored candidate as blocks of plain text: the verdict, its ratings and the next step, or what is missing. */
export function candidateInWords(
  scored: Scored,
  primary: Constraint | null,
  ratingCommand: RatingCommand = 'answer',
): readonly string[] {
  const judged = toJudged(scored);
  if (judged === null) return incompleteInWords(scored);
  return [
    headline(scored, judged, primary),
    verdictSentence(judged),
    ratingsInWords(scored),
    `Next step: ${nextStepInWords(judged, primary, ratingCommand)}`,
    scored.flags.map((flag) => flagInWords(flag, scored)).join('\n'),
  ].map(withoutEmphasis);
}

/** Our own Markdown sentence as a terminal shows it. */
export function withoutEmphasis(text: string): string {
  return text.replaceAll('*', '');
}

function headline(scored: Scored, { verdict, constraint }: Judged, primary: Constraint | null): string {
  const place = scored.onPrimary
    ? ', the constraint'
    : primary === null
      ? ' (no constraint declared)'
      : `, while ${primary} is the constraint`;
  return `${verdictNames[verdict]} · ${scored.score?.toFixed(1)} · ${constraintGuide[constraint].name}${place}`;
}

function ratingsInWords({ claimed, counted }: Scored): string {
  return dimensions
    .map((dimension) => {
      const counts =
        claimed[dimension] === counted[dimension] ? '' : `, counted ${counted[dimension]}: no link shows it`;
      return `  ${dimensionNames[dimension].padEnd(22)}${claimed[dimension]}${counts}`;
    })
    .join('\n');
}

function incompleteInWords({ missing }: Scored): readonly string[] {
  const answers = missing.length === 1 ? 'One answer is' : `${missing.length} answers are`;
  return [
    `Not ranked yet. ${answers} missing, the easiest first:`,
    missing.map((field) => `  ${field.padEnd(12)}${askFor(field).question}`).join('\n'),
  ];
}
