/** Longest part of a person's text that is shown, in characters. */
const shownCharacters = 200;

const zeroWidth = '\u200b';

/**
 * A person's text as Markdown that shows the same words on one line and does nothing: no mention, no
 * cross-reference, no closing, no link, no HTML, no table, no emphasis. Longer text is cut visibly.
 */
export function renderInert(text: string, limit = shownCharacters): string {
  return clip(toOneLine(text), limit)
    .replaceAll(/[@#]|GH-|www(?=\.)|:(?=\/\/)/gi, `$&${zeroWidth}`)
    .replaceAll(/[0-9a-f]{4}(?=[0-9a-f]{3})/gi, `$&${zeroWidth}`)
    .replaceAll(/[\\`*_{}[\]()!|~$^]/g, '\\$&')
    .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
    .replaceAll(zeroWidth, '&#8203;');
}

/** A person's text on one line, for titles and annotations that show it as it stands. */
export function toOneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?!\u200d)\p{Cf}/gu, '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** At most `limit` characters, the last one an ellipsis where something is missing. */
export function clip(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
