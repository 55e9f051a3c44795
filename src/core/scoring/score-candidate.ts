import type {
  Answers,
  Band,
  CandidateField,
  Dimension,
  Flag,
  Kind,
  OpenRatings,
  Ratings,
  VerdictOrIncomplete,
} from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import { type Counterfactual, counterfactualOf } from './counterfactual.ts';
import { missingAnswers } from './missing-answers.ts';
import {
  combineOpinions,
  type Disagreement,
  type GivenRating,
  type Opinion,
  type Settlement,
} from './opinions.ts';
import { countRatings, toRatings } from './ratings.ts';
import { bandOf, scoreOf } from './score.ts';
import { flagsOf, verdictOf } from './verdict.ts';

/** Grows when the same answers may come to another verdict or order. */
export const rulesVersion = 1;

export type Confirmation = 'confirmed' | 'unconfirmed';

export interface ScoringInput {
  /** What the form says, overlaid by `/answer` and `/constraint`. */
  readonly answers: Answers;
  /** The form is this login's opinion. */
  readonly author: string;
  readonly opinions: readonly Opinion[];
  readonly settlement: Settlement | null;
  /** The declared constraint, if any. */
  readonly primary: Constraint | null;
  readonly confirmation: Confirmation;
  /** Fields that the form gives in more than one way and no command has answered since: none of them is guessed. */
  readonly ambiguous?: readonly CandidateField[];
}

/** Everything the rules of docs/scoring.md say of one candidate; the one value all surfaces show. */
export interface Scored {
  readonly constraint: Constraint | null;
  readonly kind: Kind | null;
  readonly onPrimary: boolean;
  readonly confirmation: Confirmation;
  readonly claimed: OpenRatings;
  readonly counted: OpenRatings;
  /** One decimal, 1.0..5.0; `null` while incomplete, as are the band and the counterfactual. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly verdict: VerdictOrIncomplete;
  readonly flags: readonly Flag[];
  readonly counterfactual: Counterfactual | null;
  readonly given: Readonly<Record<Dimension, readonly GivenRating[]>>;
  readonly disagreements: readonly Disagreement[];
  readonly settlement: Settlement | null;
  /** The answers still open, in the order they are asked for. */
  readonly missing: readonly CandidateField[];
}

/** Scores one candidate by docs/scoring.md. Pure: the same input gives the same result on every surface. */
export function scoreCandidate(input: ScoringInput): Scored {
  const { answers, author, opinions, settlement, primary, confirmation, ambiguous = [] } = input;
  const { claimed, given, disagreements } = combineOpinions(answers.ratings, author, opinions, settlement);
  const counted = countRatings(claimed, answers.links);
  const missing = missingAnswers({ ...answers, ratings: claimed }, ambiguous);
  const { constraint, kind } = answers;
  return {
    constraint,
    kind,
    onPrimary: primary !== null && constraint === primary,
    confirmation,
    claimed,
    counted,
    ...judge(input, missing.length > 0 ? null : toRatings(counted), disagreements.length > 0),
    given,
    disagreements,
    settlement,
    missing,
  };
}

type Judgement = Pick<Scored, 'score' | 'band' | 'verdict' | 'flags' | 'counterfactual'>;

const incomplete: Judgement = {
  score: null,
  band: null,
  verdict: 'incomplete',
  flags: [],
  counterfactual: null,
};

function judge(input: ScoringInput, counted: Ratings | null, disputed: boolean): Judgement {
  const { constraint } = input.answers;
  if (counted === null || constraint === null) return incomplete;
  const score = scoreOf(counted);
  const confirmed = input.confirmation === 'confirmed';
  return {
    score,
    band: bandOf(score),
    verdict: verdictOf(counted),
    flags: flagsOf({ counted, constraint, primary: input.primary, disputed, confirmed }),
    counterfactual: counterfactualOf(counted),
  };
}
