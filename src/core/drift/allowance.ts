import type { OffConstraintShare } from './facts.ts';

/**
 * Whether the share of the last merges that is off the constraint is below `drift.allowance`, a percentage from 0 to
 * 100. Compared without dividing: no rounding, and no merges at all are below any allowance but none.
 */
export function isWithinAllowance(
  { offConstraint, merges }: OffConstraintShare,
  allowancePercent: number,
): boolean {
  return offConstraint * 100 < allowancePercent * Math.max(merges, 1);
}
