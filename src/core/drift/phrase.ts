/**
 * One part of a sentence. A bare string is Chokepoint's own wording; whatever a person typed is `quoted`,
 * so that whoever renders the sentence knows what has to be escaped.
 */
export type Piece = string | { readonly strong: string } | { readonly quoted: string };

/** A sentence that has not been rendered yet. */
export type Phrase = readonly Piece[];

/** Builds a Phrase from a template: words, numbers, pieces and other phrases in their order. */
export function phrase(words: TemplateStringsArray, ...values: readonly (Piece | Phrase | number)[]): Phrase {
  return words.flatMap((word, index) => {
    const value = values[index];
    return value === undefined ? [word] : [word, ...toPieces(value)];
  });
}

/** The sentence as plain text, for JSON, logs and annotations. */
export function toPlainText(sentence: Phrase): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : wordsOf(piece))).join('');
}

/** How many a sentence names before it counts the rest: anybody can link thousands. */
export const namedAtMost = 4;

type Last = ' and ' | ', and ' | ' or ';

/** `a`, `a and b`, `a, b, c, d and 5 more`; clauses that hold commas themselves end in `, and `. */
export function listOf(phrases: readonly Phrase[], last: Last = ' and '): Phrase {
  const named = phrases.slice(0, namedAtMost);
  const more = phrases.length - named.length;
  const items = more > 0 ? [...named, phrase`${more} more`] : named;
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [index === items.length - 1 ? last : ', ', ...item];
  });
}

/** The same of plain words, for the reason tree. */
export function listInPlainText(names: readonly string[], last: Last = ' and '): string {
  return toPlainText(
    listOf(
      names.map((name) => [name]),
      last,
    ),
  );
}

function toPieces(value: Piece | Phrase | number): Phrase {
  if (typeof value === 'number') return [String(value)];
  return isPiece(value) ? [value] : value;
}

function isPiece(value: Piece | Phrase): value is Piece {
  return typeof value === 'string' || 'strong' in value || 'quoted' in value;
}

function wordsOf(piece: { readonly strong: string } | { readonly quoted: string }): string {
  return 'strong' in piece ? piece.strong : piece.quoted;
}
