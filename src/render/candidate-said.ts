import { dimensions } from '../core/candidate.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import type { CandidateCommentInput } from './candidate-comment-input.ts';
import { inert, listInWords } from './markdown.ts';

/** What commands came to that are no ratings. */
export function saidLines(input: CandidateCommentInput): readonly string[] {
  return [firstMoveLine(input), outcomeLine(input), constraintLine(input)];
}

/** Reads back what was rated by commands while an answer is missing; the table comes with the score. */
export function ratedLine({ scored, outcomes }: CandidateCommentInput): string {
  const isRated = outcomes.some(
    ({ command, problem }) => problem === null && (command === 'score' || command === 'settle'),
  );
  const rated = dimensions.flatMap((dimension) => {
    const rating = scored.claimed[dimension];
    return rating === null ? [] : [`${dimension} ${rating}`];
  });
  return isRated && rated.length > 0 ? `Rated so far: ${listInWords(rated)}.` : '';
}

/** Who ended the discussion of the ratings, and why. */
export function settledLine({ settlement }: Scored): string {
  if (settlement === null) return '';
  return `Settled by ${inert(settlement.by)}: *${inert(settlement.because)}*`;
}

function outcomeLine({ outcome }: CandidateCommentInput): string {
  if (outcome === null) return '';
  return `**Outcome: ${outcome.outcome}**, told by ${inert(outcome.by)}: *${inert(outcome.because)}*`;
}

function firstMoveLine({ firstMove: { by, replacedBy } }: CandidateCommentInput): string {
  if (by !== null) return `**First move**, picked by ${inert(by)}.`;
  return replacedBy === null ? '' : `It was the first move until #${replacedBy} was picked.`;
}

function constraintLine({ constraintBy, scored }: CandidateCommentInput): string {
  if (constraintBy === null || constraintBy.answered === scored.constraint) return '';
  const { by, answered } = constraintBy;
  const says = answered === null ? 'the form leaves it open' : `the form says ${answered}`;
  return `The constraint is ${inert(by)}'s \`/constraint ${scored.constraint}\`; ${says}.`;
}
