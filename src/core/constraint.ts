/** The five constraints, in the order the form lists them (docs/concepts.md). */
export const constraints = ['activation', 'adoption', 'reliability', 'operations', 'throughput'] as const;

export type Constraint = (typeof constraints)[number];

export interface ConstraintGuide {
  /** As a person reads it: `Activation`. */
  readonly name: string;
  /** What a team with this constraint sees, without a full stop. */
  readonly looksLike: string;
  /** Where to start, most useful first. */
  readonly improveFirst: readonly string[];
}

export const constraintGuide: Readonly<Record<Constraint, ConstraintGuide>> = {
  activation: {
    name: 'Activation',
    looksLike: 'users sign up but do not reach the first useful outcome',
    improveFirst: ['onboarding', 'setup', 'education', 'empty states', 'time-to-value'],
  },
  adoption: {
    name: 'Adoption',
    looksLike: 'users ignore the feature that should create retention or expansion',
    improveFirst: ['feature optimization', 'workflow clarity', 'usage prompts', 'pricing path'],
  },
  reliability: {
    name: 'Reliability',
    looksLike: 'customers lose trust because the product is slow, fragile or inconsistent',
    improveFirst: ['performance', 'observability', 'testing', 'deployment', 'data integrity'],
  },
  operations: {
    name: 'Operations',
    looksLike: 'the team relies on manual work to keep customers moving',
    improveFirst: ['internal tools', 'automation', 'admin flows', 'support escalation'],
  },
  throughput: {
    name: 'Throughput',
    looksLike: 'the release plan slows because every change creates coordination or technical debt',
    improveFirst: ['architecture', 'modularity', 'QA', 'release process', 'engineering capacity'],
  },
};

/** What `make` gives for each constraint, under its id. */
export function perConstraint<Value>(
  make: (constraint: Constraint) => Value,
): Readonly<Record<Constraint, Value>> {
  return {
    activation: make('activation'),
    adoption: make('adoption'),
    reliability: make('reliability'),
    operations: make('operations'),
    throughput: make('throughput'),
  };
}

/** Whether `text` is the id of a constraint, exactly as written in config and labels. */
export function isConstraint(text: string): text is Constraint {
  return constraints.some((constraint) => constraint === text);
}
