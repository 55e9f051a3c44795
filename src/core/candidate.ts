import type { Constraint } from './constraint.ts';

/** The four dimensions, in the order of the form, of `/score` and of every tie-break. */
export const dimensions = ['impact', 'evidence', 'confidence', 'timing'] as const;

export type Dimension = (typeof dimensions)[number];

/** What a dimension can be rated, lowest first. */
export const ratingScale = [1, 2, 3, 4, 5] as const;

export type Rating = (typeof ratingScale)[number];

export type Ratings = Readonly<Record<Dimension, Rating>>;

/** Ratings of which some may not be given yet. */
export type OpenRatings = Readonly<Record<Dimension, Rating | null>>;

export const dimensionNames: Readonly<Record<Dimension, string>> = {
  impact: 'Business impact',
  evidence: 'Evidence strength',
  confidence: 'Execution confidence',
  timing: 'Strategic timing',
};

/** The kinds of work, in the order the form lists them. */
export const kinds = [
  'existing-path',
  'new-surface',
  'expansion',
  'increases-demand',
  'internal',
  'run-the-business',
] as const;

export type Kind = (typeof kinds)[number];

export const kindNames: Readonly<Record<Kind, string>> = {
  'existing-path': 'Improves an existing path',
  'new-surface': 'New surface',
  expansion: 'Expansion',
  'increases-demand': 'Increases demand',
  internal: 'Internal',
  'run-the-business': 'Run the business',
};

/** The three questions a candidate answers in words. */
export const questions = ['behaviour', 'metric', 'risk'] as const;

export type Question = (typeof questions)[number];

/** The fields of the candidate form, by id, in the order of the form (docs/reading-forms.md). */
export const candidateFields = ['constraint', ...dimensions, 'kind', ...questions, 'links'] as const;

export type CandidateField = (typeof candidateFields)[number];

/**
 * What a candidate says: the form's answers, overlaid by commands in its comments.
 * A missing choice is `null`, a missing text is empty; nothing is ever filled in.
 */
export interface Answers {
  readonly constraint: Constraint | null;
  readonly ratings: OpenRatings;
  readonly kind: Kind | null;
  readonly behaviour: string;
  readonly metric: string;
  readonly risk: string;
  readonly links: string;
}

/** The verdicts of a complete candidate, in sort order (docs/scoring.md). */
export const verdicts = ['ready', 'strengthen', 'validate', 'de-risk', 'not-now', 'rethink'] as const;

export type Verdict = (typeof verdicts)[number];

/** What every candidate has one of, and one label for. */
export const verdictsOrIncomplete = [...verdicts, 'incomplete'] as const;

export type VerdictOrIncomplete = (typeof verdictsOrIncomplete)[number];

/** Whether a candidate of this verdict can be worked on now. */
export function isStrong(verdict: VerdictOrIncomplete): boolean {
  return verdict === 'ready' || verdict === 'strengthen';
}

/** The flags, in the order they are shown. */
export const flags = [
  'exciting-weak-evidence',
  'easy-but-disconnected',
  'timing-conflict',
  'needs-discussion',
  'unconfirmed',
] as const;

export type Flag = (typeof flags)[number];

/** The whole number of a score: a mean of ratings stays on their scale. */
export type Band = Rating;
