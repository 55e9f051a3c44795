/** Where the line that holds `from` ends: the offset of its line break (LF, CR or CRLF), or of the end. */
export function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return at;
    at += 1;
  }
  return at;
}

/** Where the line after the one that ends at `end` begins; the end of the text when there is none. */
export function nextLine(text: string, end: number): number {
  if (text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a) return end + 2;
  return Math.min(end + 1, text.length);
}
