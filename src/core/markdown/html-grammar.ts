const space = String.raw`[ \t\n\v\f]`;
const attribute = String.raw`${space}+[a-z_:][\w.:-]*(?:${space}*=${space}*(?:[^ \t\n\v\f"'=<>${'`'}]+|'[^']*'|"[^"]*"))?`;

/**
 * A whole tag, opening or closing, as CommonMark has it (source of a regular expression without case). Linear where
 * many begin: of two that are being read at one place, at most one is outside of quotes.
 */
export const wholeTag = String.raw`<(?:[a-z][a-z\d-]*(?:${attribute})*${space}*/?|/[a-z][a-z\d-]*${space}*)>`;
