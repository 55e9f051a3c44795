import { type Contained, type Container, enterContainers, isRule, openContainers } from './containers.ts';
import { type HtmlBlock, htmlBlockBegunBy } from './html-blocks.ts';

/**
 * How a line of Markdown is shown: as text, as a quote, as code in a fence, as HTML whose text is shown but not its
 * tags, raw as it is written (in a script and the like), or (in a comment and the like) not at all.
 */
export type Shown = 'text' | 'quote' | 'code' | 'html' | 'raw' | 'nothing';

export interface ShownLine {
  readonly text: string;
  readonly shown: Shown;
}

/** A line among those around it. */
export interface BlockLine extends ShownLine {
  /** Whether it goes on with the block of the line above. */
  readonly goesOn: boolean;
  /** How many quotes it has the marks of. */
  readonly quotes: number;
  /** Indented code, whose tags open nothing below it. */
  readonly isIndented: boolean;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** What is open below a line: the containers, and in the innermost one of them at most one block. */
interface Open {
  readonly containers: readonly Container[];
  readonly block: Fence | HtmlBlock | 'paragraph' | 'empty item' | null;
}

interface ReadLine extends Omit<BlockLine, 'text' | 'quotes'> {
  /** Those whose marks it has. */
  readonly containers: readonly Container[];
  readonly below: Open;
}

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceEnd = /^ {0,3}(`{3,}|~{3,}) *$/;
const heading = /^ {0,3}#{1,6} /;
/** Makes the paragraph above it a heading. */
const underline = /^ {0,3}(?:-+|=+) *$/;
const indented = /^ {4}/;
const blank = /^[ \t]*$/;

/**
 * The lines of a text, each with how GitHub shows it, by CommonMark's rules of blocks
 * (https://spec.commonmark.org/0.31.2/). Linear in the length of the text. Where a person could be misled (an unclosed
 * fence or comment) the rest counts as not shown. A line without `>` is no quote, even directly below one: quoting
 * marks every line it quotes. Indented code counts as text.
 */
export function readShownLines(body: string): readonly BlockLine[] {
  let open: Open = { containers: [], block: null };
  return body.split(/\r\n|\r|\n/).map((text) => {
    const { below, containers, ...line } = readLine(inColumns(text), open);
    open = below;
    return { text, ...line, quotes: containers.filter((container) => container === 'quote').length };
  });
}

function readLine(line: string, above: Open): ReadLine {
  const entered = enterContainers(line, above.containers);
  const isInside = entered.containers.length === above.containers.length;
  if (isInside && isHtml(above.block) && !(above.block.endsWithBlank && blank.test(entered.rest))) {
    return { ...inHtml(entered, above.block), goesOn: true };
  }
  if (isInside && isFence(above.block)) {
    const block = closes(entered.rest, above.block) ? null : above.block;
    return { ...inBlock('code', entered.containers, block), goesOn: true };
  }
  if (blank.test(entered.rest)) {
    const isLeft = isInside && above.block === 'empty item';
    return inText(isLeft ? entered.containers.slice(0, -1) : entered.containers, null);
  }
  const opened = openContainers(entered, isInside && above.block === 'paragraph');
  const isLazy = above.block === 'paragraph' && opened.containers.length === entered.containers.length;
  return beginBlock(opened, isLazy) ?? readText(opened, above, isLazy, isInside);
}

/** A fence or HTML that begins in a line, below a paragraph or not. */
function beginBlock(opened: Contained, isBelowParagraph: boolean): ReadLine | null {
  const { containers, rest } = opened;
  const [, run] = fence.exec(rest) ?? [];
  if (run !== undefined) return inBlock('code', containers, { mark: run.charAt(0), length: run.length });
  const html = htmlBlockBegunBy(rest, isBelowParagraph);
  return html === null ? null : inHtml(opened, html);
}

function readText(
  { containers, rest }: Contained,
  above: Open,
  isLazy: boolean,
  isInside: boolean,
): ReadLine {
  if (isLazy && isInside && underline.test(rest)) return { ...inText(containers, null), goesOn: true };
  // A paragraph goes on in the containers it began in, whether or not the line has their marks.
  if (isLazy && !endsParagraph(rest)) return { ...inText(containers, null), goesOn: true, below: above };
  return { ...inText(containers, blockBegunBy(rest, containers)), isIndented: indented.test(rest) };
}

function inHtml({ containers, rest }: Contained, block: HtmlBlock): ReadLine {
  return inBlock(block.shown, containers, block.goesOn(rest) ? block : null);
}

function inText(containers: readonly Container[], block: Open['block']): ReadLine {
  return inBlock(containers.includes('quote') ? 'quote' : 'text', containers, block);
}

function inBlock(shown: Shown, containers: readonly Container[], block: Open['block']): ReadLine {
  return { shown, containers, below: { containers, block }, goesOn: false, isIndented: false };
}

function endsParagraph(line: string): boolean {
  return heading.test(line) || isRule(line);
}

function blockBegunBy(line: string, containers: readonly Container[]): Open['block'] {
  if (blank.test(line)) return containers.at(-1) === 'quote' ? null : 'empty item';
  return endsParagraph(line) || indented.test(line) ? null : 'paragraph';
}

function isFence(block: Open['block']): block is Fence {
  return block !== null && typeof block === 'object' && 'mark' in block;
}

function isHtml(block: Open['block']): block is HtmlBlock {
  return block !== null && typeof block === 'object' && 'goesOn' in block;
}

function closes(line: string, { mark, length }: Fence): boolean {
  const [, run = ''] = fenceEnd.exec(line) ?? [];
  return run.length >= length && run.startsWith(mark);
}

/** The line with spaces for its tabs, and one at its end, so that every marker has one behind it. */
function inColumns(line: string): string {
  if (!line.includes('\t')) return `${line} `;
  const [first = '', ...more] = line.split('\t');
  return `${more.reduce((text, part) => text + ' '.repeat(4 - (text.length % 4)) + part, first)} `;
}
