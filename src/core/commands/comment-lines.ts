import { readTextBlocks, type TextBlock } from '../markdown/hidden-text.ts';
import type { ShownLine } from '../markdown/shown-lines.ts';
import type { Span } from '../markdown/span.ts';

/**
 * The lines of a comment, each with how GitHub shows it; one that begins inside of a tag, an HTML comment or anything
 * else that is hidden is not shown either, and one inside of a link's address or title is as little a plain line as
 * code is. Linear in the length of the body.
 */
export function readCommentLines(body: string): readonly ShownLine[] {
  return readTextBlocks(body).flatMap(linesOf);
}

function linesOf({ lines, beginsHidden, links, hidden }: TextBlock): readonly ShownLine[] {
  const [isHidden, isLink] = [insideOf(hidden), insideOf(links)];
  let from = 0;
  return lines.map(({ text, shown }, index) => {
    const start = from;
    from += text.length + 1;
    if (index === 0 ? beginsHidden : isHidden(start)) return { text, shown: 'nothing' };
    if (isLink(start)) return { text, shown: 'code' };
    return { text, shown: shown === 'html' ? 'text' : shown };
  });
}

/** Whether an offset stands within one of the spans; asked from the beginning to the end. */
function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  let next = 0;
  return (offset) => {
    while ((spans[next]?.end ?? offset + 1) <= offset) next += 1;
    return (spans[next]?.start ?? offset) < offset;
  };
}
