import { mergeSpans, type Span } from './span.ts';

/** What a piece of HTML leaves open, so that what stands behind it is not shown. */
export interface OpenHtml {
  /** What ends the comment, the attribute or the raw text that is open. */
  readonly until: RegExp | null;
  /** The name of the tag that is open, with its `/`. */
  readonly tag: string | null;
  /** How many elements that hide their text are open, by name. */
  readonly hiding: ReadonlyMap<string, number>;
  /** The elements that hide their text: those that a text closes somewhere. */
  readonly closed: ReadonlySet<string>;
}

/** What is open at the beginning of a text. An element that is only mentioned, and closed nowhere, hides nothing. */
export function nothingOpenIn(text: string): OpenHtml {
  const closed = hidingElements.filter((name) => new RegExp(`</${name}[\\s/>]`, 'i').test(text));
  return { until: null, tag: null, hiding: new Map(), closed: new Set(closed) };
}

interface Reading {
  position: number;
  until: RegExp | null;
  tag: string | null;
  readonly hiding: Map<string, number>;
  readonly closed: ReadonlySet<string>;
}

/** GitHub writes these as text: https://github.github.com/gfm/#disallowed-raw-html-extension- */
const disallowed = '/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)[\\s/>]';

/** Not shown, shown only where the element fails, or shown as code. */
const hidingElements = 'template svg math audio video object rp pre code'.split(' ');

const commentEnd = /-->/g;
const otherEnd = />/g;
const never = /(?!)/g;
const quoteEnds = new Map([
  ['"', /"/g],
  ["'", /'/g],
]);

const opening = new RegExp(`(<!--)|<(?!${disallowed})(?:(/?[a-z][^\\s/>]*)|[!?/])`, 'gi');
/** The end of a tag, or an attribute with its value or with the quote in which that begins. */
const partOfTag = /(>)|[^\s/>][^\s/>=]*(?:\s*=\s*(?:(["'])|[^\s>]+))?/g;

/**
 * The parts of a piece of HTML that are not shown, as browsers read it: its tags and comments, and the text of some
 * elements. Linear in the length of the piece.
 */
export function readRawHtml(
  html: string,
  open: OpenHtml,
): { readonly hidden: readonly Span[]; readonly below: OpenHtml } {
  const reading: Reading = { ...open, position: 0, hiding: new Map(open.hiding) };
  const hidden: Span[] = [];
  while (reading.position < html.length) {
    const from = hidesText(reading) ? reading.position : null;
    const found = readNext(html, reading);
    const start = from ?? found;
    if (start < reading.position) hidden.push({ start, end: reading.position });
  }
  const { until, tag, hiding, closed } = reading;
  // What Markdown puts behind the piece may end a tag, or not.
  const isTorn = tag !== null || until === otherEnd;
  return { hidden: mergeSpans(hidden), below: { until: isTorn ? never : until, tag, hiding, closed } };
}

/** Whether text behind it is hidden. */
export function hidesText({ until, tag, hiding }: OpenHtml): boolean {
  return until !== null || tag !== null || hiding.size > 0;
}

/** Reads up to where something ends or begins; where that stands. */
function readNext(html: string, reading: Reading): number {
  const pattern = reading.until ?? (reading.tag === null ? opening : partOfTag);
  pattern.lastIndex = reading.position;
  const found = pattern.exec(html);
  reading.position = found === null ? html.length : pattern.lastIndex;
  if (found === null) return html.length;
  if (reading.until !== null) reading.until = null;
  else if (reading.tag === null) begin(found, reading);
  else if (found[1] !== undefined) endTag(reading.tag, reading);
  else reading.until = quoteEnds.get(found[2] ?? '') ?? null;
  return found.index;
}

function begin([mark, comment, tag]: RegExpExecArray, reading: Reading): void {
  if (tag !== undefined) reading.tag = tag.toLowerCase();
  else reading.until = comment === undefined ? otherEnd : commentEnd;
  // The dashes that open a comment may close it: `<!-->`.
  if (comment !== undefined) reading.position -= mark.length - '<!'.length;
}

function endTag(tag: string, reading: Reading): void {
  reading.tag = null;
  const name = tag.replace('/', '');
  if (!reading.closed.has(name)) return;
  const depth = (reading.hiding.get(name) ?? 0) + (name === tag ? 1 : -1);
  if (depth > 0) reading.hiding.set(name, depth);
  else reading.hiding.delete(name);
}
