import { endOfMatch } from './span.ts';

const space = String.raw`[ \t\n]`;
const escaped = String.raw`\\[\s\S]`;
/** Brackets in an address nest as deep as in GitHub's parser. */
const deepest = 32;
const plain = String.raw`[^\0- \x7f()\\]|\\(?:[()\\]|(?![()\\]))`;
const address = Array.from({ length: deepest }).reduce<string>(
  (inner) => String.raw`(?:${plain}|\(${inner}*\))`,
  `(?:${plain})`,
);
const destination = String.raw`(?:<(?:[^<>\n\\]|\\.)*>|(?!<)${address}+)`;
const title = String.raw`(?:"(?:[^"\\]|${escaped})*"|'(?:[^'\\]|${escaped})*'|\((?:[^()\\]|${escaped})*\))`;
const label = String.raw`\[(?:[^[\]\\]|${escaped})+\]`;
const endOfLine = String.raw`[ \t]*(?:\n|$)`;
const listMarks = String.raw`(?:[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]))*[ \t]*`;

const tail = new RegExp(String.raw`\(${space}*(?:${destination}(?:${space}+${title})?)?${space}*\)`, 'y');
const reference = new RegExp(label, 'y');
const definition = new RegExp(
  `${listMarks}${label}:${space}*${destination}(?:${space}+${title}${endOfLine}|${endOfLine})`,
  'y',
);
const footnote = new RegExp(String.raw`^${listMarks}\[\^[^\]\s]+\]:`, 'm');

/** Where the address and title of a link or image end that would begin at `from`. */
export function endOfLinkTail(text: string, from: number): number | undefined {
  return endOfMatch(tail, text, from);
}

/** The label behind a link's text, by which a definition may be meant. */
export function endOfReference(text: string, from: number): number | undefined {
  return endOfMatch(reference, text, from);
}

/** Where the link definitions end with which a paragraph begins. They are shown nowhere. */
export function endOfDefinitions(paragraph: string): number {
  let position = 0;
  for (
    let end: number | undefined = 0;
    end !== undefined;
    end = endOfMatch(definition, paragraph, position)
  ) {
    position = end;
  }
  return position;
}

/** Where a footnote begins, which is shown only if something refers to it. */
export function startOfFootnote(paragraph: string): number | undefined {
  return footnote.exec(paragraph)?.index;
}
