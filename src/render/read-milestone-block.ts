import { type Constraint, constraintGuide } from '../core/constraint.ts';

/** What `renderMilestoneBlock` says of the focus, when it is about the same constraint; `null` for anything else. */
export function readMilestoneFocus(
  description: string,
  primary: Constraint,
): { readonly on: number; readonly classified: number } | null {
  const { name } = constraintGuide[primary];
  const start = `<!-- chokepoint:milestone -->\n`;
  const from = description.replaceAll('\r\n', '\n').split(start).at(-1);
  if (from === undefined || !description.includes('<!-- /chokepoint:milestone -->')) return null;
  const found = /^\*\*\d+ %\*\* on \*\*(\w+)\*\* \((\d+) of (\d+) open, classified items/.exec(from);
  const [, constraint, on, classified] = found ?? [];
  return constraint === name ? { on: Number(on), classified: Number(classified) } : null;
}
