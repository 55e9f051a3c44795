import { constraints } from '../core/constraint.ts';
import type { DeclarationKey } from '../core/plan/declaration.ts';

/** The hidden first line of a milestone of the plan. */
export function milestoneMarker({ constraint, since }: DeclarationKey): string {
  return `<!-- chokepoint:plan ${constraint} ${since} -->`;
}

/** Which declaration a milestone belongs to, by its description; `null` for any other milestone. */
export function readMilestoneMarker(description: string): DeclarationKey | null {
  const [, name, since] = /<!-- chokepoint:plan (\w+) (\d{4}-\d{2}-\d{2}) -->/.exec(description) ?? [];
  const constraint = constraints.find((one) => one === name);
  return constraint === undefined || since === undefined ? null : { constraint, since };
}
