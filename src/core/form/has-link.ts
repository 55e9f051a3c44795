const wordCharacter = /[\p{L}\p{N}_]/u;
const hostCharacter = /[\p{L}\p{N}[]/u;

/**
 * Whether `text` holds what shows a piece of evidence: `http(s)://…`, `#12` or `owner/repo#12` (docs/scoring.md).
 * Linear in the text.
 */
export function hasLink(text: string): boolean {
  return hasAddress(text) || hasReference(text);
}

function hasAddress(text: string): boolean {
  for (let at = text.indexOf('://'); at !== -1; at = text.indexOf('://', at + 3)) {
    const scheme = text.slice(Math.max(0, at - 6), at).toLowerCase();
    const length = scheme.endsWith('https') ? 5 : scheme.endsWith('http') ? 4 : 0;
    if (length === 0 || isWord(text, at - length - 1)) continue;
    if (hostCharacter.test(characterAt(text, at + 3))) return true;
  }
  return false;
}

function hasReference(text: string): boolean {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    const first = text.charCodeAt(at + 1);
    if (first < 0x31 || first > 0x39 || Number.isNaN(first)) continue;
    let end = at + 2;
    while (isDigit(text.charCodeAt(end))) end += 1;
    if (!isWord(text, end) && mayPrecede(text, at)) return true;
  }
  return false;
}

/** Nothing that belongs to another word, or the `owner/repo` the number belongs to. */
function mayPrecede(text: string, mark: number): boolean {
  if (mark === 0) return true;
  if (!isWord(text, mark - 1) && !'&#/-.'.includes(text.charAt(mark - 1))) return true;
  const repository = startOfName(text, mark);
  if (repository === mark || text.charAt(repository - 1) !== '/') return false;
  const owner = startOfName(text, repository - 1);
  return owner < repository - 1 && text.charAt(owner - 1) !== '/' && !isWord(text, owner - 1);
}

/** Where the run of characters that GitHub allows in a name begins; it ends before `end`. */
function startOfName(text: string, end: number): number {
  let start = end;
  while (/[\w.-]/.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function isWord(text: string, at: number): boolean {
  return wordCharacter.test(characterAt(text, at));
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0x20);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
