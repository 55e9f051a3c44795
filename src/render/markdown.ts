/** Longest part of a person's text that is shown in one place, in UTF-16 units. */
const shownUnits = 200;

/**
 * Put behind `@`, `#` and the like. GitHub looks for mentions and references in the HTML it has rendered, where a
 * backslash or an entity has already become the plain character again (github/cmark-gfm #181, #389): both are links
 * and notify. A zero-width space is the break that holds there, in e-mail replies and in the source alike.
 */
const wordBreak = '\u200b';

/**
 * A person's text as Markdown that shows the same words on one line and does nothing: no mention, reference, closing
 * keyword, link, HTML, table, emphasis or emoji takes effect, wherever on a line it stands. Longer text is cut visibly.
 */
export function inert(text: string, units: number = shownUnits): string {
  const broken = references.reduce(
    (words, reference) => words.replace(reference, `$&${wordBreak}`),
    clip(toOneLine(text), units),
  );
  return guardStart(
    broken.replace(/[\\`*_[\]~$]/g, '\\$&').replace(/[&<>|]/g, (sign) => entities[sign] ?? sign),
  );
}

/**
 * Our own sentence that may hold a person's words: what stands between backticks is shown as code, all else is inert.
 * Not for a table: a vertical line in code would end its cell.
 * Whichever way a person's backtick turns it, every part ends up as one or the other.
 */
export function inertWithCode(text: string, units: number = 2 * shownUnits): string {
  const parts = clip(toOneLine(text), units).split('`');
  return parts
    .map((part, index) => {
      if (index % 2 === 0) return part.trim() === '' ? part : keepEdges(part, inert(part, units));
      return index === parts.length - 1 ? inert(`\`${part}`, units) : code(part);
    })
    .join('');
}

/** A person's text on one line without control, direction and zero-width characters (but those inside an emoji). */
export function toOneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(stray, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

/** Format characters, but for the joiner between two parts of one emoji. */
const stray =
  /(?!(?<=\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d(?=\p{Extended_Pictographic}))\p{Cf}/gu;

/** At most `units` UTF-16 units, the last one an ellipsis where something is missing; no character is split. */
export function clip(text: string, units: number): string {
  if (text.length <= units) return text;
  const kept = text.slice(0, Math.max(units - 1, 0));
  const last = kept.charCodeAt(kept.length - 1);
  const whole = last >= 0xd800 && last <= 0xdbff ? kept.slice(0, -1) : kept;
  return `${whole.trimEnd()}…`;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'center';
}

/** A table of cells that are Markdown already: a person's text in them has been made inert. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => (align === 'center' ? ':-:' : '---')).join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

/** A folded part. `summary` is our own words: Markdown and escapes have no effect in it. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** A value to stand between `<!--` and `-->`: it can neither end the comment nor look like another one. */
export function encodeForComment(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%2F/g, '/')
    .replace(/-(?=-|$)/g, '%2D');
}

/** Where GitHub would begin to see something in plain words; the break goes behind each. */
const references: readonly RegExp[] = [
  // Mentions, `#1`, `owner/repo#1`, `owner/repo@hash`, e-mail addresses.
  /[@#](?=\S)/g,
  // `GH-1` and a repository's own autolinks, `JIRA-12`; security advisories.
  /[a-z]-(?=\d)|GHSA-/gi,
  // Commit hashes begin at seven digits.
  /[0-9a-f]{6}(?=[0-9a-f])/gi,
  // Addresses, with a scheme or without.
  /:(?=\/\/)|www(?=\.)/gi,
  // `:tada:`
  /:(?=[\w+-]+:)/g,
];

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '|': '&#124;' };

/** Nothing a person wrote begins a list, a heading, a command or a mention where it comes first on a line. */
function guardStart(text: string): string {
  return text
    .replace(/^[/@]/, `${wordBreak}$&`)
    .replace(/^[-+=#:]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2');
}

function keepEdges(original: string, rendered: string): string {
  return `${/^\s/.test(original) ? ' ' : ''}${rendered}${/\s$/.test(original) ? ' ' : ''}`;
}

/** Text without backticks as a code span; mentions are broken here too, for replies by e-mail know no code. */
function code(text: string): string {
  const words = text.trim().replace(/[@#](?=\w)/g, `$&${wordBreak}`);
  return words === '' ? '' : `\`${words}\``;
}
