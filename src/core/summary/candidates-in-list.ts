import { isStrong } from '../candidate.ts';
import { constraints } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { Listed } from './drift-of-week.ts';
import { movementOf, toReference } from './movement.ts';
import { nextStepOf } from './next-step.ts';
import type { CandidateInList, CandidatesOfConstraint, OneStep } from './summary.ts';
import type { SummaryState } from './summary-state.ts';
import type { CandidateOfWeek, WeekFacts } from './week-facts.ts';

/** The candidates on the constraint, best first, as many as `summary.top` says. */
export function topCandidates(
  facts: WeekFacts,
  policy: Policy,
  lastWeek: SummaryState | null,
): Listed<CandidateInList> {
  const onPrimary = facts.candidates.filter((candidate) => candidate.onPrimary);
  return {
    items: toList(onPrimary.slice(0, policy.summary.top), facts, lastWeek),
    total:
      policy.primary === null
        ? 0
        : Math.max(onPrimary.length, facts.openCandidates[policy.primary.constraint]),
  };
}

/** The best of each other constraint, by rank; several of every constraint while none is declared. */
export function belowTheLine(
  facts: WeekFacts,
  policy: Policy,
  lastWeek: SummaryState | null,
): readonly CandidatesOfConstraint[] {
  const most = policy.primary === null ? Math.ceil(policy.summary.top / constraints.length) : 1;
  return constraints
    .filter((constraint) => constraint !== policy.primary?.constraint)
    .map((constraint) => {
      const own = facts.candidates.filter((candidate) => candidate.constraint === constraint);
      return { constraint, candidates: toList(own.slice(0, most), facts, lastWeek) };
    })
    .filter(({ candidates }) => candidates.length > 0)
    .toSorted((one, other) => bestRank(one) - bestRank(other));
}

export const stepsTold = 5;

/** Whether one rating more makes it `ready` or `strengthen`. */
export function isOneStep(counterfactual: CandidateOfWeek['counterfactual']): boolean {
  return counterfactual !== null && isStrong(counterfactual.verdict);
}

/** Those that one rating more would make `ready` or `strengthen`, best first. */
export function oneStepFromReady({ candidates }: WeekFacts): readonly OneStep[] {
  return candidates
    .flatMap((candidate) => {
      const { counterfactual, verdict, constraint, onPrimary } = candidate;
      if (counterfactual === null || !isOneStep(counterfactual)) return [];
      const { dimension, to, verdict: reaches } = counterfactual;
      return [{ ...toReference(candidate), constraint, onPrimary, verdict, dimension, to, reaches }];
    })
    .slice(0, stepsTold);
}

function toList(
  candidates: readonly CandidateOfWeek[],
  facts: WeekFacts,
  lastWeek: SummaryState | null,
): readonly CandidateInList[] {
  const inHand = facts.candidates.find(({ firstMove }) => firstMove) ?? null;
  return candidates.map((candidate, index) => ({
    ...candidate,
    movement: movementOf(candidate, lastWeek, facts.week),
    next: nextStepOf(candidate, inHand),
    below: belowLowerScore(candidate, candidates[index - 1]),
  }));
}

function belowLowerScore(
  candidate: CandidateOfWeek,
  above: CandidateOfWeek | undefined,
): CandidateInList['below'] {
  if (above === undefined || above.score >= candidate.score) return null;
  const isUnconfirmed = (one: CandidateOfWeek) => one.flags.includes('unconfirmed');
  const because = isUnconfirmed(candidate) && !isUnconfirmed(above) ? 'unconfirmed' : 'verdict';
  return { score: above.score, because };
}

function bestRank({ candidates }: CandidatesOfConstraint): number {
  return Math.min(...candidates.map(({ rank }) => rank));
}
