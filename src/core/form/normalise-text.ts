/** Zero-width characters, the marks that turn the direction of writing, and the soft hyphen. */
const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const blanks = /\s+/g;
/** Far longer than an option is: a whole body need not be normalised to see that it is none. */
const longestOption = 1_000;
const plainAscii = /^[\x21-\x7e]*(?: [\x21-\x7e]+)*$/;

/**
 * One form for texts that look the same: NFKC, invisible characters gone, every run of white space one space.
 * Letters of other scripts that merely look alike stay different (docs/reading-forms.md).
 */
export function normaliseText(text: string): string {
  if (plainAscii.test(text)) return text;
  return text.replace(invisible, '').normalize('NFKC').replace(blanks, ' ').trim();
}

/** As `normaliseText`, for an answer of one line; `null` for one of several, and for one no option is as long as. */
export function normaliseLine(answer: string): string | null {
  return answer.length > longestOption || /[\n\r]/.test(answer) ? null : normaliseText(answer);
}

/** As `normaliseText`, for a label or the text of a heading: number signs at its end are decoration. */
export function normaliseHeading(text: string): string {
  return withoutTrail(normaliseText(text));
}

/** Whether a character shows nothing: white space of any kind, zero-width, or a mark of direction. */
export function isBlankCode(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0x2000) {
    return code === 0xa0 || code === 0xad || code === 0x61c || code === 0x1680 || code === 0x180e;
  }
  if (code <= 0x206f) {
    return code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || code >= 0x205f;
  }
  return code === 0x3000 || code === 0xfeff;
}

function withoutTrail(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x23 || text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(0, end);
}
