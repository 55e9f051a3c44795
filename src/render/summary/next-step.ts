import { lowestDimensions } from '../../core/scoring/ratings.ts';
import type { NextStep } from '../../core/summary/next-step.ts';
import type { CandidateInList } from '../../core/summary/summary.ts';
import { listInWords } from '../markdown.ts';
import { belowInWords } from '../order-in-words.ts';
import { type NameIssue, verdictWords } from '../wording.ts';

/** What to do next about a candidate; before it, why it stands below a lower score. */
export function nextStepWords(candidate: CandidateInList, name: NameIssue): string {
  const { next, below, counted } = candidate;
  const step = stepWords(next, name);
  if (below === null) return step;
  const why = belowInWords(below, counted);
  const lowest = lowestDimensions(counted);
  const isTheSame = next.step === 'raise' && lowest.length === 1 && lowest[0] === next.dimension;
  const isByRating = isTheSame && below.because === 'verdict';
  return `${why}; ${isByRating ? `with ${next.to} it is *${verdictWords[next.verdict]}*` : step}`;
}

function stepWords(next: NextStep, name: NameIssue): string {
  switch (next.step) {
    case 'merge':
      return 'merge it';
    case 'work':
      return 'open the pull request';
    case 'start':
      return 'start it';
    case 'start-after':
      return `start when ${name(next)} is in`;
    case 'raise':
      return `${next.dimension} ${next.to} makes it *${verdictWords[next.verdict]}*`;
    case 'raise-lowest':
      return `lowest: ${next.lowest.join(', ')}`;
    case 'link':
      return 'link what shows it';
    case 'test':
      return 'five user tests, or three linked requests';
    case 'split':
      return 'split it; name the risk';
    case 'wait':
      return next.easy ? 'easy, but disconnected: let it wait' : 'say what would make it timely';
    case 'matter':
      return 'say why it matters, or let it go';
    case 'settle':
      return `settle ${listInWords(next.weak)} with one small test, or close it`;
  }
}
