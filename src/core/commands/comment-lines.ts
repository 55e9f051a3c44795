import { findComments } from '../hidden-text.ts';
import { groupLines, readShownLines, type ShownLine } from '../shown-lines.ts';

/**
 * The lines of a comment, each with how GitHub shows it; one that begins inside an HTML comment within a paragraph
 * is not shown either. Linear in the length of the body.
 */
export function readCommentLines(body: string): readonly ShownLine[] {
  return groupLines(readShownLines(body)).flatMap(withoutComments);
}

function withoutComments(lines: readonly ShownLine[]): readonly ShownLine[] {
  if (lines[0]?.shown === 'code') return lines;
  const comments = findComments(lines.map(({ text }) => text).join('\n'));
  let from = 0;
  let next = 0;
  return lines.map((line) => {
    const start = from;
    from += line.text.length + 1;
    while ((comments[next]?.end ?? start) < start) next += 1;
    const isHidden = (comments[next]?.start ?? start) < start;
    return isHidden ? { ...line, shown: 'nothing' } : line;
  });
}
