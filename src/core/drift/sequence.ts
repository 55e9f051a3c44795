import type { Kind } from '../candidate.ts';
import type { Constraint } from '../constraint.ts';
import type { Policy } from '../policy.ts';
import type { CandidateFacts } from './facts.ts';

export type SequenceCode = 'SEQ-1' | 'SEQ-2' | 'SEQ-3' | 'PAUSED';

interface SequenceRule {
  readonly code: SequenceCode;
  readonly primary: Constraint;
  readonly kind: Kind;
  /** Why the order matters, as half a sentence. */
  readonly because: string;
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

const pausedKinds: readonly Kind[] = ['new-surface', 'expansion'];

export interface SequenceViolation {
  readonly code: SequenceCode;
  readonly because: string;
}

/** What the candidate's kind of work runs ahead of: the sequence rule of the primary, and `drift.pause`. */
export function sequenceViolations(
  candidate: CandidateFacts | null,
  policy: Policy,
): readonly SequenceViolation[] {
  const kind = candidate?.kind ?? null;
  if (kind === null) return [];
  const rule = sequenceRules.find(
    (each) => each.primary === policy.primary?.constraint && each.kind === kind,
  );
  const paused: SequenceViolation = {
    code: 'PAUSED',
    because: 'new surfaces and expansion are paused while evidence is collected',
  };
  return [
    ...(rule === undefined ? [] : [rule]),
    ...(policy.drift.pause && pausedKinds.includes(kind) ? [paused] : []),
  ];
}
