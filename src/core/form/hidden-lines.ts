import type { Heading } from './find-headings.ts';
import { endOfLine, nextLine } from './text-lines.ts';

/** Why a heading is not shown as one: `null` when it is shown, else its own line or the block around it. */
export type Hiding = 'line' | Block | null;

/** A code fence or an HTML comment. */
export interface Block {
  /** Whether it ends before the body does. */
  closed: boolean;
  /** `` ` ``, `~`, or `-` for a comment. */
  readonly mark: number;
  readonly length: number;
}

const backtick = 0x60;
const tilde = 0x7e;
const dash = 0x2d;
const quoteMark = 0x3e;

/**
 * What hides each heading: a quote or an indentation of its own line, or the code fence or HTML comment around it.
 * One pass over the lines, as CommonMark's block rules have it.
 */
export function findHiding(body: string, headings: readonly Heading[]): readonly Hiding[] {
  const hiding: Hiding[] = [];
  let block: Block | null = null;
  let next = 0;
  // Also past the last heading, for as long as it is open whether a block around one is closed.
  for (let start = 0; next < headings.length || (block !== null && start < body.length); ) {
    const end = endOfLine(body, start);
    const heading = headings[next];
    if (heading !== undefined && heading.start === start) {
      hiding.push(block ?? (isSetApart(body, heading) ? 'line' : null));
      next += 1;
    } else if (block === null) {
      block = blockOpenedBy(body, start, end);
    } else if (closes(body, start, end, block)) {
      block.closed = true;
      block = null;
    }
    start = nextLine(body, end);
  }
  return hiding;
}

/** Indented as code is, or quoted. */
function isSetApart(body: string, heading: Heading): boolean {
  for (let at = heading.start; at < heading.mark; at += 1) {
    const code = body.charCodeAt(at);
    if (code === quoteMark || code === 0x09 || at - heading.start >= 3) return true;
  }
  return false;
}

function blockOpenedBy(body: string, start: number, end: number): Block | null {
  const first = afterIndent(body, start);
  const mark = body.charCodeAt(first);
  if (body.startsWith('<!--', first)) {
    return hasCommentEnd(body, first + 2, end) ? null : { mark: dash, length: 3, closed: false };
  }
  if (mark !== backtick && mark !== tilde) return null;
  const length = runLength(body, first, mark);
  if (length < 3) return null;
  const tick = mark === backtick ? body.indexOf('`', first + length) : -1;
  return tick === -1 || tick >= end ? { mark, length, closed: false } : null;
}

function closes(body: string, start: number, end: number, block: Block): boolean {
  if (block.mark === dash) return hasCommentEnd(body, start, end);
  const first = afterIndent(body, start);
  const length = runLength(body, first, block.mark);
  if (length < block.length) return false;
  for (let at = first + length; at < end; at += 1) {
    const code = body.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09) return false;
  }
  return true;
}

function hasCommentEnd(body: string, from: number, end: number): boolean {
  for (let at = from; at + 3 <= end; at += 1) {
    if (body.charCodeAt(at) === dash && body.startsWith('-->', at)) return true;
  }
  return false;
}

/** After at most three spaces: four make the line code. */
function afterIndent(body: string, start: number): number {
  let at = start;
  while (at < start + 3 && body.charCodeAt(at) === 0x20) at += 1;
  return at;
}

function runLength(body: string, from: number, mark: number): number {
  let at = from;
  while (body.charCodeAt(at) === mark) at += 1;
  return at - from;
}
