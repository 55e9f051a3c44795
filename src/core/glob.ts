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
  const tokens = style === 'path' ? readTokens(pattern, true) : readTokens(pattern.toLowerCase(), false);
  return (text) => matches(tokens, style === 'path' ? text : text.toLowerCase(), style === 'path');
}

/** Whether any of the globs matches. */
export function matchesAny(globs: readonly Glob[], text: string): boolean {
  return globs.some((glob) => glob(text));
}

function readTokens(pattern: string, hasSegments: boolean): readonly Token[] {
  const characters = [...pattern];
  const tokens: Token[] = [];
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (character === '?') tokens.push({ kind: 'one' });
    else if (character !== '*') tokens.push({ kind: 'literal', character });
    else {
      const start = index;
      while (characters[index + 1] === '*') index += 1;
      const opensSegment = start === 0 || characters[start - 1] === '/';
      if (!hasSegments) tokens.push({ kind: 'anything' });
      else if (index === start) tokens.push({ kind: 'within-segment' });
      else if (opensSegment && characters[index + 1] === '/') {
        index += 1;
        // Folders after folders mean the same once, and would only lengthen the chain of empty steps.
        if (tokens.at(-1)?.kind !== 'folders') tokens.push({ kind: 'folders' });
      } else tokens.push({ kind: 'anything' });
    }
  }
  return tokens;
}

function matches(tokens: readonly Token[], text: string, hasSegments: boolean): boolean {
  let reached = new Uint8Array(tokens.length + 1);
  let next = new Uint8Array(tokens.length + 1);
  enter(tokens, reached, 0);
  for (const character of text) {
    next.fill(0);
    let alive = false;
    for (let position = 0; position < tokens.length; position += 1) {
      if (reached[position] === 1) alive = step(tokens, next, position, character, hasSegments) || alive;
    }
    if (!alive) return false;
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

function step(
  tokens: readonly Token[],
  next: Uint8Array,
  position: number,
  character: string,
  hasSegments: boolean,
): boolean {
  const token = tokens[position];
  const isSlash = hasSegments && character === '/';
  switch (token?.kind) {
    case 'literal':
      if (token.character !== character) return false;
      enter(tokens, next, position + 1);
      return true;
    case 'one':
      if (isSlash) return false;
      enter(tokens, next, position + 1);
      return true;
    case 'within-segment':
      if (isSlash) return false;
      enter(tokens, next, position);
      return true;
    case 'anything':
      enter(tokens, next, position);
      return true;
    case 'folders':
      // Inside a folder's name nothing behind the token may begin; only its slash opens the next segment.
      next[position] = 1;
      if (isSlash) enter(tokens, next, position + 1);
      return true;
    case undefined:
      return false;
  }
}
