import type { Answers, Rating, Ratings } from '../../../src/core/candidate.ts';
import { type Scored, type ScoringInput, scoreCandidate } from '../../../src/core/scoring/score-candidate.ts';

/** Four ratings in the order of the form. */
export function ratingsOf(impact: Rating, evidence: Rating, confidence: Rating, timing: Rating): Ratings {
  return { impact, evidence, confidence, timing };
}

/** All 625 profiles of ratings. */
export function everyProfile(): readonly Ratings[] {
  const scale: readonly Rating[] = [1, 2, 3, 4, 5];
  return scale.flatMap((i) =>
    scale.flatMap((e) => scale.flatMap((x) => scale.map((t) => ratingsOf(i, e, x, t)))),
  );
}

/** A complete, linked candidate on activation that nothing stands against. */
export function answers(changes: Partial<Answers> = {}): Answers {
  return {
    constraint: 'activation',
    ratings: ratingsOf(4, 4, 4, 4),
    kind: 'existing-path',
    behaviour: 'More people connect a data source.',
    metric: 'Sign-ups that connect one within a day',
    risk: 'The import job may time out.',
    links: 'https://example.com/funnel',
    ...changes,
  };
}

/** The scored candidate of `answers`, on activation while activation is declared. */
export function scoredFrom(changes: Partial<Answers> = {}, input: Partial<ScoringInput> = {}): Scored {
  return scoreCandidate({
    answers: answers(changes),
    author: 'ana',
    opinions: [],
    settlement: null,
    primary: 'activation',
    confirmation: 'confirmed',
    ...input,
  });
}
