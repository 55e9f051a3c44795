import type { Heading } from './find-headings.ts';
import { endOfLine, nextLine } from './text-lines.ts';

/** A code fence or an HTML comment. */
interface Block {
  /** `` ` ``, `~`, or `-` for a comment. */
  readonly mark: number;
  readonly length: number;
}

const backtick = 0x60;
const tilde = 0x7e;
const dash = 0x2d;
const quoteMark = 0x3e;

/**
 * Whether each heading is hidden: by a quote or an indentation of its own line, or by the code fence or HTML comment
 * around it. One pass over the lines up to the last heading, as CommonMark's block rules have it.
 */
export function findHidden(body: string, headings: readonly Heading[]): readonly boolean[] {
  const hidden: boolean[] = [];
  let block: Block | null = null;
  let start = 0;
  for (const heading of headings) {
    for (; start < heading.start; start = nextLine(body, endOfLine(body, start))) {
      block = blockAfter(body, start, block);
    }
    hidden.push(block !== null || isSetApart(body, heading));
    start = heading.below;
  }
  return hidden;
}

/** The block that is open below the line at `start`, where `block` is open above it. */
function blockAfter(body: string, start: number, block: Block | null): Block | null {
  const end = endOfLine(body, start);
  if (block === null) return blockOpenedBy(body, start, end);
  return closes(body, start, end, block) ? null : block;
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
    return hasCommentEnd(body, first + 2, end) ? null : { mark: dash, length: 3 };
  }
  if (mark !== backtick && mark !== tilde) return null;
  const length = runLength(body, first, mark);
  if (length < 3) return null;
  const tick = mark === backtick ? body.indexOf('`', first + length) : -1;
  return tick === -1 || tick >= end ? { mark, length } : null;
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
  return body.slice(from, end).includes('-->');
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
