import { findInlineSpans, type InlineSpan } from './inline-spans.ts';
import { hidesText, nothingOpenIn, type OpenHtml, readRawHtml } from './raw-html.ts';
import { type BlockLine, readShownLines } from './shown-lines.ts';
import { mergeSpans, type Span } from './span.ts';

/** Lines that are read together, so that a code span, a tag or a comment can go on from one to the next. */
type Lines = readonly [BlockLine, ...BlockLine[]];

export interface TextBlock {
  readonly lines: Lines;
  /** Whether its first line stands in what HTML above it hides. */
  readonly beginsHidden: boolean;
  /** Code spans: offsets in the lines joined by line feeds. */
  readonly code: readonly Span[];
  /** What links and images keep to themselves, and link definitions. */
  readonly links: readonly Span[];
  /** What GitHub does not show: tags, comments, and what they hide. */
  readonly hidden: readonly Span[];
}

/**
 * The text without what GitHub shows as code (fences and spans) or does not show at all (HTML comments and their like);
 * everything else stays in a line of its own, blank lines may go. Linear in the length of the text.
 */
export function withoutHiddenText(text: string): string {
  return readTextBlocks(text).map(withoutHidden).join('\n');
}

/** The blocks of a text with what is hidden in each. HTML may hide what stands in the blocks below it. */
export function readTextBlocks(body: string): readonly TextBlock[] {
  let open = nothingOpenIn(body);
  return groupLines(readShownLines(body)).map((lines) => {
    const { block, below } = readBlock(lines, open);
    open = below;
    return block;
  });
}

function groupLines(lines: readonly BlockLine[]): readonly Lines[] {
  const groups: [BlockLine, ...BlockLine[]][] = [];
  for (const line of lines) {
    const above = groups.at(-1);
    if (line.goesOn && above !== undefined) above.push(line);
    else groups.push([line]);
  }
  return groups;
}

function readBlock(lines: Lines, above: OpenHtml): { readonly block: TextBlock; readonly below: OpenHtml } {
  const text = lines.map(withoutQuoteMarks).join('\n');
  const [{ shown, isIndented }] = lines;
  const isHtml = shown === 'html' || shown === 'raw' || shown === 'nothing';
  const spans = shown === 'code' ? [] : findInlineSpans(text);
  const of = (kind: InlineSpan['kind']) => spans.filter((span) => span.kind === kind);
  const opening = isIndented ? [] : of('html');
  const { hidden, below } = isHtml ? readRawHtml(text, above) : readHtmlAmong(text, opening, above);
  const block = {
    lines,
    beginsHidden: hidesText(above),
    code: of('code'),
    links: isHtml ? [] : of('link'),
    hidden: isHtml ? hidden : mergeSpans([...hidden, ...of('html')]),
  };
  return { block, below };
}

/** As spaces: a `>` ends a tag. */
function withoutQuoteMarks({ text, quotes }: BlockLine): string {
  let left = quotes;
  return left === 0 ? text : text.replace(/>/g, (mark) => (left-- > 0 ? ' ' : mark));
}

/** What the HTML of a paragraph hides. Nothing else in it reaches a browser as HTML. */
function readHtmlAmong(
  text: string,
  spans: readonly Span[],
  above: OpenHtml,
): { readonly hidden: readonly Span[]; readonly below: OpenHtml } {
  const hidden: Span[] = [];
  let open = above;
  let position = 0;
  for (const { start, end } of spans) {
    if (hidesText(open)) hidden.push({ start: position, end: start });
    open = readRawHtml(text.slice(start, end), open).below;
    position = end;
  }
  if (hidesText(open)) hidden.push({ start: position, end: text.length });
  return { hidden, below: open };
}

function withoutHidden({ lines, code, links, hidden }: TextBlock): string {
  const [{ shown }] = lines;
  if (shown === 'code' || shown === 'raw') return '';
  const text = lines.map((line) => line.text).join('\n');
  const kept: string[] = [];
  let position = 0;
  const inOrder = [...code, ...links, ...hidden].sort((one, other) => one.start - other.start);
  for (const { start, end } of inOrder) {
    if (end <= position) continue;
    kept.push(text.slice(position, start), ' ');
    position = end;
  }
  return [...kept, text.slice(position)].join('');
}
