import { dimensions } from '../../core/candidate.ts';
import type { Movement } from '../../core/summary/movement.ts';
import type { CandidateInList, Summary } from '../../core/summary/summary.ts';
import { table } from '../markdown.ts';
import { columns, constraintName, counted, type NameIssue, titleOf, verdictWords } from '../wording.ts';
import { nextStepWords } from './next-step.ts';

/** The candidates on the constraint, best first; `rows` is how many may be shown. */
export function renderTop({ top }: Summary, name: NameIssue, rows: number): string {
  const items = top.items.slice(0, rows);
  if (items.length === 0) {
    const why =
      top.total === 0 ? 'No candidate yet' : `None of ${counted(top.total, 'candidate')} is complete`;
    return `### On the constraint\n\n${why}. The candidate form takes two minutes.`;
  }
  const list = table(
    columns(['rank', 'candidate', 'impact · evidence · confidence · timing', 'verdict', 'next']),
    items.map((candidate) => [
      rankWords(candidate),
      candidateWords(candidate, name),
      ratingsOf(candidate),
      verdictOf(candidate),
      nextStepWords(candidate, name),
    ]),
  );
  return `### On the constraint\n\n${list}\n\n<sub>${legend(items.length, top.total)}</sub>`;
}

/** The best of every constraint, while none is declared. */
export function renderByConstraint({ belowTheLine }: Summary, name: NameIssue): string {
  if (belowTheLine.length === 0)
    return '### Ranked\n\nNo candidate yet. The candidate form takes two minutes.';
  const rows = belowTheLine.flatMap(({ constraint, candidates }) =>
    candidates.map((candidate) => [
      constraintName(constraint),
      rankWords(candidate),
      candidateWords(candidate, name),
      ratingsOf(candidate),
      verdictOf(candidate),
    ]),
  );
  return `### Ranked, by constraint\n\n${table(
    columns(['constraint', 'rank', 'candidate', 'impact · evidence · confidence · timing', 'verdict']),
    rows,
  )}`;
}

function legend(shown: number, total: number): string {
  const range = 'In brackets: the ranks that one rating one point higher or lower would give.';
  return total > shown ? `${shown} of ${total} candidates on the constraint. ${range}` : range;
}

function rankWords({ rank, best, worst, open }: CandidateInList): string {
  const range = best === worst && !open ? '' : ` (${best}–${worst}${open ? '+' : ''})`;
  return `**${rank}**${range}`;
}

function candidateWords(candidate: CandidateInList, name: NameIssue): string {
  const states = [
    ...(candidate.firstMove ? ['first move'] : []),
    ...(candidate.inReview === null
      ? []
      : [`in review as ${name({ ...candidate, number: candidate.inReview })}`]),
    ...(candidate.flags.includes('unconfirmed') ? ['unconfirmed'] : []),
  ];
  const state = states.length === 0 ? '' : ` · *${states.join(', ')}*`;
  return `${name(candidate)} ${titleOf(candidate)}${movementWords(candidate.movement)}${state}`;
}

function movementWords(movement: Movement): string {
  if (movement === null || movement === 0) return '';
  if (movement === 'new') return ' · new';
  return movement > 0 ? ` ↑${movement}` : ` ↓${-movement}`;
}

function ratingsOf({ counted: ratings }: CandidateInList): string {
  return dimensions.map((dimension) => ratings[dimension]).join(' · ');
}

function verdictOf({ verdict, score }: CandidateInList): string {
  const words = verdict === 'ready' ? '**ready**' : verdictWords[verdict];
  return `${words} ${score.toFixed(1)}`;
}
