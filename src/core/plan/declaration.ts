import { daysBetween } from '../calendar.ts';
import type { Constraint } from '../constraint.ts';

/** A constraint and the day from which it is worked on. */
export interface DeclarationKey {
  readonly constraint: Constraint;
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

/** A first day that is moved by fewer days than this is a correction, not another declaration. */
const sameWithinDays = 15;

export function isSameDeclaration(one: DeclarationKey, other: DeclarationKey): boolean {
  return (
    one.constraint === other.constraint && Math.abs(daysBetween(one.since, other.since)) < sameWithinDays
  );
}
