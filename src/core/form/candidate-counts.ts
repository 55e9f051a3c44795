import type { CandidateField } from '../candidate.ts';
import { readConstraint, readKind, readRating } from './candidate-choices.ts';
import { hasLink } from './has-link.ts';
import type { Counting, WhatCounts } from './template.ts';

const isAnswered = (answer: string) => answer !== '';

/** What counts of a candidate: constraint, kind, ratings, a link, and whether the three questions are answered. */
export const candidateCounts = {
  constraint: readConstraint,
  impact: readRating,
  evidence: readRating,
  confidence: readRating,
  timing: readRating,
  kind: readKind,
  behaviour: isAnswered,
  metric: isAnswered,
  risk: isAnswered,
  links: hasLink,
} satisfies WhatCounts & Record<CandidateField, Counting>;
