import { wholeTag } from './html-grammar.ts';
import { endOfMatch } from './span.ts';

const tag = new RegExp(wholeTag, 'iy');

/** A mark that opens HTML, and what ends it. */
const delimiters = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
] as const;

/** Where the HTML ends that begins with the `<` at `start`; nothing where that is text. */
export type EndOfHtml = (start: number) => number | undefined;

/** Finds the tags, comments, declarations and the like of a paragraph, as CommonMark has them. */
export function inlineHtmlOf(paragraph: string): EndOfHtml {
  const lastEnds = new Map(delimiters.map(([, end]) => [end, paragraph.lastIndexOf(end)]));
  return (start) => {
    const [open, end] = delimiters.find(([mark]) => paragraph.startsWith(mark, start)) ?? [];
    if (end === undefined) return endOfMatch(tag, paragraph, start);
    if (open === '<!' && !/[a-z]/i.test(paragraph.charAt(start + open.length))) return undefined;
    // Nothing is looked for behind the last end, so that many openings stay linear.
    const from = start + open.length;
    return from > (lastEnds.get(end) ?? -1) ? undefined : paragraph.indexOf(end, from) + end.length;
  };
}
