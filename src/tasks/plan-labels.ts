import { type LabelKey, type LabelNames, labelName } from '../core/labels.ts';
import type { Change } from './change.ts';

/**
 * The Changes that give an issue or pull request exactly the labels `wanted` among those `governed`;
 * every other label stays. Names compare without case, as GitHub's do.
 */
export function planLabels(
  number: number,
  present: readonly string[],
  wanted: readonly LabelKey[],
  governed: readonly LabelKey[],
  names: LabelNames,
): readonly Change[] {
  const has = new Set(present.map((name) => name.toLowerCase()));
  const missing = wanted.map((key) => labelName(key, names)).filter((name) => !has.has(name.toLowerCase()));
  const surplus = governed
    .filter((key) => !wanted.includes(key))
    .map((key) => labelName(key, names))
    .filter((name) => has.has(name.toLowerCase()));
  return [
    ...surplus.map((name) => ({ kind: 'remove-label' as const, number, name })),
    ...(missing.length === 0 ? [] : [{ kind: 'add-labels' as const, number, names: missing }]),
  ];
}
