import { daysBetween } from '../calendar.ts';
import type { Constraint } from '../constraint.ts';
import type { Primary } from '../policy.ts';

/** A constraint and the day from which it is worked on. */
export interface DeclarationKey {
  readonly constraint: Constraint;
  /** `YYYY-MM-DD`. */
  readonly since: string;
}

/** A first day that is moved by fewer days than this is a correction, not another declaration. */
const sameWithinDays = 15;

/** Whether a declaration is the one in force. */
export function isAbout(
  one: DeclarationKey,
  { constraint, since }: Pick<Primary, 'constraint' | 'since'>,
): boolean {
  return since !== null && isSameDeclaration(one, { constraint, since });
}

export function isSameDeclaration(one: DeclarationKey, other: DeclarationKey): boolean {
  return (
    one.constraint === other.constraint && Math.abs(daysBetween(one.since, other.since)) < sameWithinDays
  );
}
