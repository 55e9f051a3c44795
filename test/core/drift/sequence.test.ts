import { expect, it } from 'vitest';
import { kinds } from '../../../src/core/candidate.ts';
import { constraints } from '../../../src/core/constraint.ts';
import { asksForKind, sequenceViolations } from '../../../src/core/drift/sequence.ts';
import { aCandidate, aPolicy } from './builders.ts';

const policies = [...constraints, null].flatMap((primary) =>
  [false, true].map((pause) => [primary, pause, aPolicy(primary, { pause })] as const),
);

it.each(policies)(
  'the kind of work is looked at where %s is declared and pause is %s as far as one of them is early',
  (_primary, _pause, policy) => {
    const early = kinds.filter(
      (kind) => sequenceViolations(aCandidate(1, null, kind).candidate, policy).length > 0,
    );
    expect(asksForKind(policy)).toBe(early.length > 0);
  },
);
