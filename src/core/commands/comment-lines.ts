import { readTextBlocks, type TextBlock } from '../markdown/hidden-text.ts';
import type { ShownLine } from '../markdown/shown-lines.ts';

/**
 * The lines of a comment, each with how GitHub shows it; one that begins inside of a tag, an HTML comment or anything
 * else that is hidden is not shown either. Linear in the length of the body.
 */
export function readCommentLines(body: string): readonly ShownLine[] {
  return readTextBlocks(body).flatMap(linesOf);
}

function linesOf({ lines, beginsHidden, hidden }: TextBlock): readonly ShownLine[] {
  let from = 0;
  let next = 0;
  return lines.map(({ text, shown }, index) => {
    const start = from;
    from += text.length + 1;
    while ((hidden[next]?.end ?? start + 1) <= start) next += 1;
    const isHidden = index === 0 ? beginsHidden : (hidden[next]?.start ?? start) < start;
    if (isHidden) return { text, shown: 'nothing' };
    return { text, shown: shown === 'html' ? 'text' : shown };
  });
}
