import { wholeTag } from './html-grammar.ts';

/** Lines that Markdown hands on as they are. */
export interface HtmlBlock {
  /** How what stands in it is shown: between its tags, as it is written, or not at all. */
  readonly shown: 'html' | 'raw' | 'nothing';
  readonly endsWithBlank: boolean;
  /** Whether it goes on below a line of it. */
  readonly goesOn: (line: string) => boolean;
}

const blockTags =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|' +
  'menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|source|summary|table|tbody|td|tfoot|th|thead|' +
  'title|tr|track|ul';

const kinds: readonly (readonly [begin: RegExp, block: HtmlBlock])[] = [
  [/^ {0,3}<(?:script|pre|style|textarea)[ >]/i, upTo(/<\/(?:script|pre|style|textarea)>/i, 'raw')],
  [/^ {0,3}<!--/, { shown: 'nothing', endsWithBlank: false, goesOn: isCommentOpen }],
  [/^ {0,3}<\?/, upTo(/\?>/)],
  [/^ {0,3}<!\[CDATA\[/, upTo(/\]\]>/)],
  [/^ {0,3}<![a-z]/i, upTo(/>/)],
];

const upToBlank: HtmlBlock = { shown: 'html', endsWithBlank: true, goesOn: () => true };
const blockTag = new RegExp(`^ {0,3}</?(?:${blockTags})(?: |/?>)`, 'i');
const tagAlone = new RegExp(`^ {0,3}${wholeTag} *$`, 'i');

/**
 * The HTML block that begins in a line, by the seven start conditions of CommonMark
 * (https://spec.commonmark.org/0.31.2/#html-blocks).
 */
export function htmlBlockBegunBy(line: string, isInParagraph: boolean): HtmlBlock | null {
  const [, block] = kinds.find(([begin]) => begin.test(line)) ?? [];
  if (block !== undefined) return block;
  return blockTag.test(line) || (!isInParagraph && tagAlone.test(line)) ? upToBlank : null;
}

function upTo(end: RegExp, shown: HtmlBlock['shown'] = 'nothing'): HtmlBlock {
  return { shown, endsWithBlank: false, goesOn: (line) => !end.test(line) };
}

/** Whether a comment is open at the end of a line in which one was open or began. */
function isCommentOpen(line: string): boolean {
  return line.lastIndexOf('-->') <= line.lastIndexOf('<!--');
}
