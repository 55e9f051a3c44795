import type { Flag, OpenRatings, Rating, Ratings } from '../../../src/core/candidate.ts';
import { type Constraint, constraints } from '../../../src/core/constraint.ts';
import { type Week, weekOf } from '../../../src/core/plan/week.ts';
import { defaultPolicy, type Policy, type Primary } from '../../../src/core/policy.ts';
import { counterfactualOf } from '../../../src/core/scoring/counterfactual.ts';
import type { Disagreement } from '../../../src/core/scoring/opinions.ts';
import { rankCandidates } from '../../../src/core/scoring/rank.ts';
import { onScale } from '../../../src/core/scoring/ratings.ts';
import { scoreOf } from '../../../src/core/scoring/score.ts';
import { flagsOf, verdictOf } from '../../../src/core/scoring/verdict.ts';
import type {
  CandidateOfWeek,
  CheckedPullRequest,
  Merge,
  WeekFacts,
} from '../../../src/core/summary/week-facts.ts';

export const repository = 'acme/importer';

/** Monday, day 29 of the declaration below. */
const now = '2026-11-30T08:00:00Z';

export const primary: Primary = {
  constraint: 'activation',
  since: '2026-11-02',
  because: 'Four of ten sign-ups never connect a data source.',
  owner: 'ana',
  metric: {
    name: 'Sign-ups that connect a source within 24 h',
    unit: '%',
    baseline: 38,
    target: 55,
    minimum: 45,
  },
};

export const policy: Policy = { ...defaultPolicy, primary };

export const undeclared: Policy = { ...defaultPolicy, primary: null };

export interface CandidateInput {
  readonly number: number;
  readonly title?: string;
  readonly repository?: string;
  readonly constraint?: Constraint;
  /** Counted: impact, evidence, confidence, timing. */
  readonly ratings: string;
  readonly claimedEvidence?: Rating;
  readonly createdAt?: string;
  readonly confirmed?: boolean;
  readonly firstMove?: boolean;
  readonly inReview?: number;
  readonly disagreement?: Disagreement;
}

/** Scores and ranks by the real rules; refuses ratings that are not four digits of 1 to 5. */
export function backlog(inputs: readonly CandidateInput[], declared: Constraint | null = 'activation') {
  const items = inputs.map((input) => ({
    ...input,
    repository: input.repository ?? repository,
    constraint: input.constraint ?? 'activation',
    createdAt: input.createdAt ?? '2026-10-01T09:00:00Z',
    counted: ratingsOf(input.ratings),
    confirmed: input.confirmed ?? true,
  }));
  return rankCandidates(items, declared).map((ranked): CandidateOfWeek => {
    const { item, rank, best, worst, open, standing } = ranked;
    const { counted, constraint, confirmed } = item;
    const claimed: OpenRatings = { ...counted, evidence: item.claimedEvidence ?? counted.evidence };
    const disputed = item.disagreement !== undefined;
    const flags: readonly Flag[] = flagsOf({ counted, constraint, primary: declared, disputed, confirmed });
    return {
      repository: item.repository,
      number: item.number,
      title: item.title ?? `Candidate ${item.number}`,
      createdAt: item.createdAt,
      constraint,
      onPrimary: standing.onPrimary,
      claimed,
      counted,
      score: scoreOf(counted),
      verdict: verdictOf(counted),
      flags,
      counterfactual: counterfactualOf(counted),
      rank,
      best,
      worst,
      open,
      firstMove: item.firstMove ?? false,
      inReview: item.inReview ?? null,
      disagreement: item.disagreement ?? null,
    };
  });
}

function ratingsOf(digits: string): Ratings {
  const [impact, evidence, confidence, timing] = [...digits].map((digit) => onScale(Number(digit)));
  if (digits.length !== 4 || !impact || !evidence || !confidence || !timing) {
    throw new Error(`not four ratings: ${digits}`);
  }
  return { impact, evidence, confidence, timing };
}

/** A merge of the week unless it says when; on the constraint unless it says otherwise. */
export function merge(number: number, given: Partial<Merge> = {}): Merge {
  return { ...pullRequest(number), mergedAt: '2026-11-25T15:00:00Z', ...given };
}

export function pullRequest(number: number, given: Partial<CheckedPullRequest> = {}): CheckedPullRequest {
  return {
    repository,
    number,
    title: `Pull request ${number}`,
    createdAt: '2026-11-24T09:00:00Z',
    constraint: 'activation',
    codes: ['ALIGNED'],
    kinds: [],
    accepted: null,
    ...given,
  };
}

export function weekAt(instant: string = now): Week {
  return weekOf(instant, 'monday', 'UTC');
}

/** A week in which nothing was read and nothing happened, with what the test is about. */
export function weekFacts(given: Partial<WeekFacts> = {}): WeekFacts {
  const candidates = given.candidates ?? [];
  const open = (constraint: Constraint) =>
    candidates.filter((candidate) => candidate.constraint === constraint).length;
  const [activation, adoption, reliability, operations, throughput] = constraints.map(open);
  return {
    repository,
    week: weekAt(given.now),
    now,
    repositories: [repository],
    unread: [],
    candidates,
    openCandidates: {
      activation: activation ?? 0,
      adoption: adoption ?? 0,
      reliability: reliability ?? 0,
      operations: operations ?? 0,
      throughput: throughput ?? 0,
    },
    isWhole: true,
    incomplete: [],
    incompleteTotal: given.incomplete?.length ?? 0,
    unlabelled: 0,
    rethinks: candidates.filter(({ verdict }) => verdict === 'rethink'),
    opened: [],
    closed: [],
    firstMoves: [],
    formerMoves: [],
    merges: [],
    pullRequests: [],
    milestones: [],
    readings: [],
    diagnosis: null,
    review: null,
    problems: [],
    inputsLookedAt: [],
    stateLost: null,
    ...given,
  };
}
