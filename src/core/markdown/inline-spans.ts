import { codeSpansOf } from './code-spans.ts';
import { inlineHtmlOf } from './inline-html.ts';
import { endOfDefinitions, endOfLinkTail, endOfReference, startOfFootnote } from './links.ts';
import { endOfMatch, type Span } from './span.ts';

/** A part of a paragraph that is no text: a code span, raw HTML, or what links and images do not show. */
export interface InlineSpan extends Span {
  readonly kind: 'code' | 'html' | 'link';
}

interface Bracket {
  readonly start: number;
  readonly isImage: boolean;
}

interface Paragraph {
  readonly text: string;
  readonly spans: InlineSpan[];
  readonly open: Bracket[];
  position: number;
  /** Where the brackets begin that were closed last and may be a link: no link can be around one. */
  lastLink: number;
  /** From where on it is not known what is shown. */
  unsureFrom: number;
}

const token = /\\[!-/:-@[-`{-~]|`+|<|!?\[|\]/g;
const autolink = /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[a-z\d.-]+)>/iy;

/**
 * What of a paragraph is no text, by CommonMark's rules of inlines (https://spec.commonmark.org/0.31.2/#inlines):
 * whichever opens first hides the other. Where only a definition elsewhere could tell what is a link, and with it what
 * is code or HTML, the rest counts as not shown. Linear in its length.
 */
export function findInlineSpans(text: string): readonly InlineSpan[] {
  if (!/[`<[]/.test(text)) return [];
  const unsureFrom = startOfFootnote(text) ?? text.length;
  const position = endOfDefinitions(text);
  const paragraph: Paragraph = { text, spans: [], open: [], position, lastLink: -1, unsureFrom };
  add(paragraph, 'link', 0, position);
  const codeEnd = codeSpansOf(text);
  const htmlEnd = inlineHtmlOf(text);
  for (const { 0: mark, index } of text.matchAll(token)) {
    if (index < paragraph.position) continue;
    if (mark.startsWith('`')) add(paragraph, 'code', index, codeEnd(index, mark));
    else if (mark.endsWith('[')) paragraph.open.push({ start: index, isImage: mark.startsWith('!') });
    else if (mark === ']') closeBracket(paragraph, index + 1);
    else if (mark === '<') {
      const linkEnd = endOfMatch(autolink, text, index);
      if (linkEnd === undefined) add(paragraph, 'html', index, htmlEnd(index));
      else paragraph.position = linkEnd;
    }
  }
  add(paragraph, 'link', paragraph.unsureFrom, text.length);
  return paragraph.spans;
}

function add(paragraph: Paragraph, kind: InlineSpan['kind'], start: number, end: number | undefined): void {
  if (end === undefined || end <= start) return;
  paragraph.spans.push({ kind, start, end });
  paragraph.position = end;
}

/** Of a link its address and title are hidden, of an image its description too. */
function closeBracket(paragraph: Paragraph, below: number): void {
  const { text, spans } = paragraph;
  const bracket = paragraph.open.pop();
  if (bracket === undefined) return;
  const end = endOfLinkTail(text, below);
  const isSure = end !== undefined && (bracket.isImage || paragraph.lastLink < bracket.start);
  const unsureEnd = isSure ? below : (end ?? endOfReference(text, below) ?? below);
  if (/[`<]/.test(text.slice(below, unsureEnd))) {
    paragraph.unsureFrom = Math.min(paragraph.unsureFrom, below);
  }
  if (!bracket.isImage) {
    paragraph.lastLink = bracket.start;
    add(paragraph, 'link', below, end);
    return;
  }
  // What is HTML elsewhere is none in the description of an image.
  if (isSure) while ((spans.at(-1)?.start ?? -1) > bracket.start) spans.pop();
  add(paragraph, 'link', bracket.start, end ?? below);
}
