import type { Focus } from '../labels.ts';
import type { Mode } from '../policy.ts';
import { sequenceCodes } from './sequence.ts';

/** What a check says, from the mildest to the worst. */
export const conclusions = ['success', 'note', 'warning', 'failure'] as const;

export type Conclusion = (typeof conclusions)[number];

interface CodeRule extends Readonly<Record<Mode, Conclusion>> {
  /** Stays a note while the last merges are below `drift.allowance`. */
  readonly allowance: boolean;
  readonly focus: Focus;
}

const off = { observe: 'note', warn: 'warning', enforce: 'failure', focus: 'off-constraint' } as const;
const unknown = { observe: 'note', warn: 'warning', focus: 'unclassified' } as const;
const fine = { observe: 'success', warn: 'success', enforce: 'success', allowance: false } as const;

/** Every code, in the order they are listed. */
export const codes = [
  ...sequenceCodes,
  'DRIFT',
  'MIXED',
  'UNCLASSIFIED',
  'INCOMPLETE',
  'ALIGNED',
  'EXEMPT',
  'ACCEPTED',
] as const;

export type Code = (typeof codes)[number];

/** What each comes to in each mode (docs/drift.md). */
const codeRules: Readonly<Record<Code, CodeRule>> = {
  'SEQ-1': { ...off, allowance: false },
  'SEQ-2': { ...off, allowance: false },
  'SEQ-3': { ...off, allowance: false },
  PAUSED: { ...off, allowance: false },
  DRIFT: { ...off, allowance: true },
  MIXED: { ...off, enforce: 'warning', allowance: true },
  UNCLASSIFIED: { ...unknown, enforce: 'failure', allowance: true },
  INCOMPLETE: { ...unknown, enforce: 'warning', allowance: false },
  ALIGNED: { ...fine, focus: 'aligned' },
  EXEMPT: { ...fine, focus: 'exempt' },
  ACCEPTED: { ...fine, focus: 'accepted' },
};

/**
 * The worst of what the codes come to in this mode; `success` for none.
 * Within the allowance, `DRIFT`, `MIXED` and `UNCLASSIFIED` stay notes.
 */
export function conclusionOf(held: readonly Code[], mode: Mode, withinAllowance: boolean): Conclusion {
  const each = held.map((code) =>
    withinAllowance && codeRules[code].allowance ? 'note' : codeRules[code][mode],
  );
  return conclusions.findLast((conclusion) => each.includes(conclusion)) ?? 'success';
}

/** Whether `drift.allowance` has a say in this code. */
export function hasAllowance(code: Code): boolean {
  return codeRules[code].allowance;
}

/** Whether the code alone says that work is off the constraint. */
export function isOffConstraintCode(code: Code): boolean {
  return codeRules[code].focus === 'off-constraint';
}

/** What the pull request's focus label says: the first code in table order decides. */
export function focusOf(held: readonly Code[]): Focus | null {
  const first = codes.find((code) => held.includes(code));
  return first === undefined ? null : codeRules[first].focus;
}

/** The codes in the order of the table, each once. */
export function inTableOrder(held: readonly Code[]): readonly Code[] {
  return codes.filter((code) => held.includes(code));
}
