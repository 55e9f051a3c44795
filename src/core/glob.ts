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

function matches(tokens: readonly Token[], text: string, hasSegments: boolean): boolean {
  let reached = new Uint8Array(tokens.length + 1);
  let next = new Uint8Array(tokens.length + 1);
  enter(tokens, reached, 0);
  for (const character of text) {
    next.fill(0);
    tokens.forEach((token, position) => {
      if (reached[position] === 1) step(tokens, next, position, token, character, hasSegments);
    });
    if (!next.includes(1)) return false;
    [reached, next] = [next, reached];
  }
  return reached[tokens.length] === 1;
}

/** Marks `position`, and those behind it that need no character. */
function enter(tokens: readonly Token[], reached: Uint8Array, position: number): void {
  reached[position] = 1;
  const kind = tokens[position]?.kind;
  if (kind === 'within-segment' || kind === 'anything' || kind === 'folders')
    enter(tokens, reached, position + 1);
}

/** Marks in `next` where a token that has been reached leads with this character. */
function step(
  tokens: readonly Token[],
  next: Uint8Array,
  position: number,
  token: Token,
  character: string,
  hasSegments: boolean,
): void {
  const isSlash = hasSegments && character === '/';
  switch (token.kind) {
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
      else next[position] = 1;
  }
}
