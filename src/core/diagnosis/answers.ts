/**
 * What the diagnosis form asks, by field id, in the order of the form (docs/diagnosis.md).
 * Signs and fits are 0, 1 or 2: not seen, anecdotal, measured. Pressures are 0, 1 or 2: vague, clear, measured.
 */
export type Degree = 0 | 1 | 2;

/** The seven signs of scaling pressure. */
export const symptoms = [
  'onboarding-drop',
  'expansion-ignored',
  'support-load',
  'manual-delivery',
  'paid-reliability',
  'slower-plan',
  'unclear-lever',
] as const;

export type Symptom = (typeof symptoms)[number];

/** Four smaller signs, of how the product fits what is asked of it. */
export const fits = ['codebase-slows', 'performance-trust', 'adoption-weak', 'hiring-slow'] as const;

export type Fit = (typeof fits)[number];

/** The five business pressures. */
export const pressures = ['revenue', 'retention', 'trust', 'operational', 'planning'] as const;

export type Pressure = (typeof pressures)[number];

/** The inputs with a degree, in the order in which flips are told. */
export const signs = [...symptoms, ...pressures, ...fits] as const;

export type Sign = (typeof signs)[number];

export const choices = {
  stage: ['in-use', 'no-users', 'ai-question'],
  'tickets-ask': ['mixed', 'how-to-start', 'slow-or-broken', 'do-this-for-me'],
  'revenue-path': ['activation', 'expansion'],
  'retention-point': ['before-first-value', 'later', 'relies-on-support'],
  'planning-item': ['feature', 'refactor', 'automation'],
  'safe-to-ship': ['yes', 'no'],
} as const;

export type ChoiceField = keyof typeof choices;

export type Choice<Field extends ChoiceField> = (typeof choices)[Field][number];

/** A whole diagnosis: every choice made, every sign and pressure with its degree. */
export type DiagnosisAnswers = {
  readonly [Field in ChoiceField]: Choice<Field>;
} & {
  readonly degrees: Readonly<Record<Sign, Degree>>;
  /** The next customer decision the diagnosis protects; `''` when it is left open. */
  readonly decision: string;
};

/** The fields of the diagnosis form, by id, in the order of the form: what is picked, then what is written. */
export const diagnosisFields = [
  'stage',
  ...symptoms,
  ...fits,
  'tickets-ask',
  'revenue-path',
  'retention-point',
  'planning-item',
  'safe-to-ship',
  ...pressures,
  'decision',
] as const;

export type DiagnosisField = (typeof diagnosisFields)[number];

/** As they are written in a sentence. */
export const signNames: Readonly<Record<Sign, string>> = {
  'onboarding-drop': 'users drop off during onboarding',
  'expansion-ignored': 'users ignore the feature that should expand use',
  'support-load': 'support load grows',
  'manual-delivery': 'the team delivers by hand',
  'paid-reliability': 'paid customers expect reliability',
  'slower-plan': 'the release plan slows down',
  'unclear-lever': 'nobody knows which lever matters',
  'codebase-slows': 'the codebase slows decisions',
  'performance-trust': 'performance costs trust',
  'adoption-weak': 'adoption is weak',
  'hiring-slow': 'hiring is slower than the plan',
  revenue: 'revenue',
  retention: 'retention',
  trust: 'trust',
  operational: 'operations',
  planning: 'planning',
};

export function isPressure(sign: Sign): sign is Pressure {
  return pressures.some((one) => one === sign);
}
