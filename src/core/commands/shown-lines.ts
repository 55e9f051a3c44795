/** How a line of Markdown is shown: as text, as a quote, as code in a fence, or (in an HTML comment) not at all. */
export type Shown = 'text' | 'quote' | 'code' | 'nothing';

export interface ShownLine {
  readonly text: string;
  readonly shown: Shown;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** Columns its list item is indented by: a line further left has left the item, and the fence with it. */
  readonly indent: number;
}

const fenceStart = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})?)(`{3,}|~{3,})(.*)$/s;
const listMarker = /[-*+.)]/;
const blank = /^[ \t]*$/;

/**
 * The lines of a comment, each with how GitHub shows it. Linear in the length of the body. Where a person could be
 * misled (an unclosed fence or comment) the rest counts as not shown. A line without `>` is no quote, even directly
 * below one: quoting marks every line it quotes.
 */
export function readShownLines(body: string): readonly ShownLine[] {
  const lines = body.split(/\r\n|\r|\n/);
  const closing = closingLines(lines);
  let fence: Fence | null = null;
  let inComment = false;
  return lines.map((text, index) => {
    if (inComment) {
      inComment = endsInComment(text, true);
      return { text, shown: 'nothing' };
    }
    if (fence !== null && !leaves(text, fence)) {
      if (closes(text, fence)) fence = null;
      return { text, shown: 'code' };
    }
    fence = fenceOpenedBy(text);
    if (fence !== null) return { text, shown: 'code' };
    if (/^ {0,3}>/.test(text)) return { text, shown: 'quote' };
    const beginsWithComment = /^ {0,3}<!--/.test(text);
    if (endsInComment(text, false)) inComment = beginsWithComment || closing[index + 1] === true;
    return { text, shown: beginsWithComment ? 'nothing' : 'text' };
  });
}

function fenceOpenedBy(text: string): Fence | null {
  const [, before = '', run = '', info = ''] = fenceStart.exec(text) ?? [];
  const mark = run.charAt(0);
  if (mark === '' || (mark === '`' && info.includes('`'))) return null;
  return { mark, length: run.length, indent: listMarker.test(before) ? before.length : 0 };
}

function closes(text: string, { mark, length, indent }: Fence): boolean {
  const run = text.trim();
  return run.length >= length && run === mark.repeat(run.length) && indentOf(text) - indent <= 3;
}

function leaves(text: string, { indent }: Fence): boolean {
  return !blank.test(text) && indentOf(text) < indent;
}

/** The spaces before a line that is not blank. */
function indentOf(text: string): number {
  return text.search(/[^ ]/);
}

/** Whether a comment is open at the end of the line; a code span shows its `<!--` as text. */
function endsInComment(text: string, wasOpen: boolean): boolean {
  const open = text.lastIndexOf('<!--');
  const close = text.lastIndexOf('-->');
  if (close >= open) return wasOpen && close === -1;
  return wasOpen || !isInCodeSpan(text, open);
}

function isInCodeSpan(text: string, at: number): boolean {
  const runsBefore = text.slice(0, at).match(/`+/g)?.length ?? 0;
  return runsBefore % 2 === 1 && text.includes('`', at);
}

/** For every line, whether a `-->` follows, on it or below, in its own paragraph: else `<!--` in a line is just text. */
function closingLines(lines: readonly string[]): readonly boolean[] {
  let follows = false;
  const fromBelow = lines.toReversed().map((text) => {
    follows = text.includes('-->') || (!blank.test(text) && follows);
    return follows;
  });
  return fromBelow.toReversed();
}
