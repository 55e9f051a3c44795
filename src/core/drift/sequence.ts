import type { Kind } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { CandidateFacts } from './facts.ts';

/** What runs ahead of the order in which constraints are worked, in the order of the table. */
export const sequenceCodes = ['SEQ-1', 'SEQ-2', 'SEQ-3', 'PAUSED'] as const;

export type SequenceCode = (typeof sequenceCodes)[number];

export interface SequenceViolation {
  readonly code: SequenceCode;
  readonly kind: Kind;
  /** Why the order matters, as half a sentence. */
  readonly because: string;
}

interface SequenceRule extends SequenceViolation {
  readonly primary: Constraint;
}

const sequenceRules: readonly SequenceRule[] = [
  {
    code: 'SEQ-1',
    primary: 'activation',
    kind: 'expansion',
    because: 'expansion can wait until new users reach their first useful outcome',
  },
  {
    code: 'SEQ-2',
    primary: 'reliability',
    kind: 'increases-demand',
    because: 'more demand can wait until the product carries what it has',
  },
  {
    code: 'SEQ-3',
    primary: 'throughput',
    kind: 'new-surface',
    because: 'a new surface can wait until releases flow again',
  },
];

const paused = {
  code: 'PAUSED',
  because: 'new surfaces and expansion are paused while evidence is collected',
} as const;

/** What `drift.pause` holds up. */
const pauseRules: readonly SequenceViolation[] = [
  { ...paused, kind: 'new-surface' },
  { ...paused, kind: 'expansion' },
];

/** Whether a code says that work runs ahead of the order. */
export function isSequenceCode(code: string): code is SequenceCode {
  return sequenceCodes.some((one) => one === code);
}

/** Whether any of the rules looks at the kind of work; else nobody needs to find it out. */
export function asksForKind({ primary, drift }: Policy): boolean {
  return drift.pause || sequenceRules.some((rule) => rule.primary === primary?.constraint);
}

/** What the candidate's kind of work runs ahead of: the sequence rule of the primary, and `drift.pause`. */
export function sequenceViolations(
  candidate: CandidateFacts | null,
  policy: Policy,
): readonly SequenceViolation[] {
  const early = sequenceRules.filter(({ primary }) => primary === policy.primary?.constraint);
  const rules = policy.drift.pause ? [...early, ...pauseRules] : early;
  return rules
    .filter(({ kind }) => kind === candidate?.kind)
    .map(({ code, kind, because }) => ({ code, kind, because }));
}
