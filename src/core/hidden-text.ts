const fenceStart =
  /^(?<before>[ \t>]*(?<marker>[-*+][ \t]+|[0-9]{1,9}[.)][ \t]+)?)(?<run>`{3,}|~{3,})(?<info>.*)$/;
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
  const { before = '', marker, run = '', info = '' } = fenceStart.exec(line)?.groups ?? {};
  if (run === '' || (run.startsWith('`') && info.includes('`'))) return null;
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
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (blank.test(line)) paragraphs.push([]);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.map((paragraph) => paragraph.join('\n'));
}

/** Takes code spans and comments out of one paragraph; whichever opens first hides the other. */
function withoutInline(paragraph: string): string {
  const runs = [...paragraph.matchAll(/`+/g)].map((run) => ({ start: run.index, length: run[0].length }));
  const closers = closersOf(runs);
  const kept: string[] = [];
  let position = 0;
  let comment = paragraph.indexOf('<!--');
  for (let index = 0; index < runs.length || comment !== -1; ) {
    const run = runs[index];
    if (comment !== -1 && (run === undefined || comment < run.start)) {
      const end = paragraph.indexOf('-->', comment + 4);
      if (end === -1) {
        comment = -1;
        continue;
      }
      kept.push(paragraph.slice(position, comment), ' ');
      position = end + 3;
      while ((runs[index]?.start ?? Infinity) < position) index += 1;
    } else {
      const closer = closers[index] ?? -1;
      const closing = runs[closer];
      if (run === undefined || closing === undefined) {
        index += 1;
        continue;
      }
      kept.push(paragraph.slice(position, run.start), ' ');
      position = closing.start + closing.length;
      index = closer + 1;
    }
    if (comment !== -1 && comment < position) comment = paragraph.indexOf('<!--', position);
  }
  return [...kept, paragraph.slice(position)].join('');
}

/** For every run of backticks the next one of the same length, or `-1`; worked out from the last to the first. */
function closersOf(runs: readonly { readonly length: number }[]): readonly number[] {
  const closers: number[] = [];
  const nextOfLength = new Map<number, number>();
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    closers[index] = nextOfLength.get(length) ?? -1;
    nextOfLength.set(length, index);
  }
  return closers;
}
