import type { Dimension, Verdict } from '../candidate.ts';
import { lowestDimensions, weakDimensions } from '../scoring/ratings.ts';
import type { CandidateOfWeek } from './week-facts.ts';

/** What to do next about a candidate on the constraint. */
export type NextStep =
  | { readonly step: 'merge' }
  | { readonly step: 'work' }
  | { readonly step: 'start' }
  | { readonly step: 'start-after'; readonly repository: string; readonly number: number }
  | { readonly step: 'raise'; readonly dimension: Dimension; readonly to: number; readonly verdict: Verdict }
  | { readonly step: 'raise-lowest'; readonly lowest: readonly Dimension[] }
  | { readonly step: 'link' }
  | { readonly step: 'test' }
  | { readonly step: 'split' }
  | { readonly step: 'wait'; readonly easy: boolean }
  | { readonly step: 'matter' }
  | { readonly step: 'settle'; readonly weak: readonly Dimension[] };

/**
 * The next step by state, then by verdict (docs/scoring.md). `inHand` is the open first move:
 * whatever else is ready starts when that is done.
 */
export function nextStepOf(candidate: CandidateOfWeek, inHand: CandidateOfWeek | null): NextStep {
  if (candidate.inReview !== null) return { step: 'merge' };
  if (candidate.firstMove) return { step: 'work' };
  return byVerdict[candidate.verdict](candidate, inHand);
}

const byVerdict: Readonly<
  Record<Verdict, (candidate: CandidateOfWeek, inHand: CandidateOfWeek | null) => NextStep>
> = {
  ready: (_candidate, inHand) =>
    inHand === null
      ? { step: 'start' }
      : { step: 'start-after', repository: inHand.repository, number: inHand.inReview ?? inHand.number },
  strengthen: ({ counterfactual, counted }) => {
    if (counterfactual !== null) return { step: 'raise', ...counterfactual };
    return { step: 'raise-lowest', lowest: lowestDimensions(counted) };
  },
  validate: ({ claimed, counted }) =>
    (claimed.evidence ?? 0) > counted.evidence ? { step: 'link' } : { step: 'test' },
  'de-risk': () => ({ step: 'split' }),
  'not-now': ({ counted, flags }) =>
    counted.timing <= 2
      ? { step: 'wait', easy: flags.includes('easy-but-disconnected') }
      : { step: 'matter' },
  rethink: ({ counted }) => ({ step: 'settle', weak: weakDimensions(counted) }),
};
