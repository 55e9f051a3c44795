import {
  type Dimension,
  dimensions,
  type OpenRatings,
  type Ratings,
  type Verdict,
} from '../core/candidate.ts';
import type { Constraint } from '../core/constraint.ts';
import type { Counterfactual } from '../core/scoring/counterfactual.ts';
import { toRatings, weakDimensions } from '../core/scoring/ratings.ts';
import type { Scored } from '../core/scoring/score-candidate.ts';
import { listInWords } from './markdown.ts';
import { capitalise } from './wording.ts';

/** What the sentences about a complete candidate need of it. */
export interface Judged {
  readonly constraint: Constraint;
  readonly onPrimary: boolean;
  readonly score: number;
  readonly verdict: Verdict;
  readonly claimed: OpenRatings;
  readonly counted: Ratings;
  readonly counterfactual: Counterfactual | null;
}

/** The complete candidate in a Scored; `null` while it is incomplete. */
export function toJudged(scored: Scored): Judged | null {
  const { constraint, onPrimary, score, verdict, claimed, counterfactual } = scored;
  const counted = toRatings(scored.counted);
  if (verdict === 'incomplete' || constraint === null || counted === null || score === null) return null;
  return { constraint, onPrimary, score, verdict, claimed, counted, counterfactual };
}

/** The verdict as a heading says it. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  ready: 'Ready',
  strengthen: 'Strengthen',
  validate: 'Validate first',
  'de-risk': 'De-risk first',
  'not-now': 'Not now',
  rethink: 'Rethink',
};

/** What the ratings mean, in one sentence with its full stop. */
export function verdictSentence(judged: Judged): string {
  const { counted, verdict } = judged;
  if (verdict === 'ready') return 'High impact, well evidenced, shippable and timely: strong in all four.';
  if (verdict === 'strengthen') {
    const middling = dimensions.filter((dimension) => counted[dimension] === 3);
    const verb = middling.length === 1 ? 'keeps' : 'keep';
    return `Nothing is weak; ${listInWords(middling)}, at 3, ${verb} it from *ready*.`;
  }
  const strong = strengths(counted);
  const weak = weakDimensions(counted);
  const [only] = weak;
  const faults =
    weak.length === 1 && only !== undefined
      ? `${weakness(only, judged)}: ${only} is the one weak spot.`
      : `${listInWords(weak)} are weak: not enough to plan on.`;
  return capitalise(strong === '' ? faults : `${strong}, but ${faults}`);
}

function strengths(counted: Ratings): string {
  const words: Readonly<Record<Dimension, string>> = {
    impact: 'high impact',
    evidence: 'well evidenced',
    confidence: 'shippable',
    timing: 'timely',
  };
  return listInWords(
    dimensions.filter((dimension) => counted[dimension] >= 4).map((dimension) => words[dimension]),
  );
}

function weakness(dimension: Dimension, { claimed, counted }: Judged): string {
  switch (dimension) {
    case 'impact':
      return 'it would change little';
    case 'evidence':
      if ((claimed.evidence ?? 0) > counted.evidence) return 'nothing shows it yet';
      return counted.evidence === 1 ? 'it rests on opinion so far' : 'little shows it yet';
    case 'confidence':
      return 'hard to ship as it stands';
    case 'timing':
      return 'nothing waits for it now';
  }
}
