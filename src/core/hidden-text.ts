const fenceStart =
  /^(?<before>[ \t>]*(?<marker>[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)?)(?<run>`{3,}(?=[^`]*$)|~{3,})/;
const commentStart = /^ {0,3}<!--/;
const blank = /^[ \t]*$/;

interface Fence {
  readonly run: string;
  /** Opened in a quote: the first line outside the quote ends it. */
  readonly quoted: boolean;
  /** Opened in a list item: the first line further left ends it. */
  readonly indent: number;
}

/**
 * The text without what GitHub shows as code (fences and spans) or does not show at all (HTML comments);
 * everything else stays in a line of its own, blank lines may go. Linear in the length of the text.
 */
export function withoutHiddenText(text: string): string {
  return paragraphsOf(withoutBlocks(text.split(/\r\n|\r|\n/)))
    .map(withoutInline)
    .join('\n');
}

/** Empties the lines of fences and of comments that begin a line; an unclosed one runs to the end. */
function withoutBlocks(lines: readonly string[]): readonly string[] {
  let fence: Fence | null = null;
  let inComment = false;
  return lines.map((line) => {
    if (fence !== null && !leavesFence(line, fence)) {
      if (closesFence(line, fence)) fence = null;
      return '';
    }
    fence = null;
    if (inComment) {
      const end = line.indexOf('-->');
      if (end === -1) return '';
      inComment = false;
      return line.slice(end + 3);
    }
    fence = openingFence(line);
    if (fence !== null) return '';
    if (commentStart.test(line) && !line.includes('-->')) {
      inComment = true;
      return '';
    }
    return line;
  });
}

function openingFence(line: string): Fence | null {
  const { before = '', marker, run } = fenceStart.exec(line)?.groups ?? {};
  if (run === undefined) return null;
  return { run, quoted: before.includes('>'), indent: marker === undefined ? 0 : before.length };
}

function leavesFence(line: string, { quoted, indent }: Fence): boolean {
  const text = line.trimStart();
  if (quoted) return !text.startsWith('>');
  return text !== '' && line.length - text.length < indent;
}

/** A closing fence has at least the opening one's characters, and nothing else behind them. */
function closesFence(line: string, { run }: Fence): boolean {
  const rest = line.replace(/^[ \t>]+/, '').trimEnd();
  return rest.length >= run.length && rest === run.charAt(0).repeat(rest.length);
}

function paragraphsOf(lines: readonly string[]): readonly string[] {
  return lines
    .map((line) => (blank.test(line) ? '' : line))
    .join('\n')
    .split('\n\n');
}

/** Takes code spans and comments out of one paragraph; whichever opens first hides the other. */
function withoutInline(paragraph: string): string {
  const spanEnds = spanEndsOf(paragraph);
  const lastEnd = paragraph.lastIndexOf('-->');
  const kept: string[] = [];
  let position = 0;
  for (const { 0: mark, index } of paragraph.matchAll(/`+|<!--/g)) {
    if (index < position) continue;
    const end = mark === '<!--' ? endOfComment(paragraph, index + mark.length, lastEnd) : spanEnds.get(index);
    if (end === undefined) continue;
    kept.push(paragraph.slice(position, index), ' ');
    position = end;
  }
  return [...kept, paragraph.slice(position)].join('');
}

/** Nothing is looked for behind the last end of a comment, so that many openings stay linear. */
function endOfComment(paragraph: string, from: number, lastEnd: number): number | undefined {
  return from > lastEnd ? undefined : paragraph.indexOf('-->', from) + 3;
}

/** By the start of every run of backticks that another one of the same length follows: where that one ends. */
function spanEndsOf(paragraph: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const lastStarts = new Map<string, number>();
  for (const { 0: run, index } of paragraph.matchAll(/`+/g)) {
    const start = lastStarts.get(run);
    if (start !== undefined) ends.set(start, index + run.length);
    lastStarts.set(run, index);
  }
  return ends;
}
