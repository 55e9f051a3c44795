import { type Constraint, constraintGuide } from '../core/constraint.ts';
import { findBlock } from './milestone-block.ts';

/** What `renderMilestoneBlock` says of the focus, when it is about the same constraint; `null` for anything else. */
export function readMilestoneFocus(
  description: string,
  primary: Constraint,
): { readonly on: number; readonly classified: number } | null {
  const span = findBlock(description);
  if (span === null) return null;
  const [, constraint, on, classified] = focusLine.exec(description.slice(span.from, span.to)) ?? [];
  return constraint === constraintGuide[primary].name
    ? { on: Number(on), classified: Number(classified) }
    : null;
}

/** GitHub's editor gives lines another ending. */
const focusLine = /^<!--.*-->\r?\n\*\*\d+ %\*\* on \*\*(\w+)\*\* \((\d+) of (\d+) open, classified items/;
