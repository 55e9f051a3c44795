/** A backlog of any size that is worked out when it is asked for: nothing is stored but the size. */
import type { Rating, Ratings, VerdictOrIncomplete } from '../../src/core/candidate.ts';
import { type Constraint, constraints } from '../../src/core/constraint.ts';
import { bandOf, scoreOf } from '../../src/core/scoring/score.ts';
import { verdictOf } from '../../src/core/scoring/verdict.ts';

const day = 86_400_000;

/** What happens in one week, whatever the size: candidates filed, candidates closed, others commented on. */
const filedInWeek = 150;
const closedInWeek = 100;
const touchedInWeek = 250;
export const mergedInMonth = 60;

export interface Candidate {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly constraint: Constraint;
  readonly ratings: Ratings;
  readonly verdict: VerdictOrIncomplete;
  readonly labels: readonly string[];
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly closedAt: number | null;
  /** Ours, and one second opinion under every tenth. */
  readonly comments: 1 | 2;
}

export interface Population {
  /** Numbers 1..open are open candidates, those that follow were closed in the last week. */
  readonly open: number;
  candidate(number: number): Candidate;
  /** Numbers of those that carry all the labels, oldest first. */
  select(state: 'open' | 'closed' | 'all', labels: readonly string[]): readonly number[];
}

/** `open` candidates with ratings as chance gives them, every one labelled; `now` in milliseconds. */
export function createPopulation(open: number, now: number): Population {
  const total = open + closedInWeek;
  const labelsOf = (number: number) => labelled(number, number > open);
  return {
    open,
    candidate: (number) => {
      const closed = number > open;
      const filed = Math.min(filedInWeek, Math.ceil(open / 10));
      const isFiled = !closed && number > open - filed;
      const isTouched = !closed && number % Math.ceil(open / touchedInWeek) === 0;
      const createdAt = isFiled
        ? now - 9 * day + (number - open + filed) * 60_000
        : now - 40 * day - (open - number) * 60_000;
      return {
        number,
        state: closed ? 'closed' : 'open',
        createdAt: closed ? now - 30 * day : createdAt,
        updatedAt: closed ? now - 8 * day : isTouched ? now - 6 * day : createdAt,
        closedAt: closed ? now - 8 * day : null,
        comments: number % 10 === 0 ? 2 : 1,
        ...labelsOf(number),
      };
    },
    select(state, labels) {
      const from = state === 'closed' ? open + 1 : 1;
      const to = state === 'open' ? open : total;
      const found: number[] = [];
      for (let number = from; number <= to; number += 1) {
        const own = labelsOf(number).labels;
        if (labels.every((label) => own.includes(label))) found.push(number);
      }
      return found;
    },
  };
}

type Labelled = Pick<Candidate, 'constraint' | 'ratings' | 'verdict' | 'labels'>;

const scale: readonly Rating[] = [1, 2, 3, 4, 5];
const kept = new Map<number, Labelled>();

/** The same for the same number; one of 3,125 profiles by chance, every fiftieth incomplete. */
function labelled(number: number, isClosed: boolean): Labelled {
  const chance = Math.imul(number ^ (number >>> 7), 2_654_435_761) >>> 0;
  const profile = chance % 3_125;
  const isIncomplete = !isClosed && number % 50 === 0;
  const key = profile * 2 + Number(isIncomplete);
  const known = kept.get(key) ?? toLabelled(profile, isIncomplete);
  kept.set(key, known);
  return known;
}

function toLabelled(profile: number, isIncomplete: boolean): Labelled {
  const rating = (place: number) => scale[Math.floor(profile / 5 ** place) % 5] ?? 3;
  const constraint = constraints[profile % 5] ?? 'activation';
  const ratings = { impact: rating(1), evidence: rating(2), confidence: rating(3), timing: rating(4) };
  const verdict = isIncomplete ? 'incomplete' : verdictOf(ratings);
  const band = isIncomplete ? [] : [`score: ${bandOf(scoreOf(ratings))}`];
  const labels = ['candidate', `constraint: ${constraint}`, `verdict: ${verdict}`, ...band];
  return { constraint, ratings, verdict, labels };
}
