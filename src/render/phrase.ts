import type { Phrase } from '../core/drift/phrase.ts';
import { inert } from './markdown.ts';

/** A sentence as Markdown: Chokepoint's own words as they are, a person's words inert and in italics. */
export function renderPhrase(sentence: Phrase): string {
  return sentence
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('strong' in piece) return `**${piece.strong}**`;
      return renderQuoted(piece.quoted);
    })
    .join('');
}

/** A person's words, inert and in italics; an ellipsis where nothing of them can be seen. */
export function renderQuoted(text: string): string {
  const words = inert(text);
  return words === '' ? '…' : `*${words}*`;
}
