import type { Answers } from '../../src/core/candidate.ts';
import type { ScoringInput } from '../../src/core/scoring/score-candidate.ts';
import type { CandidateCommentInput } from '../../src/render/candidate-comment-input.ts';
import { scoredFrom } from '../core/scoring/builders.ts';

/** What a comment on acme/shop#118 is rendered from: a form, what else was scored, and changes to the rest. */
export function input(
  form: Partial<Answers>,
  scoring: Partial<ScoringInput> = {},
  changes: Partial<CandidateCommentInput> = {},
): CandidateCommentInput {
  return {
    repository: 'acme/shop',
    number: 118,
    scored: scoredFrom(form, scoring),
    primary: scoring.primary === undefined ? 'activation' : scoring.primary,
    whoMayScore: 'triage',
    problems: [],
    outcomes: [],
    constraintBy: null,
    firstMove: { by: null, replacedBy: null },
    outcome: null,
    help: null,
    formUrl: 'https://github.com/acme/shop/issues/new?template=candidate.yml',
    ...changes,
  };
}

/** A candidate of which nobody rated anything. */
export const open = { impact: null, evidence: null, confidence: null, timing: null };
