import { type Container, enterContainers, isRule, openContainers } from './containers.ts';

/** How a line of Markdown is shown: as text, as a quote, as code in a fence, or (in an HTML comment) not at all. */
export type Shown = 'text' | 'quote' | 'code' | 'nothing';

export interface ShownLine {
  readonly text: string;
  readonly shown: Shown;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
}

/** What is open below a line: the containers, and in the innermost one of them at most one block. */
interface Open {
  readonly containers: readonly Container[];
  readonly block: Fence | 'comment' | 'paragraph' | 'empty item' | null;
}

const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
const fenceEnd = /^ {0,3}(`{3,}|~{3,}) *$/;
const comment = /^ {0,3}<!--/;
const heading = /^ {0,3}#{1,6} /;
/** Makes the paragraph above it a heading. */
const underline = /^ {0,3}(?:-+|=+) *$/;
const indented = /^ {4}/;
const blank = /^[ \t]*$/;

/**
 * The lines of a text, each with how GitHub shows it, by CommonMark's rules of blocks
 * (https://spec.commonmark.org/0.29/). Linear in the length of the text. Where a person could be misled (an unclosed
 * fence or comment) the rest counts as not shown. A line without `>` is no quote, even directly below one: quoting
 * marks every line it quotes. Indented code counts as text.
 */
export function readShownLines(body: string): readonly ShownLine[] {
  let open: Open = { containers: [], block: null };
  return body.split(/\r\n|\r|\n/).map((text) => {
    const { shown, below } = readLine(inColumns(text), open);
    open = below;
    return { text, shown };
  });
}

/**
 * The lines in groups that are read together, so that a code span or comment can go on from one to the next: those
 * of a paragraph, and those of comments that begin a line.
 */
export function groupLines(lines: readonly ShownLine[]): readonly (readonly ShownLine[])[] {
  const groups: ShownLine[][] = [];
  let above: Group | null = null;
  for (const line of lines) {
    const group = groupOf(line);
    if (group === above) groups.at(-1)?.push(line);
    else groups.push([line]);
    above = group;
  }
  return groups;
}

/** Whether a comment is open at the end of a text in which one was open or began. */
export function staysOpen(text: string): boolean {
  return text.lastIndexOf('-->') <= text.lastIndexOf('<!--');
}

type Group = 'paragraph' | 'blank' | 'code' | 'nothing';

function groupOf({ text, shown }: ShownLine): Group {
  if (shown === 'code' || shown === 'nothing') return shown;
  return blank.test(text) ? 'blank' : 'paragraph';
}

function readLine(line: string, above: Open): { readonly shown: Shown; readonly below: Open } {
  const entered = enterContainers(line, above.containers);
  const isInside = entered.containers.length === above.containers.length;
  if (isInside && above.block === 'comment') {
    return { shown: 'nothing', below: { ...above, block: staysOpen(line) ? 'comment' : null } };
  }
  if (isInside && isFence(above.block)) {
    return { shown: 'code', below: closes(entered.rest, above.block) ? { ...above, block: null } : above };
  }
  if (blank.test(entered.rest)) {
    const isLeft = isInside && above.block === 'empty item';
    const containers = isLeft ? entered.containers.slice(0, -1) : entered.containers;
    return { shown: plain(containers), below: { containers, block: null } };
  }
  const isInParagraph = isInside && above.block === 'paragraph';
  const { containers, rest } = openContainers(entered, isInParagraph);
  const [, run] = fence.exec(rest) ?? [];
  if (run !== undefined) {
    return { shown: 'code', below: { containers, block: { mark: run.charAt(0), length: run.length } } };
  }
  if (comment.test(rest)) {
    return { shown: 'nothing', below: { containers, block: staysOpen(rest) ? 'comment' : null } };
  }
  const shown = plain(containers);
  if (containers.length === entered.containers.length) {
    if (isInParagraph && underline.test(rest)) return { shown, below: { containers, block: null } };
    // A paragraph goes on in the containers it began in, whether or not the line has their marks.
    if (above.block === 'paragraph' && !endsParagraph(rest)) return { shown, below: above };
  }
  return { shown, below: { containers, block: blockBegunBy(rest, containers) } };
}

function plain(containers: readonly Container[]): Shown {
  return containers.includes('quote') ? 'quote' : 'text';
}

function endsParagraph(line: string): boolean {
  return heading.test(line) || isRule(line);
}

function blockBegunBy(line: string, containers: readonly Container[]): Open['block'] {
  if (blank.test(line)) return containers.at(-1) === 'quote' ? null : 'empty item';
  return endsParagraph(line) || indented.test(line) ? null : 'paragraph';
}

function isFence(block: Open['block']): block is Fence {
  return block !== null && typeof block === 'object';
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
