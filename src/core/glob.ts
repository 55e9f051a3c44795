/** How a glob reads its text: a path has segments and case; a title or a login has neither. */
export type GlobStyle = 'path' | 'text';

export type Glob = (text: string) => boolean;

type Token =
  | { readonly kind: 'literal'; readonly character: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'within-segment' }
  | { readonly kind: 'anything' }
  /** `**` and its slash at the start of a segment: no folder, or any number of them. */
  | { readonly kind: 'folders' };

/**
 * Compiles a glob; the whole text must match (docs/configuration.md).
 * `*`, `**` and `?` are known, every other character is literal. In a `path` case counts, `*` and `?` stop at a
 * slash and `**` does not; in a `text` case does not count and `*` matches everything.
 * Matching takes at most pattern length × text length steps whatever the pattern is: all ways are followed
 * at once, none is tried again. The config keeps patterns to 256 characters.
 */
export function compileGlob(pattern: string, style: GlobStyle): Glob {
  if (style === 'text') {
    const tokens = readTokens(pattern.toLowerCase(), textParts);
    return (text) => matches(tokens, text.toLowerCase(), false);
  }
  const tokens = readTokens(pattern, pathParts);
  return (text) => matches(tokens, text, true);
}

/**
 * The most steps it can take to match every text by every pattern: from its first wildcard on, any part of a pattern
 * may be reached at once. A step takes a few nanoseconds.
 */
export function mostSteps(patterns: readonly string[], texts: readonly string[]): number {
  const reachable = patterns.map((pattern) => 1 + (/[*?].*/su.exec(pattern)?.[0].length ?? 0));
  return sum(reachable) * sum(texts.map(({ length }) => length));
}

/** Whether any of the globs matches. */
export function matchesAny(globs: readonly Glob[], text: string): boolean {
  return globs.some((glob) => glob(text));
}

const textParts = /\*+|./gsu;

/** Folders after folders mean the same once, and would only lengthen the chain of empty steps. */
const pathParts = /(?<=^|\/)(?:\*{2,}\/)+|\*+|./gsu;

function readTokens(pattern: string, parts: RegExp): readonly Token[] {
  return Array.from(pattern.matchAll(parts), ([part]) => {
    if (part === '?') return { kind: 'one' };
    if (!part.startsWith('*')) return { kind: 'literal', character: part };
    if (part.endsWith('/')) return { kind: 'folders' };
    return { kind: part === '*' ? 'within-segment' : 'anything' };
  });
}

/** Where in the pattern the text read so far may have led; every position once. */
interface Reached {
  readonly positions: number[];
  readonly marks: Uint8Array;
}

function matches(tokens: readonly Token[], text: string, hasSegments: boolean): boolean {
  let reached = nowhere(tokens.length);
  let next = nowhere(tokens.length);
  enter(tokens, reached, 0);
  for (const character of text) {
    for (const position of reached.positions) {
      step(tokens, next, position, character, hasSegments);
      reached.marks[position] = 0;
    }
    reached.positions.length = 0;
    if (next.positions.length === 0) return false;
    [reached, next] = [next, reached];
  }
  return reached.marks[tokens.length] === 1;
}

function nowhere(length: number): Reached {
  return { positions: [], marks: new Uint8Array(length + 1) };
}

function mark({ positions, marks }: Reached, position: number): void {
  if (marks[position] === 1) return;
  marks[position] = 1;
  positions.push(position);
}

/** Marks `position`, and those behind it that need no character. */
function enter(tokens: readonly Token[], reached: Reached, position: number): void {
  mark(reached, position);
  const kind = tokens[position]?.kind;
  if (kind === 'within-segment' || kind === 'anything' || kind === 'folders')
    enter(tokens, reached, position + 1);
}

/** Marks in `next` where a token that has been reached leads with this character. */
function step(
  tokens: readonly Token[],
  next: Reached,
  position: number,
  character: string,
  hasSegments: boolean,
): void {
  const token = tokens[position];
  const isSlash = hasSegments && character === '/';
  switch (token?.kind) {
    case 'literal':
      if (token.character === character) enter(tokens, next, position + 1);
      break;
    case 'one':
      if (!isSlash) enter(tokens, next, position + 1);
      break;
    case 'within-segment':
      if (!isSlash) enter(tokens, next, position);
      break;
    case 'anything':
      enter(tokens, next, position);
      break;
    case 'folders':
      // Inside a folder's name nothing behind the token may begin; only its slash opens the next segment.
      if (isSlash) enter(tokens, next, position);
      else mark(next, position);
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
